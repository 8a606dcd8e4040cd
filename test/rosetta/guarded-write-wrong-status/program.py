from azure.core import MatchConditions
from azure.cosmos import ContainerProxy
from azure.cosmos.exceptions import CosmosHttpResponseError


def change(container: ContainerProxy, order: dict) -> bool:
    try:
        container.replace_item(order["id"], order, etag=order["_etag"], match_condition=MatchConditions.IfNotModified)
        return True
    except CosmosHttpResponseError as error:
        if error.status_code == 409:
            return False
        raise
