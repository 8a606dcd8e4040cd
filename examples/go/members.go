// Package members keeps groups and their members as the list of projects has them.
package members

import (
	"context"
	"errors"
	"strings"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
)

const directory = "https://graph.microsoft.com/v1.0/directoryObjects/"

// Make makes the group of a project. The group of an earlier run stops it.
func Make(ctx context.Context, graph *msgraphsdk.GraphServiceClient, project string) (models.Groupable, error) {
	group := models.NewGroup()
	group.SetDisplayName(&project)
	group.SetMailNickname(&project)
	return graph.Groups().Post(ctx, group, nil)
}

// Add adds a person to a group. Who is a member already counts as added.
func Add(ctx context.Context, graph *msgraphsdk.GraphServiceClient, group, person string) error {
	reference := models.NewReferenceCreate()
	id := directory + person
	reference.SetOdataId(&id)
	err := graph.Groups().ByGroupId(group).Members().Ref().Post(ctx, reference, nil)
	var failed *odataerrors.ODataError
	if errors.As(err, &failed) && failed.ResponseStatusCode == 400 && strings.Contains(failed.Error(), "already exist") {
		return nil
	}
	return err
}
