/** Helpers that look before they create. The handler for the one that slips between is part of them. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { sameAnswer, sameModel } from './create-or-find.js';
import { quoting } from './create-or-read.js';
import { COSMOS } from './slots.js';
import { Writer } from './writer.js';

const READS =
  'Hands on what is there, and creates it only where nothing is. Its values may differ from the ones given.';
const FINDS =
  'Hands on the one in the list with the same fields, and creates it only where there is none. Its other values may differ.';

/** What helpers for libraries that raise end in, once they have a `find`. */
const creating = (w: Writer): string => `  there = ${w.wait('find()')}
  if there is not None:
    return there
  try:
    return ${w.waits ? 'await ' : ''}create()
  except ${w.error?.type} as error:
    if ${w.isNone('error')}:
      raise
    # Somebody was faster between the two requests.
    there = ${w.wait('find()')}
    if there is None:
      raise
    return there`;

/** Read at its own address; a part of Cosmos DB by its handle. */
export function checkAndRead(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  const opens = COSMOS.has(subject.candidate.sdk?.id ?? '');
  const read = opens ? `${w.wait('handle.read()')}\n      return handle` : `return ${w.wait('read()')}`;
  return {
    name: opens ? 'open_or_create' : 'read_or_create',
    imports: w.imports(),
    source: (name) => `${w.head(name, 'create', opens ? 'handle' : 'read')}
  """${READS}"""
  ${w.head('find')}
    try:
      ${read}
    except ${type} as missing:
      if ${w.hasNot('missing', 404)}:
        raise
      return None

${creating(w)}`,
  };
}

/** Found in the list, by request builders. */
export function checkAndFind(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error || !subject.deferred) return undefined;
  return {
    name: 'find_or_create',
    imports: w.imports(),
    source: (name) => `${w.head(name, 'create', 'collection', 'wanted')}
  """${FINDS}"""
  ${sameModel.replace('\n      ', '\n    ')}

  async def find():
    page = await collection.get()
    while page is not None:
      for one in page.value or []:
        if same(one):
          return one
      link = page.odata_next_link
      page = await collection.with_url(link).get() if link else None
    return None

${creating(w)}`,
  };
}

/** Read at its own address, by a client whose answers have to be looked at. */
export function checkAndReadAnswer(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  return {
    name: 'read_or_create',
    imports: quoting(subject),
    source: (name) => `${w.head(name, 'create', 'read')}
  """${READS}"""
  there = ${w.wait('read()')}
  if ${w.answerStatus('there')} != 404:
    return there
  answer = ${w.waits ? 'await ' : ''}create()
  if ${none}:
    return answer
  # Somebody was faster between the two requests.
  there = ${w.wait('read()')}
  return answer if ${w.answerStatus('there')} == 404 else there`,
  };
}

/** Found in the list, by a client whose answers have to be looked at. */
export function checkAndFindAnswer(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  return {
    name: 'find_or_create',
    source: (name) => `${w.head(name, 'create', 'read', 'address', 'wanted')}
  """${FINDS}"""
  ${sameAnswer}

  ${w.head('find')}
    link = address
    while link:
      listed = ${w.wait('read(link)')}
      if ${w.answerStatus('listed')} != 200:
        return None
      page = listed.json()
      for one in page["value"]:
        if same(one):
          return ${w.wait('read(address + "/" + one["id"])')}
      link = page.get("@odata.nextLink")
    return None

  there = ${w.wait('find()')}
  if there is not None:
    return there
  answer = ${w.waits ? 'await ' : ''}create()
  if ${none}:
    return answer
  # Somebody was faster between the two requests.
  there = ${w.wait('find()')}
  return answer if there is None else there`,
  };
}
