import time

from azure.core import MatchConditions
from azure.cosmos import ContainerProxy
from azure.cosmos.exceptions import CosmosHttpResponseError


def count(container: ContainerProxy, item_id: str):
    for attempt in range(5):
        item = container.read_item(item_id, "a")
        item["count"] += 1
        try:
            container.replace_item(item_id, item, etag=item["_etag"], match_condition=MatchConditions.IfNotModified)
            return
        except CosmosHttpResponseError as error:
            if error.status_code != 412:
                raise
            time.sleep(0.1 * 2**attempt)
    raise TimeoutError()
