package watcher

import (
	"context"
	"log"

	graph "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
)

func Watch(ctx context.Context, client *graph.GraphServiceClient, subscription models.Subscriptionable) (models.Subscriptionable, error) {
	created, err := client.Subscriptions().Post(ctx, subscription, nil)
	if err != nil {
		log.Print(err)
		return nil, nil
	}
	return created, nil
}
