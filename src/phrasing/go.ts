/** How fixes are written in Go: the results of the call are given to a helper as they are, error and all. */

import { readBeside } from './go/builder.js';
import { helpers } from './go/helpers.js';
import { importing } from './go/imports.js';
import { framed, placeOf, restyled } from './go/place.js';
import { argumentsOf } from './go/writer.js';
import type { Phrasing } from './phrasing.js';

/** Helpers that make the call themselves. */
const MAKES = new Set(['get-item', 'create-or-read']);

export const go: Phrasing = {
  languages: ['go'],
  awaits: '',
  piece(piece) {
    if ('code' in piece) return piece.code;
    if ('method' in piece) return piece.method;
    if ('anyOf' in piece)
      return piece.anyOf.every((one) => typeof one === 'string') ? `(${piece.anyOf.join(' || ')})` : undefined;
    // A status that is compared with a text is read in another way altogether.
    if (!('path' in piece) || typeof piece.against !== 'string') return undefined;
    return /^[\w.]+$/.test(piece.against) && /^\w+$/.test(piece.root)
      ? [piece.root, ...piece.path].join('.')
      : undefined;
  },
  helper: (key, subject) => helpers[key]?.(subject),
  wrapped(wrap, name, call, subject) {
    if (wrap.call === 'lifted') return undefined;
    const [slot] = wrap.slots;
    if (slot && 'beside' in slot) {
      const read = readBeside(subject, slot.beside);
      return read && `${name}(${read})(${call})`;
    }
    if (!MAKES.has(wrap.helper)) return `${name}(${call})`;
    const args = argumentsOf(subject);
    return args && `${name}(${args})`;
  },
  inline: (source) => source,
  frame: framed,
  restyle: restyled,
  importing,
  place: placeOf,
};
