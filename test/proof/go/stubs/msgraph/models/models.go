// Package models has what the programs use of the models of msgraph-sdk-go, by the names and types it has there.
package models

type ServicePrincipalable interface {
	GetId() *string
	GetAppId() *string
	SetAppId(value *string)
	GetNotes() *string
	SetNotes(value *string)
}

type ServicePrincipal struct{ id, appID, notes *string }

func NewServicePrincipal() *ServicePrincipal { return &ServicePrincipal{} }

func (s *ServicePrincipal) GetId() *string         { return s.id }
func (s *ServicePrincipal) SetId(value *string)    { s.id = value }
func (s *ServicePrincipal) GetAppId() *string      { return s.appID }
func (s *ServicePrincipal) SetAppId(value *string) { s.appID = value }
func (s *ServicePrincipal) GetNotes() *string      { return s.notes }
func (s *ServicePrincipal) SetNotes(value *string) { s.notes = value }
