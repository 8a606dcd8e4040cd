/** Helpers that find what is there already in the list it would have joined. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Elements are compared as Graph compares names; ids are texts in some models and UUIDs in others. */
const same = (read: string): string =>
  `def same(one):
      return all(str(${read}).lower() == str(value).lower() for name, value in wanted.items() if value is not None)`;

/** The same in a helper whose body is one step less deep. */
export const sameAnswer = same('one.get(name)').replace('\n      ', '\n    ');
export const sameModel = same('getattr(one, name, None)');

/** For request builders, which raise. */
export function createOrFind(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error || !subject.deferred) return undefined;
  return {
    name: 'create_or_find',
    imports: w.imports(w.pausing),
    source: (name) => `${w.head(name, 'create', 'collection', 'wanted')}
  """Creates; where it is there already, finds the one with the same fields. Its other values may differ."""
  try:
    return await create
  except ${w.error?.type} as error:
    if ${w.isNone('error')}:
      raise

    ${sameModel}

    for attempt in (1, 2):
      page = await collection.get()
      while page is not None:
        for one in page.value or []:
          if same(one):
            return one
        link = page.odata_next_link
        page = await collection.with_url(link).get() if link else None
      # The list can lag behind.
      ${w.pause(0.5)}
    # Known to the service and not in the list: deleted softly, or hidden. It is not restored unasked.
    raise`,
  };
}

/** For a client whose answers have to be looked at: the one that is found is read by itself, as an answer like the first. */
export function answerOrFind(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  return {
    name: 'create_or_find',
    imports: w.pausing,
    source: (name) => `${w.head(name, 'create', 'read', 'address', 'wanted')}
  """Creates; where it is there already, finds the one with the same fields. Its other values may differ."""
  answer = ${w.run('create')}
  if ${none}:
    return answer

  ${sameAnswer}

  for attempt in (1, 2):
    link = address
    while link:
      listed = ${w.wait('read(link)')}
      if ${w.answerStatus('listed')} != 200:
        return answer
      page = listed.json()
      for one in page["value"]:
        if same(one):
          return ${w.wait('read(address + "/" + one["id"])')}
      link = page.get("@odata.nextLink")
    # The list can lag behind.
    ${w.pause(0.5)}
  # Known to the service and not in the list: deleted softly, or hidden. It is not restored unasked.
  return answer`,
  };
}
