package watcher

import (
	"context"
	"errors"

	graph "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
)

func Watch(ctx context.Context, client *graph.GraphServiceClient, subscription models.Subscriptionable) (models.Subscriptionable, error) {
	created, err := client.Subscriptions().Post(ctx, subscription, nil)
	var failure *odataerrors.ODataError
	if errors.As(err, &failure) && failure.ResponseStatusCode == 409 {
		page, err := client.Subscriptions().Get(ctx, nil)
		if err != nil {
			return nil, err
		}
		return page.GetValue()[0], nil
	}
	return created, err
}
