package orders

import (
	"context"
	"errors"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

func Change(ctx context.Context, container *azcosmos.ContainerClient, key azcosmos.PartitionKey, id string, order []byte, etag azcore.ETag) (bool, error) {
	_, err := container.ReplaceItem(ctx, key, id, order, &azcosmos.ItemOptions{IfMatchEtag: &etag})
	var failure *azcore.ResponseError
	if errors.As(err, &failure) && failure.StatusCode == 409 {
		return false, nil
	}
	return err == nil, err
}
