/** Helpers that hand on what is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Read at its own address. */
export function createOrRead(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (w.guard === '') return undefined;
  return {
    name: 'createOrRead',
    source: (
      name,
    ) => `/** Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given. */
${w.head(
  name,
  '<T>',
  [
    ['create', ': Promise<T>'],
    ['read', ': () => Promise<T>'],
  ],
  'Promise<T>',
)}
  try {
    return await create;
  } ${w.caught} {
${w.guard}
    for (let attempt = 1; attempt <= 2; attempt++) {
      try {
        return await read();
      } catch (missing${w.ts(': any')}) {
        // Not visible yet, or deleted in the meantime.
        if (${w.statusOf('missing')} !== 404) throw missing;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    throw error;
  }
}`,
  };
}

/** Read at its own address, by a client whose answers have to be looked at. */
export function answerOrRead(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflictAnswer('answer');
  if (test === '') return undefined;
  const reads = w.readWords('answer');
  const any = w.ts(': any');
  return {
    name: 'createOrRead',
    source: (
      name,
    ) => `/** Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given. */
${w.head(
  name,
  '<T>',
  [
    ['create', ': Promise<T>'],
    ['read', ': () => Promise<T>'],
  ],
  'Promise<T>',
)}
  const answer${any} = await create;${reads === '' ? '' : `\n  ${reads}`}
  const isConflict = ${test};
  if (!isConflict) return answer;
  for (let attempt = 1; attempt <= 2; attempt++) {
    const there${any} = await read();
    // Not visible yet, or deleted in the meantime.
    if (${w.answerStatus('there')} !== 404) return there;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return answer;
}`,
  };
}

/** Found in the list. */
export function createOrFind(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (w.guard === '') return undefined;
  const page = w.bodyOf('page');
  return {
    name: 'createOrFind',
    source: (
      name,
    ) => `/** Creates; where it is there already, finds the one with the same fields and hands it on. Its other values may differ. */
${w.head(
  name,
  '<T>',
  [
    ['create', ': Promise<T>'],
    ['read', ': (url: string) => Promise<any>'],
    ['list', ': string'],
    ['wanted', ': Record<string, unknown>'],
  ],
  'Promise<T>',
)}
  try {
    return await create;
  } ${w.caught} {
${w.guard}
    const same = (a${w.ts(': unknown')}, b${w.ts(': unknown')}) => String(a).toLowerCase() === String(b).toLowerCase();
    const isTwin = (one${w.ts(': any')}) => Object.entries(wanted).every(([field, value]) => same(one[field], value));
    for (let attempt = 1; attempt <= 2; attempt++) {
      for (let next${w.ts(': string | undefined')} = list; next; ) {
        const page = await read(next);
        const twin = ${page}.value.find(isTwin);
        if (twin) return ${w.answerWith('page', 'twin')};
        next = ${page}['@odata.nextLink'];
      }
      // The list can lag behind.
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    // Known to the service and not in the list: deleted softly, or hidden. It is not restored behind anybody's back.
    throw error;
  }
}`,
  };
}

/** Nothing to read: the call hands out nothing that is used. */
export function goOnWhereThere(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (w.guard === '') return undefined;
  return {
    name: 'unlessThere',
    source: (name) => `/** Makes the call; where the service says that it is so already, that is as good. */
${w.head(name, '', [['call', ': Promise<unknown>']], 'Promise<void>')}
  try {
    await call;
  } ${w.caught} {
${w.guard}
  }
}`,
  };
}
