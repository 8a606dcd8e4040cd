from azure.cosmos import ContainerProxy


def save(container: ContainerProxy, order: dict):
    container.upsert_item(order)
