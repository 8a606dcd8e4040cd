/** Helpers of C# that hand on what is there already. Each one is bounded and ends in the original exception. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { isOlder } from './builder.js';
import { answerRows, wordsOf } from './errors.js';
import { Writer } from './writer.js';

/** Reads twice at most; `read` is awaited. */
function reading(w: Writer, read: string): string {
  const type = w.type(w.error?.type ?? '');
  return `catch (${type} error) when (${w.isConflict('error')})
  {
    for (int attempt = 1; attempt <= 2; attempt++)
    {
      try
      {
        return await ${read}.ConfigureAwait(false);
      }
      catch (${type} missing) when (${w.hasStatus('missing', 404)})
      {
        // Not visible yet, deleted in the meantime, or known by another key.
      }
      await ${w.type('System.Threading.Tasks.Task')}.Delay(500).ConfigureAwait(false);
    }
    throw;
  }`;
}

/** Read at its own address. */
export function createOrRead(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const task = w.type('System.Threading.Tasks.Task');
  return {
    name: 'CreateOrReadAsync',
    source: (
      name,
    ) => `/// <summary>Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given.</summary>
private static async ${task}<TAnswer> ${name}<TAnswer>(${task}<TAnswer> create, ${w.type('System.Func')}<${task}<TAnswer>> read)
{
  try
  {
    return await create.ConfigureAwait(false);
  }
  ${reading(w, 'read()')}
}`,
  };
}

/** Read at its own address, by a client whose answers have to be looked at. */
export function answerOrRead(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  const row = answerRows[subject.candidate.sdk?.id ?? ''];
  if (!row) return 'client-unknown';
  const task = w.type('System.Threading.Tasks.Task');
  const type = w.type(row.type);
  return {
    name: 'CreateOrReadAsync',
    source: (
      name,
    ) => `/// <summary>Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given.</summary>
private static async ${task}<${type}> ${name}(${task}<${type}> create, ${w.type('System.Func')}<${task}<${type}>> read)
{
  ${type} answer = await create.ConfigureAwait(false);${wordsOf(row, subject.tells)}
  if (${w.test('answer', row, subject.tells)})
  {
    for (int attempt = 1; attempt <= 2; attempt++)
    {
      ${type} there = await read().ConfigureAwait(false);
      // Not visible yet, deleted in the meantime, or known by another key.
      if ((int)there.StatusCode != 404) return there;
      await ${task}.Delay(500).ConfigureAwait(false);
    }
  }
  return answer;
}`,
  };
}

/** A Cosmos DB item: read by what the service compares. */
export function getItem(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  const cosmos = (name: string): string => w.type(`Microsoft.Azure.Cosmos.${name}`);
  const task = `${w.type('System.Threading.Tasks.Task')}<${cosmos('ItemResponse')}<TItem>>`;
  return {
    name: 'CreateOrGetItemAsync',
    source: (
      name,
    ) => `/// <summary>Creates an item; where its id is taken, reads the one that is there and hands it on. Its values may differ from the ones given.</summary>
private static async ${task} ${name}<TItem>(${task} create, ${cosmos('Container')} container, string id, ${cosmos('PartitionKey')} partitionKey)
{
  try
  {
    return await create.ConfigureAwait(false);
  }
  ${reading(w, 'container.ReadItemAsync<TItem>(id, partitionKey)')}
}`,
  };
}

/** Found in the list, page by page. A page of an older library leads to the next one itself. */
export function createOrFind(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const task = w.type('System.Threading.Tasks.Task');
  const func = w.type('System.Func');
  const linq = w.type('System.Linq.Enumerable');
  const list = `${w.type('System.Collections.Generic.IEnumerable')}<TItem>`;
  const pages = isOlder(subject) ? LED_BY_PAGES : LED_BY_LINKS;
  return {
    name: 'CreateOrFindAsync',
    source: (
      name,
    ) => `/// <summary>Creates; where it is there already, finds the one with the same key and hands it on. Its other values may differ.</summary>
private static async ${task}<TItem> ${name}<TItem, TPage>(
  ${task}<TItem> create,
${pages
  .parameters(func, task, list)
  .map((one) => `  ${one},`)
  .join('\n')}
  ${func}<TItem, object[]> key,
  params object[] wanted)${pages.limits}
{
  try
  {
    return await create.ConfigureAwait(false);
  }
  catch (${w.type(w.error?.type ?? '')} error) when (${w.isConflict('error')})
  {
    // Ids are GUIDs in some models and texts in others.
    ${func}<object[], ${w.type('System.Collections.Generic.IEnumerable')}<string>> texts = values => ${linq}.Select(values, value => ${w.type('System.Convert')}.ToString(value));
    for (int attempt = 1; attempt <= 2; attempt++)
    {
      ${pages.before}
      {${pages.read === '' ? '' : `\n        ${pages.read}`}
        foreach (TItem one in items(page) ?? ${linq}.Empty<TItem>())
        {
          bool same = ${linq}.SequenceEqual(texts(key(one)), texts(wanted), ${w.type('System.StringComparer')}.OrdinalIgnoreCase);
          if (same) return one;
        }
        ${pages.after.replace('TASK', task)}
      // The list can lag behind.
      await ${task}.Delay(500).ConfigureAwait(false);
    }
    // Known to the service and not in the list: deleted softly, or hidden. It is not restored behind anybody's back.
    throw;
  }
}`,
  };
}

/** How one comes from page to page. */
interface Pages {
  parameters(func: string, task: string, list: string): string[];
  limits: string;
  before: string;
  read: string;
  after: string;
}

/** Each page holds the address of the next one. */
const LED_BY_LINKS: Pages = {
  parameters: (func, task, list) => [
    `${func}<string, ${task}<TPage>> read`,
    `${func}<TPage, ${list}> items`,
    `${func}<TPage, string> next`,
  ],
  limits: '',
  before: 'string link = null;\n      do',
  read: 'TPage page = await read(link).ConfigureAwait(false);',
  after: 'link = next(page);\n      }\n      while (link != null);',
};

/** Each page begins the request for the next one; the last one begins none. */
const LED_BY_PAGES: Pages = {
  parameters: (func, task, list) => [
    `${func}<${task}<TPage>> first`,
    `${func}<TPage, ${task}<TPage>> next`,
    `${func}<TPage, ${list}> items`,
  ],
  limits: ' where TPage : class',
  before: 'TPage page = await first().ConfigureAwait(false);\n      while (page != null)',
  read: '',
  after:
    'TASK<TPage> coming = next(page);\n        page = coming == null ? null : await coming.ConfigureAwait(false);\n      }',
};

/** Nothing to read: the call hands out nothing that is used. */
export function goOnWhereThere(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const task = w.type('System.Threading.Tasks.Task');
  const waits = subject.deferred;
  return {
    name: waits ? 'UnlessThereAsync' : 'UnlessThere',
    source: (
      name,
    ) => `/// <summary>Makes the call; where the service says that it is so already, that is as good.</summary>
private static ${waits ? `async ${task}` : 'void'} ${name}(${waits ? task : w.type('System.Action')} call)
{
  try
  {
    ${waits ? 'await call.ConfigureAwait(false)' : 'call()'};
  }
  catch (${w.type(w.error?.type ?? '')} error) when (${w.isConflict('error')})
  {
    // There already.
  }
}`,
  };
}
