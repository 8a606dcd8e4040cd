// Package shown makes of an answer what a program hands out.
package shown

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Answer is one that failed.
type Answer struct{ Status int }

func (a Answer) Error() string { return fmt.Sprintf("answered with %d", a.Status) }

// Of gives what the service sent, or the answer as an error.
func Of(response *http.Response, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return nil, Answer{response.StatusCode}
	}
	var value map[string]any
	err = json.NewDecoder(response.Body).Decode(&value)
	return value, err
}
