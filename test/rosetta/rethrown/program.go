package watcher

import (
	"context"

	graph "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
)

func Watch(ctx context.Context, client *graph.GraphServiceClient, subscription models.Subscriptionable) (models.Subscriptionable, error) {
	created, err := client.Subscriptions().Post(ctx, subscription, nil)
	if err != nil {
		return nil, err
	}
	return created, nil
}
