package com.contoso.orders;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.PartitionKey;

/** Orders in Azure Cosmos DB. */
public class OrderStore {
    private final CosmosContainer orders;

    public OrderStore(CosmosContainer orders) {
        this.orders = orders;
    }

    /** Stores an order from a queue, which may deliver the same message twice. */
    public Order store(Order order) {
        return orders.createItem(order, new PartitionKey(order.customer()), null).getItem();
    }

    /** The same, but an order that is there already counts as stored. */
    public Order storeOnce(Order order) {
        try {
            return orders.createItem(order, new PartitionKey(order.customer()), null).getItem();
        } catch (CosmosException e) {
            if (e.getStatusCode() != 409) throw e;
            return orders.readItem(order.id(), new PartitionKey(order.customer()), Order.class).getItem();
        }
    }
}
