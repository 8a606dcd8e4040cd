/** Helpers that look before they create. The handler for the one that slips between is part of them. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** What both end in, once they have a `find`. */
const createUnlessFound = (w: Writer): string => `  const existing = await find();
  if (existing !== undefined) return existing;
  try {
    return await create();
  } ${w.caught} {
${w.guard}
    // Somebody was faster between the two requests.
    const theirs = await find();
    if (theirs === undefined) throw error;
    return theirs;
  }
}`;

/** Read at its own address. */
export function checkAndRead(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (w.guard === '') return undefined;
  return {
    name: 'readOrCreate',
    source: (
      name,
    ) => `/** Hands on what is there, and creates it only where nothing is. Its values may differ from the ones given. */
${w.head(
  name,
  '<T>',
  [
    ['create', ': () => Promise<T>'],
    ['read', ': () => Promise<T>'],
  ],
  'Promise<T>',
)}
  const find = async () => {
    try {
      return await read();
    } catch (missing${w.ts(': any')}) {
      if (${w.statusOf('missing')} !== 404) throw missing;
      return undefined;
    }
  };
${createUnlessFound(w)}`,
  };
}

/** Found in the list. */
export function checkAndFind(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (w.guard === '') return undefined;
  const any = w.ts(': any');
  const page = w.bodyOf('page');
  return {
    name: 'findOrCreate',
    source: (
      name,
    ) => `/** Hands on the one in the list with the same fields, and creates it only where there is none. Its other values may differ. */
${w.head(
  name,
  '<T>',
  [
    ['create', ': () => Promise<T>'],
    ['read', ': (url: string) => Promise<any>'],
    ['list', ': string'],
    ['wanted', ': Record<string, unknown>'],
  ],
  'Promise<T>',
)}
  const same = (a${w.ts(': unknown')}, b${w.ts(': unknown')}) => String(a).toLowerCase() === String(b).toLowerCase();
  const isTwin = (one${any}) => Object.entries(wanted).every(([field, value]) => same(one[field], value));
  const find = async () => {
    for (let next${w.ts(': string | undefined')} = list; next; ) {
      const page = await read(next);
      const twin = ${page}.value.find(isTwin);
      if (twin) return ${w.answerWith('page', 'twin')};
      next = ${page}['@odata.nextLink'];
    }
    return undefined;
  };
${createUnlessFound(w)}`,
  };
}
