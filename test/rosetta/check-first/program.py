from msgraph import GraphServiceClient
from msgraph.generated.models.subscription import Subscription


async def watch(graph: GraphServiceClient, subscription: Subscription):
    found = await graph.subscriptions.get()
    if found.value:
        return found.value[0]
    return await graph.subscriptions.post(subscription)
