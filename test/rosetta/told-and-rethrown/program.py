import logging

from msgraph import GraphServiceClient
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.subscription import Subscription


async def watch(graph: GraphServiceClient, subscription: Subscription):
    try:
        return await graph.subscriptions.post(subscription)
    except ODataError as error:
        if error.response_status_code == 409:
            logging.error(error)
            raise
        raise
