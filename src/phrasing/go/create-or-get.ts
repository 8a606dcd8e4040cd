/** Helpers of Go that go on with what is there already. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { isHidden } from './imports.js';
import { errorOf, formOf, testOf, typeOf } from './writer.js';

/** Nothing to read: what the call gives beside its error is not used. */
export function goOnWhereThere(subject: Subject): Helper | Refusal | undefined {
  const form = formOf(subject);
  const test = testOf(subject);
  if (!test) return 'client-unknown';
  if (!form) return undefined;
  return {
    name: 'unlessThere',
    imports: test.imports,
    source: (name) => `// ${name} takes it for success where the service says that it is so already.
func ${name}${form.generics}(${form.params}) ${form.results} {${test.declares}
  if ${test.is} {
    return ${form.with('nil')}
  }
  return ${form.with('err')}
}`,
  };
}

/** A Cosmos DB item: its id is read out of its text. */
export function getItem(subject: Subject): Helper | Refusal | undefined {
  const error = errorOf(subject);
  const own = subject.candidate.cell.file.model.imports.find((i) => /\/azcosmos(?:\/v\d+)?$/.test(i.module));
  const test = testOf(subject);
  if (!error || !test || subject.call.args.length !== 4) return 'client-unknown';
  if (!own || ['context', 'encoding/json', 'time'].some((module) => isHidden(subject, module))) return undefined;
  const cosmos = own.names.at(0)?.local ?? 'azcosmos';
  return {
    name: 'createOrGetItem',
    imports: { ...test.imports, context: [], 'encoding/json': [], time: [] },
    source: (
      name,
    ) => `// ${name} creates an item; where its id is taken, it reads the one that is there. Its values may differ from the ones given.
func ${name}(ctx context.Context, container *${cosmos}.ContainerClient, key ${cosmos}.PartitionKey, item []byte, options *${cosmos}.ItemOptions) (${cosmos}.ItemResponse, error) {
  response, err := container.CreateItem(ctx, key, item, options)${test.declares}
  if !(${test.is}) {
    return response, err
  }
  var named struct {
    ID string \`json:"id"\`
  }
  if json.Unmarshal(item, &named) != nil || named.ID == "" {
    return response, err
  }
  for attempt := 1; attempt <= 2; attempt++ {
    existing, missing := container.ReadItem(ctx, key, named.ID, nil)
    if missing == nil {
      return existing, nil
    }
    var absent ${typeOf(subject, error)}
    if !errors.As(missing, &absent) || absent.${error.row.status} != 404 {
      return existing, missing
    }
    // Not visible yet, deleted in the meantime, or known by another key.
    select {
    case <-ctx.Done():
      return response, ctx.Err()
    case <-time.After(500 * time.Millisecond):
    }
  }
  return response, err
}`,
  };
}
