/** Texts that are made of known pieces and source texts, as they are written in Python. */
import type { TextParts } from '../../remedies/remedy.js';
import { literal } from './literal.js';

/**
 * A text of parts: a literal where all are known, the one source text, an f-string, or a sum where older versions of Python
 * could not read the quotes inside of one. What goes into a path is quoted by `urllib.parse`.
 */
export function textOf(parts: TextParts): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && only.as === undefined) return only.code;
  const known = parts.map((part) => (typeof part === 'string' ? part : plainOf(part)));
  if (known.every((part) => part !== undefined)) return literal(known.join(''));
  const codes = parts.map((part, index) => known[index] ?? { code: typeof part === 'string' ? '' : written(part) });
  const nests = codes.some((part) => typeof part === 'object' && /["'\\{}\n#]/.test(part.code));
  if (nests) return joined(codes).map(summand).join(' + ');
  const inside = codes.map((part) =>
    typeof part === 'string' ? literal(part).slice(1, -1).replace(/[{}]/g, '$&$&') : `{${part.code}}`,
  );
  return `f"${inside.join('')}"`;
}

/** Whether a text of parts asks `urllib.parse` to quote one of them. */
export function quotes(parts: TextParts): boolean {
  return parts.some((part) => typeof part === 'object' && part.as !== undefined && plainOf(part) === undefined);
}

type Part = Exclude<TextParts[number], string>;

/** A literal needs no place of its own. */
function plainOf({ code, as }: Part): string | undefined {
  const plain = /^(['"])([^'"\\{}]*)\1$/.exec(code)?.[2];
  return plain !== undefined && (as === undefined || /^[\w-]*$/.test(plain)) ? plain : undefined;
}

function written({ code, as }: Part): string {
  if (as === undefined) return code;
  return as === 'key' ? `urllib.parse.quote(${code})` : `urllib.parse.quote(${code}.replace("'", "''"))`;
}

type Piece = string | { code: string };

/** Neighbouring known pieces as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (typeof last === 'string' && typeof piece === 'string') out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}

const summand = (piece: Piece): string => (typeof piece === 'string' ? literal(piece) : simple(piece.code));

/** Operators inside would be taken apart by the sum. */
function simple(code: string): string {
  return /^[\w.[\]"']+$|^urllib\./.test(code) || /^f?(["'])(?:(?!\1).)*\1$/.test(code) ? code : `(${code})`;
}
