package orders

import (
	"context"

	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

func Save(ctx context.Context, container *azcosmos.ContainerClient, key azcosmos.PartitionKey, order []byte) error {
	_, err := container.UpsertItem(ctx, key, order, nil)
	return err
}
