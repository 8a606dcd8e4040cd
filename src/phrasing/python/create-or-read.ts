/** Helpers that read what is there already at its own address. */
import { lookupFor } from '../../remedies/lookups/index.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { createOrOpen } from './create-or-get.js';
import { COSMOS } from './slots.js';
import { Writer } from './writer.js';

/** For a library that raises. */
export function createOrRead(subject: Subject): Helper | undefined {
  if (COSMOS.has(subject.candidate.sdk?.id ?? '')) return createOrOpen(subject);
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  return {
    name: 'create_or_read',
    imports: w.imports(w.pausing),
    source: (name) => `${w.head(name, 'create', 'read')}
  """Creates; where it is there already, reads that one. Its values may differ from the ones given."""
  try:
    return ${w.run('create')}
  except ${type} as error:
    if ${w.isNone('error')}:
      raise
    for attempt in (1, 2):
      try:
        return ${w.wait('read()')}
      except ${type} as missing:
        # Not visible yet, deleted in the meantime, or known by another key.
        if ${w.hasNot('missing', 404)}:
          raise
        ${w.pause(0.5)}
    raise`,
  };
}

/** For a client whose answer has to be looked at. */
export function answerOrRead(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  return {
    name: 'create_or_read',
    imports: { ...w.pausing, ...quoting(subject) },
    source: (name) => `${w.head(name, 'create', 'read')}
  """Creates; where it is there already, reads that one. Its values may differ from the ones given."""
  answer = ${w.run('create')}
  if ${none}:
    return answer
  for attempt in (1, 2):
    there = ${w.wait('read()')}
    # Not visible yet, deleted in the meantime, or known by another key.
    if ${w.answerStatus('there')} != 404:
      return there
    ${w.pause(0.5)}
  return answer`,
  };
}

/** What is needed where the address has a value of the body in it. */
export function quoting({ site }: Subject): Record<string, readonly string[]> {
  const lookup = lookupFor(site);
  return lookup?.by === 'key' && lookup.fields.length > 0 ? { 'urllib.parse': [] } : {};
}
