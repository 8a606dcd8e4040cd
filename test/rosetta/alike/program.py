import logging

from msgraph import GraphServiceClient
from msgraph.generated.models.subscription import Subscription


async def watch(graph: GraphServiceClient, subscription: Subscription):
    try:
        return await graph.subscriptions.post(subscription)
    except Exception as error:
        logging.error(error)
        return False
