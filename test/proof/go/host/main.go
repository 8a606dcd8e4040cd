// The host runs programs by name: one line in says which, one line out says what became of it.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"

	"proof/clock"
	"proof/shown"
)

type toLab struct{ next http.RoundTripper }

// RoundTrip sends what is meant for Microsoft Graph to the lab.
func (t toLab) RoundTrip(request *http.Request) (*http.Response, error) {
	if request.URL.Host != "graph.microsoft.com" {
		return t.next.RoundTrip(request)
	}
	lab, err := url.Parse(os.Getenv("GRAPH_URL"))
	if err != nil {
		return nil, err
	}
	sent := request.Clone(request.Context())
	sent.URL.Scheme, sent.URL.Host, sent.Host = lab.Scheme, lab.Host, lab.Host
	return t.next.RoundTrip(sent)
}

type asked struct {
	ID   int    `json:"id"`
	Load string `json:"load"`
	Run  string `json:"run"`
}

func main() {
	http.DefaultTransport = toLab{http.DefaultTransport}
	var loaded func(string) (any, error)
	var lock sync.Mutex
	tell := func(id int, value any, err error) {
		// What is noted is told in its order: a later answer knows no less.
		lock.Lock()
		defer lock.Unlock()
		waits, skipped := clock.Noted()
		answer := map[string]any{"id": id, "waits": waits, "skipped": skipped, "warnings": logged()}
		if err == nil {
			answer["value"] = value
		} else {
			answer["error"] = described(err)
		}
		line, _ := json.Marshal(answer)
		fmt.Println(string(line))
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var one asked
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			panic(err)
		}
		if one.Load != "" {
			clock.Reset()
			forget()
			loaded = programs[one.Load]
			tell(one.ID, nil, nil)
			continue
		}
		run := loaded
		go func() {
			value, err := run(one.Run)
			tell(one.ID, value, err)
		}()
	}
}

// described says what an error is: a conflict that is reported names itself.
func described(err error) map[string]any {
	if err == nil {
		return nil
	}
	out := map[string]any{"name": fmt.Sprintf("%T", err), "message": err.Error()}
	if strings.HasPrefix(err.Error(), "conflict: ") {
		out["name"] = "conflict"
	}
	var failed *azcore.ResponseError
	var graph *odataerrors.ODataError
	var answer shown.Answer
	if errors.As(err, &failed) {
		out["status"] = failed.StatusCode
	} else if errors.As(err, &graph) {
		out["status"] = graph.ResponseStatusCode
	} else if errors.As(err, &answer) {
		out["status"] = answer.Status
	}
	if inner := errors.Unwrap(err); inner != nil {
		out["cause"] = described(inner)
	}
	return out
}
