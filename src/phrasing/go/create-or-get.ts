/** Helpers of Go that go on with what is there already. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import type { ErrorRow } from './errors.js';
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
  const cosmos = cosmosName(subject);
  const test = testOf(subject);
  if (!error || !test || subject.call.args.length !== 4) return 'client-unknown';
  if (!cosmos || ['context', 'encoding/json', 'time'].some((module) => isHidden(subject, module))) return undefined;
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
${reading(subject, { ...error, read: 'container.ReadItem(ctx, key, named.ID, nil)', result: 'response' }).replace(/^ {2}/gm, '')}
}`,
  };
}

/** Packages of the library with all its builders. */
const WHOLE = /^github\.com\/microsoftgraph\/msgraph(?:-beta)?-sdk-go(?:\/|$)/;

/** Read again at another key of the same kind: `read` is a method of a request builder, so that the types are its own. */
export function createOrRead(subject: Subject): Helper | Refusal | undefined {
  const { sdk } = subject.candidate;
  if (sdk?.id === 'azcosmos') return definition(subject);
  const error = errorOf(subject);
  const test = testOf(subject);
  if (!error || !test) return 'client-unknown';
  // A library that was made for one project has only the builders this one asks for.
  const whole = subject.candidate.cell.file.model.imports.some((i) => WHOLE.test(i.module));
  if (sdk?.id !== 'msgraph-go' || !whole || formOf(subject)?.generics !== '[T any]') return undefined;
  if (['context', 'time'].some((module) => isHidden(subject, module))) return undefined;
  return {
    name: 'createOrRead',
    imports: { ...test.imports, context: [], time: [] },
    source: (
      name,
    ) => `// ${name} is given a create; where it is there already, it reads that one. Its values may differ from the ones given.
func ${name}[T, C any](ctx context.Context, read func(context.Context, *C) (T, error)) func(T, error) (T, error) {
  return func(result T, err error) (T, error) {${test.declares.replace('\n', '\n  ')}
    if !(${test.is}) {
      return result, err
    }
${reading(subject, { ...error, read: 'read(ctx, nil)', result: 'result' })}
  }
}`,
  };
}

/** Reads twice at most, a helper's body from the conflict on. */
function reading(
  subject: Subject,
  { row, module, read, result }: { row: ErrorRow; module: string; read: string; result: string },
): string {
  return `    for attempt := 1; attempt <= 2; attempt++ {
      existing, missing := ${read}
      if missing == nil {
        return existing, nil
      }
      var absent ${typeOf(subject, { row, module })}
      if !errors.As(missing, &absent) || absent.${row.status} != 404 {
        return existing, missing
      }
      // Not visible yet, or deleted in the meantime.
      select {
      case <-ctx.Done():
        return ${result}, ctx.Err()
      case <-time.After(500 * time.Millisecond):
      }
    }
    return ${result}, err`;
}

/** What of Cosmos DB is defined by a name: how it is made and had, by operation. */
const DEFINITIONS: Readonly<Record<string, { word: string; of: string }>> = {
  'POST /dbs': { word: 'Database', of: 'Client' },
  'POST /dbs/{}/colls': { word: 'Container', of: 'DatabaseClient' },
};

/** A database or container, which is read by its name. */
function definition(subject: Subject): Helper | Refusal | undefined {
  const error = errorOf(subject);
  const test = testOf(subject);
  const row = DEFINITIONS[subject.site.operation];
  const own = cosmosName(subject);
  if (!error || !test || !own) return 'client-unknown';
  if (!row || subject.call.args.length !== 3) return undefined;
  if (['context', 'time'].some((module) => isHidden(subject, module))) return undefined;
  const { word, of } = row;
  return {
    name: `createOrRead${word}`,
    imports: { ...test.imports, context: [], time: [] },
    source: (
      name,
    ) => `// ${name} creates; where it is there already, it reads that one. Its settings may differ from the ones given.
func ${name}(ctx context.Context, parent *${own}.${of}, properties ${own}.${word}Properties, options *${own}.Create${word}Options) (${own}.${word}Response, error) {
  ${word.toLowerCase()}, err := parent.New${word}(properties.ID)
  if err != nil {
    return ${own}.${word}Response{}, err
  }
  response, err := parent.Create${word}(ctx, properties, options)${test.declares}
  if !(${test.is}) {
    return response, err
  }
${reading(subject, { ...error, read: `${word.toLowerCase()}.Read(ctx, nil)`, result: 'response' }).replace(/^ {2}/gm, '')}
}`,
  };
}

/** The name that azcosmos goes by in the file. */
function cosmosName(subject: Subject): string | undefined {
  const own = subject.candidate.cell.file.model.imports.find((i) => /\/azcosmos(?:\/v\d+)?$/.test(i.module));
  return own && (own.names.at(0)?.local ?? 'azcosmos');
}
