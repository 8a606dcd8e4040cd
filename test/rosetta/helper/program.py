from msgraph import GraphServiceClient
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.subscription import Subscription


def is_conflict(error: ODataError) -> bool:
    return error.response_status_code == 409


async def watch(graph: GraphServiceClient, subscription: Subscription):
    try:
        return await graph.subscriptions.post(subscription)
    except ODataError as error:
        if is_conflict(error):
            return None
        raise
