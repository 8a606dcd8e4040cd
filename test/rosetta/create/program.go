package watcher

import (
	"context"

	graph "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
)

func Watch(ctx context.Context, client *graph.GraphServiceClient, subscription models.Subscriptionable) (models.Subscriptionable, error) {
	return client.Subscriptions().Post(ctx, subscription, nil)
}
