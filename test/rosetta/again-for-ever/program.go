package orders

import (
	"context"
	"errors"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

func Count(ctx context.Context, container *azcosmos.ContainerClient, key azcosmos.PartitionKey, id string) error {
	for {
		read, err := container.ReadItem(ctx, key, id, nil)
		if err != nil {
			return err
		}
		_, err = container.ReplaceItem(ctx, key, id, add(read.Value), &azcosmos.ItemOptions{IfMatchEtag: &read.ETag})
		if err == nil {
			return nil
		}
		var failure *azcore.ResponseError
		if !errors.As(err, &failure) || failure.StatusCode != 412 {
			return err
		}
	}
}
