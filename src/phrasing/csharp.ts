/** How fixes are written in C#, with nothing newer than C# 7. */
import { comparable } from './csharp/comparable.js';
import { helpers } from './csharp/helpers.js';
import { loop } from './csharp/loop.js';
import { framed, named, placeOf, restyled } from './csharp/place.js';
import { clause, conflictTest, joined, predicate } from './csharp/predicate.js';
import { tokenOf } from './csharp/retry.js';
import { lambdaOf, slotOf } from './csharp/slots.js';
import type { Phrasing } from './phrasing.js';

export const csharp: Phrasing = {
  languages: ['csharp'],
  awaits: 'await',
  piece(piece, subject) {
    if ('code' in piece) return piece.code;
    if ('method' in piece) return piece.method;
    if ('anyOf' in piece) return joined(piece.anyOf, ' || ', subject);
    if ('allOf' in piece) return joined(piece.allOf, ' && ', subject);
    if ('conflict' in piece) return conflictTest(piece, subject);
    if ('catches' in piece) return clause(piece.catches, subject);
    if ('rounds' in piece) return `for (int ${piece.rounds} = 1; ; ${piece.rounds}++)`;
    if ('orConflict' in piece || 'alsoFor' in piece) return predicate(piece, subject);
    if ('awaits' in piece) return 'await ';
    if ('merges' in piece) return `MergeChanges(${piece.merges.join(', ')})`;
    return 'path' in piece ? comparable(piece) : undefined;
  },
  helper: (key, subject) => named(helpers[key]?.(subject), subject),
  wrapped(wrap, name, call, subject) {
    const rest = wrap.slots.map((slot) => slotOf(slot, subject));
    if (rest.includes(undefined)) return undefined;
    const first = wrap.call === 'started' ? call : lambdaOf(wrap, call, subject);
    if (first === undefined) return undefined;
    const token = wrap.helper.startsWith('retry') ? tokenOf(subject) : undefined;
    return `${name}(${[first, ...rest, ...(token === undefined ? [] : [token])].join(', ')})`;
  },
  inline: (source) => source,
  frame: framed,
  loop,
  restyle: restyled,
  place: placeOf,
};
