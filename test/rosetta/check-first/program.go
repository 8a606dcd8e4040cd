package watcher

import (
	"context"

	graph "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
)

func Watch(ctx context.Context, client *graph.GraphServiceClient, subscription models.Subscriptionable) (models.Subscriptionable, error) {
	found, err := client.Subscriptions().Get(ctx, nil)
	if err != nil {
		return nil, err
	}
	if len(found.GetValue()) > 0 {
		return found.GetValue()[0], nil
	}
	return client.Subscriptions().Post(ctx, subscription, nil)
}
