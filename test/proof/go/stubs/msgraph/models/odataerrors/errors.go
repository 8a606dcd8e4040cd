// Package odataerrors has what the fixes use of the errors of msgraph-sdk-go, by the names and types it has there.
package odataerrors

import "fmt"

type ODataError struct{ ResponseStatusCode int }

func (e *ODataError) Error() string { return fmt.Sprintf("answered with %d", e.ResponseStatusCode) }
