// Package msgraphsdkgo stands for msgraph-sdk-go, which takes minutes to build: what the programs use of it, by the names and
// types it has there, and one request for each call. Shapes: msgraph-sdk-go v1, graph_service_client.go and serviceprincipals.
package msgraphsdkgo

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
)

const service = "https://graph.microsoft.com/v1.0"

type GraphServiceClient struct{}

func NewGraphServiceClient(_ any) *GraphServiceClient { return &GraphServiceClient{} }

type (
	ServicePrincipalsRequestBuilder                                 struct{}
	ServicePrincipalsRequestBuilderPostRequestConfiguration         struct{}
	ServicePrincipalsWithAppIdRequestBuilder                        struct{ appID string }
	ServicePrincipalsWithAppIdRequestBuilderGetRequestConfiguration struct{}
)

func (c *GraphServiceClient) ServicePrincipals() *ServicePrincipalsRequestBuilder {
	return &ServicePrincipalsRequestBuilder{}
}

func (c *GraphServiceClient) ServicePrincipalsWithAppId(appID *string) *ServicePrincipalsWithAppIdRequestBuilder {
	return &ServicePrincipalsWithAppIdRequestBuilder{*appID}
}

func (b *ServicePrincipalsRequestBuilder) Post(ctx context.Context, body models.ServicePrincipalable, _ *ServicePrincipalsRequestBuilderPostRequestConfiguration) (models.ServicePrincipalable, error) {
	return sent(ctx, http.MethodPost, "/servicePrincipals", map[string]any{"appId": body.GetAppId(), "notes": body.GetNotes()})
}

func (b *ServicePrincipalsWithAppIdRequestBuilder) Get(ctx context.Context, _ *ServicePrincipalsWithAppIdRequestBuilderGetRequestConfiguration) (models.ServicePrincipalable, error) {
	return sent(ctx, http.MethodGet, "/servicePrincipals(appId='"+b.appID+"')", nil)
}

func sent(ctx context.Context, method, path string, body any) (models.ServicePrincipalable, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, method, service+path, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return nil, &odataerrors.ODataError{ResponseStatusCode: response.StatusCode}
	}
	var got struct {
		ID    string `json:"id"`
		AppID string `json:"appId"`
		Notes string `json:"notes"`
	}
	if err := json.NewDecoder(response.Body).Decode(&got); err != nil {
		return nil, err
	}
	out := models.NewServicePrincipal()
	out.SetId(&got.ID)
	out.SetAppId(&got.AppID)
	out.SetNotes(&got.Notes)
	return out, nil
}
