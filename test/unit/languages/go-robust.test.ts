import { go } from '../../../src/analysis/languages/go.js';
import { describeAnyText } from '../../helpers/any-text.js';

const SEED = `// Package orders keeps orders.
package orders

import (
	"context"
	. "strings"
	_ "embed"
	graph "github.com/microsoftgraph/msgraph-sdk-go"
)
import "github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos/v2"

const Host, version = "https://graph.microsoft.com", \`v1.0\`
const (
	First = iota
	Second
)

var client, other *http.Client = &http.Client{Timeout: 5}, nil

type (
	Store struct {
		*azcosmos.ContainerClient
		name, tag string \`json:"name"\`
		byKey map[string][]func(a int, b ...string) (int, error)
	}
	Alias = azcosmos.ItemOptions
)

type Saver[T any] interface {
	Save(ctx context.Context, item T) (id string, err error)
	fmt.Stringer
}

func (s *Store) Save(ctx, c context.Context, items ...[]byte) (id string, err error) {
	if _, err := s.CreateItem(ctx, s.key(), items[0], &azcosmos.ItemOptions{IfMatchEtag: &s.tag}); err != nil {
		var re *azcore.ResponseError
		if errors.As(err, &re) && re.StatusCode == http.StatusConflict || strings.Contains(err.Error(), "409") {
			return
		} else if e, ok := err.(*azcore.ResponseError); !ok {
			return "", fmt.Errorf("save %q: %w %[1]s %%", id, e)
		} else {
			panic(err)
		}
	}
	switch v := err.(type) {
	case *azcore.ResponseError, nil:
		s.a.b()
	case interface{ Timeout() bool }:
		break
	default:
		_ = v
	}
	switch x := f(); x.Code() {
	case 409, 412:
		fallthrough
	case 'a' + 0x1F:
		continue
	}
	switch {
	case a == b && !c, (*p).x <= -1.5e3:
	}
outer:
	for i := 0; i < 3; i++ {
		for key, value := range s.byKey {
			for range ch { break outer }
			m[key], s.name = append(value, items...), "x" + key + fmt.Sprintf("/users/%s", id)
		}
		for a < b { goto outer }
		for { select { case v, ok := <-ch: x(v, ok); case out <- err: default: } }
	}
	defer func() { if r := recover(); r != nil { err = r.(error) } }()
	go s.watch(func(n int) error { s := n; return use[int](s) }, m["a"][1:2]...)
	asked, found := errors.AsType[*azcore.ResponseError](err)
	list := []Pair{{1, "a"}, {Left: 2, Right: x.y[z].w(1).v}}
	anon := struct{ A int }{A: 1}
	body, _ := json.Marshal(map[string]any{"id": uuid.NewString(), "tags": [...]string{"a"}})
	x <<= 3
	return string(body), nil
}

func Generic[T any, U comparable](first T, _ U) T { return first }
`;

const PIECES =
  '{ } ( ) [ ] " ` , ; : := = == . ... <- & * ! func case default switch for range type struct /* // if else'
    .split(' ')
    .concat([
      '\u{1F600}',
      '\r\n',
      '\n',
      'x := 1',
      'err != nil',
      '.(type)',
      'return ',
      "'",
      '\\',
      'import "a"',
      'go f()',
    ]);

describeAnyText(go, SEED, PIECES);
