// Package orders keeps orders in Azure Cosmos DB.
package orders

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

// Order is one order of a customer.
type Order struct {
	ID       string `json:"id"`
	Customer string `json:"customer"`
}

// Store stores an order from a queue, which may deliver the same message twice.
func Store(ctx context.Context, orders *azcosmos.ContainerClient, order Order) error {
	item, err := json.Marshal(order)
	if err != nil {
		return err
	}
	_, err = orders.CreateItem(ctx, azcosmos.NewPartitionKeyString(order.Customer), item, nil)
	return err
}

// StoreOnce does the same, but an order that is there already counts as stored.
func StoreOnce(ctx context.Context, orders *azcosmos.ContainerClient, order Order) error {
	item, err := json.Marshal(order)
	if err != nil {
		return err
	}
	_, err = orders.CreateItem(ctx, azcosmos.NewPartitionKeyString(order.Customer), item, nil)
	var failed *azcore.ResponseError
	if errors.As(err, &failed) && failed.StatusCode == http.StatusConflict {
		return nil
	}
	return err
}
