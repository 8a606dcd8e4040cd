"""Orders from a queue, which may deliver the same message twice."""

from azure.cosmos import ContainerProxy, exceptions


def store(orders: ContainerProxy, order: dict) -> dict:
    """Fails on a message that comes again, which then comes again and again."""
    return orders.create_item(body=order)


def store_once(orders: ContainerProxy, order: dict) -> dict:
    """An order that is there already counts as stored."""
    try:
        return orders.create_item(body=order)
    except exceptions.CosmosResourceExistsError:
        return orders.read_item(item=order["id"], partition_key=order["customer"])
