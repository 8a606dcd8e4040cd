/** How fixes are written in Java, with nothing newer than Java 8. */
import { helpers } from './java/helpers.js';
import { loop } from './java/loop.js';
import { pieceOf } from './java/pieces.js';
import { placeOf, restyled } from './java/place.js';
import { argumentOf, typeLiteral } from './java/slots.js';
import { handedOver } from './java/writer.js';
import type { Phrasing } from './phrasing.js';
import { indented } from './style.js';

export const java: Phrasing = {
  languages: ['java'],
  awaits: '',
  piece: pieceOf,
  helper: (key, subject) => helpers[key]?.(subject),
  wrapped(wrap, name, call, subject) {
    const first = handedOver(call, subject);
    const rest = wrap.slots.map((slot) => argumentOf(slot, subject));
    // What is read again is read as a type.
    if (wrap.helper === 'get-item') rest.push(typeLiteral(subject));
    if (first === undefined || rest.includes(undefined)) return undefined;
    return `${name}(${[first, ...rest].join(', ')})`;
  },
  inline: (source) => source,
  loop,
  frame: (source, style) => indented(source, style, 0),
  restyle: restyled,
  place: placeOf,
};
