/** Go: the error is the last result, tested by a value, a type or a predicate. */
import {
  assign,
  block,
  call,
  declare,
  declareType,
  declareTyped,
  define,
  fn,
  give,
  is,
  list,
  lit,
  lower,
  make,
  member,
  op,
  param,
  pattern,
  rec,
  ref,
  run,
  self,
  type,
  using,
  when,
} from '../hand-lowered.js';
import type { Draft } from './fixture.js';

const imports = () => [
  using('github.com/Azure/azure-sdk-for-go/sdk/azcore', 'namespace', { azcore: '*' }),
  using('github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos', 'namespace', { azcosmos: '*' }),
];
const nil = () => lit(null, 'nil');
const error = type('error');
const context = () => param('ctx', type('context.Context'));
const key = () => param('key', type('azcosmos.PartitionKey'));
const store = (...methods: Parameters<typeof declareType>[2]) =>
  declareType('store', { items: type('azcosmos.ContainerClient') }, methods, 'struct');
const create = () => call(member(self('s'), 'items', 'CreateItem'), ref('ctx'), ref('key'), ref('entry'), nil());
const wrapped = (message: string) => call(member(ref('fmt'), 'Errorf'), lit(message), ref('err'));

export const drafts: Draft[] = [
  {
    name: 'go-recorded-before',
    language: 'go',
    kind: 'handled',
    shapeOf: 'Azure/ARO-RP pkg/util/billing/billing.go:36',
    source: `package ledger

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

type store struct {
	items *azcosmos.ContainerClient
}

func (s *store) Record(ctx context.Context, key azcosmos.PartitionKey, entry []byte) error {
	_, err := s.items.CreateItem(ctx, key, entry, nil)
	var failed *azcore.ResponseError
	if errors.As(err, &failed) && failed.StatusCode == http.StatusConflict {
		log.Print("the entry was recorded before")
		return nil
	}
	return err
}
`,
    model: (source) =>
      lower(source, 'go', imports(), [
        store(
          fn(
            'Record',
            [context(), key(), param('entry')],
            [
              declare(pattern(ref('_'), ref('err')), create()),
              declareTyped(ref('failed'), type('azcore.ResponseError')),
              when(
                op(
                  'and',
                  is(ref('err'), type('azcore.ResponseError'), 'failed'),
                  op('eq', member(ref('failed'), 'StatusCode'), member(ref('http'), 'StatusConflict')),
                ),
                [run(call(member(ref('log'), 'Print'), lit('the entry was recorded before'))), give(nil())],
              ),
              give(ref('err')),
            ],
            { returns: error, kind: 'method' },
          ),
        ),
      ]),
    sites: [
      {
        line: 13,
        operation: 'POST /dbs/{}/colls/{}/docs',
        verdict: 'handled',
        reason: 'told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'go-wrapped-and-returned',
    language: 'go',
    kind: 'unhandled',
    shapeOf: 'Azure/ARO-HCP internal/database/cosmosstorage/billingcosmosstorage/crud_billing.go:96',
    source: `package ledger

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

type store struct {
	items *azcosmos.ContainerClient
}

func (s *store) Add(ctx context.Context, key azcosmos.PartitionKey, doc Entry) error {
	entry, err := json.Marshal(doc)
	if err != nil {
		return fmt.Errorf("marshal entry: %w", err)
	}

	_, err = s.items.CreateItem(ctx, key, entry, nil)
	if err != nil {
		return fmt.Errorf("add entry: %w", err)
	}

	return nil
}
`,
    model: (source) =>
      lower(source, 'go', imports(), [
        store(
          fn(
            'Add',
            [context(), key(), param('doc')],
            [
              declare(pattern(ref('entry'), ref('err')), call(member(ref('json'), 'Marshal'), ref('doc'))),
              when(op('ne', ref('err'), nil()), [give(wrapped('marshal entry: %w'))]),
              assign(pattern(ref('_'), ref('err')), create()),
              when(op('ne', ref('err'), nil()), [give(wrapped('add entry: %w'))]),
              give(nil()),
            ],
            { returns: error, kind: 'method' },
          ),
        ),
      ]),
    sites: [
      {
        line: 18,
        operation: 'POST /dbs/{}/colls/{}/docs',
        verdict: 'unhandled',
        reason: 'not-told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'go-all-but-the-conflict',
    language: 'go',
    kind: 'trap',
    shapeOf:
      'Azure/ARO-HCP backend/pkg/controllers/cluster/credentialrevocation/operations/dispatch_revoke_credentials.go:150',
    source: `package ledger

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

type store struct {
	items *azcosmos.ContainerClient
}

func (s *store) Revoke(ctx context.Context, key azcosmos.PartitionKey, entry []byte) error {
	if _, err := s.items.CreateItem(ctx, key, entry, nil); err != nil && !storage.IsConflictError(err) {
		return fmt.Errorf("revoke: %w", err)
	}
	notify(ctx)
	return nil
}
`,
    model: (source) =>
      lower(source, 'go', imports(), [
        store(
          fn(
            'Revoke',
            [context(), key(), param('entry')],
            [
              block(
                declare(pattern(ref('_'), ref('err')), create()),
                when(
                  op(
                    'and',
                    op('ne', ref('err'), nil()),
                    op('not', call(member(ref('storage'), 'IsConflictError'), ref('err'))),
                  ),
                  [give(wrapped('revoke: %w'))],
                ),
              ),
              run(call(ref('notify'), ref('ctx'))),
              give(nil()),
            ],
            { returns: error, kind: 'method' },
          ),
        ),
      ]),
    sites: [
      {
        line: 13,
        operation: 'POST /dbs/{}/colls/{}/docs',
        verdict: 'handled',
        reason: 'told-apart',
        certainty: 'likely',
      },
    ],
  },
  {
    name: 'go-test-held-in-a-boolean',
    language: 'go',
    kind: 'trap',
    shapeOf: 'Azure/ARO-RP pkg/cluster/ipaddresses.go:333',
    source: `package ledger

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

type store struct {
	items *azcosmos.ContainerClient
}

func hasStatus(err error, status int) bool {
	failed, ok := err.(*azcore.ResponseError)
	return ok && failed.StatusCode == status
}

func (s *store) create(ctx context.Context, key azcosmos.PartitionKey, entry []byte) (Item, error) {
	item, err := s.items.CreateItem(ctx, key, entry, nil)
	return item, err
}

func (s *store) Link(ctx context.Context, key azcosmos.PartitionKey, entry []byte) error {
	_, err := s.create(ctx, key, entry)

	present := err != nil && hasStatus(err, http.StatusConflict)
	if err != nil && !present {
		return err
	}
	if present {
		return s.verify(ctx, key)
	}
	return nil
}
`,
    model: (source) =>
      lower(source, 'go', imports(), [
        store(
          fn(
            'create',
            [context(), key(), param('entry')],
            [declare(pattern(ref('item'), ref('err')), create()), give(list(ref('item'), ref('err')))],
            { returns: type('results', type('Item'), error), kind: 'method' },
          ),
          fn(
            'Link',
            [context(), key(), param('entry')],
            [
              declare(
                pattern(ref('_'), ref('err')),
                call(member(self('s'), 'create'), ref('ctx'), ref('key'), ref('entry')),
              ),
              declare(
                ref('present'),
                op(
                  'and',
                  op('ne', ref('err'), nil()),
                  call(ref('hasStatus'), ref('err'), member(ref('http'), 'StatusConflict')),
                ),
              ),
              when(op('and', op('ne', ref('err'), nil()), op('not', ref('present'))), [give(ref('err'))]),
              when(ref('present'), [give(call(member(self('s'), 'verify'), ref('ctx'), ref('key')))]),
              give(nil()),
            ],
            { returns: error, kind: 'method' },
          ),
        ),
        define(
          fn(
            'hasStatus',
            [param('err', error), param('status', type('int'))],
            [
              declare(ref('ok'), is(ref('err'), type('azcore.ResponseError'), 'failed')),
              give(op('and', ref('ok'), op('eq', member(ref('failed'), 'StatusCode'), ref('status')))),
            ],
            { returns: type('bool') },
          ),
        ),
      ]),
    sites: [
      {
        line: 18,
        operation: 'POST /dbs/{}/colls/{}/docs',
        verdict: 'handled',
        reason: 'told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'go-conflict-tested-for-a-stale-etag',
    language: 'go',
    kind: 'trap',
    shapeOf: 'Azure/ARO-HCP internal/database/cosmosstorage/cosmosstorageutils/crud_helpers.go:353',
    source: `package ledger

import (
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"
)

func Carry(ctx context.Context, client *azcosmos.Client, key azcosmos.PartitionKey, entry []byte, etag azcore.ETag) error {
	items, err := client.NewContainer("ledger", "entries")
	if err != nil {
		return err
	}
	_, err = items.ReplaceItem(ctx, key, "total", entry, &azcosmos.ItemOptions{IfMatchEtag: &etag})
	var failed *azcore.ResponseError
	if errors.As(err, &failed) && failed.StatusCode == http.StatusConflict {
		return nil
	}
	return err
}
`,
    model: (source) =>
      lower(source, 'go', imports(), [
        define(
          fn(
            'Carry',
            [context(), param('client', type('azcosmos.Client')), key(), param('entry'), param('etag')],
            [
              declare(
                pattern(ref('items'), ref('err')),
                call(member(ref('client'), 'NewContainer'), lit('ledger'), lit('entries')),
              ),
              when(op('ne', ref('err'), nil()), [give(ref('err'))]),
              assign(
                pattern(ref('_'), ref('err')),
                call(
                  member(ref('items'), 'ReplaceItem'),
                  ref('ctx'),
                  ref('key'),
                  lit('total'),
                  ref('entry'),
                  make('azcosmos.ItemOptions', rec({ IfMatchEtag: ref('etag') })),
                ),
              ),
              declareTyped(ref('failed'), type('azcore.ResponseError')),
              when(
                op(
                  'and',
                  is(ref('err'), type('azcore.ResponseError'), 'failed'),
                  op('eq', member(ref('failed'), 'StatusCode'), member(ref('http'), 'StatusConflict')),
                ),
                [give(nil())],
              ),
              give(ref('err')),
            ],
            { returns: error },
          ),
        ),
      ]),
    sites: [
      {
        line: 13,
        operation: 'PUT /dbs/{}/colls/{}/docs/{}',
        verdict: 'mishandled',
        reason: 'wrong-status',
        certainty: 'certain',
      },
    ],
  },
];
