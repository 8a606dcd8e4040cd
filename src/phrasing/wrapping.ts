/** A call handed to a helper, which is had from the file itself or from the one that helpers live in. */
import type { Wrap } from '../remedies/remedy.js';
import { type Subject, sourceOf } from '../remedies/subject.js';
import { type AtHome, atHome, type Home } from './home.js';
import { freeName } from './names.js';
import type { Helper, Phrasing, TextEdit } from './phrasing.js';
import { styleOf } from './style.js';

/** What a fix writes. */
export interface Written {
  edits: TextEdit[];
  /** The name of the helper that the file itself comes to hold. */
  helper?: string;
  /** Another file, as it is afterwards. */
  home?: { path: string; text: string };
}

/**
 * The call with its helper. A helper that the file has is used again; else it is had from the first home that suits.
 *
 * @param beside texts of the files that share their names with that of the call
 */
export function wrapped(
  wrap: Wrap,
  helper: Helper,
  subject: Subject,
  phrasing: Phrasing,
  homes: readonly Home[] = [],
  beside: readonly string[] = [],
): Written {
  const { name, inserted } = inFile(helper, subject, phrasing, beside);
  if (inserted.length === 0) return { edits: [callOf(wrap, name, subject, phrasing)] };
  for (const home of homes) {
    const there = atHome(helper, subject, phrasing, home);
    if (there) return fromHome(wrap, there, home, subject, phrasing);
  }
  const style = styleOf(subject.text);
  const place = phrasing.place(subject);
  const imports = Object.entries(helper.imports ?? {}).flatMap(
    ([module, names]) => phrasing.importing?.(subject, module, names, style) ?? [],
  );
  const gap = subject.text.slice(0, place.at).endsWith('\n') || place.at === 0 ? '' : style.eol;
  const text = `${gap}${style.eol}${inserted.reverse().join(style.eol + style.eol)}${style.eol}`;
  const edits = [...imports, callOf(wrap, name, subject, phrasing), { start: place.at, end: place.at, text }];
  return { edits: edits.sort((a, b) => a.start - b.start), helper: name };
}

function fromHome(
  wrap: Wrap,
  { name, imports, text }: AtHome,
  home: Home,
  subject: Subject,
  phrasing: Phrasing,
): Written {
  const edits = [...(imports ? [imports] : []), callOf(wrap, name, subject, phrasing)];
  edits.sort((a, b) => a.start - b.start);
  return text === home.text ? { edits } : { edits, home: { path: home.path, text } };
}

/** The helper under a name that is free, and the sources that are to be inserted for it, the last one first. */
function inFile(
  helper: Helper,
  subject: Subject,
  phrasing: Phrasing,
  beside: readonly string[],
): { name: string; inserted: string[] } {
  const style = styleOf(subject.text);
  const place = phrasing.place(subject);
  const inserted: string[] = [];
  const seen = [place.within ? sourceOf(subject, place.within) : subject.text, ...beside].join('\n');
  // A helper that the file has already is used again, also under the number it was once given.
  const have = (wanted: Helper): string => {
    const used = (wanted.uses ?? []).map(have);
    const write = (name: string): string => phrasing.restyle(wanted.source(name, used), style, subject);
    const known = [wanted.name, ...[2, 3, 4, 5].map((n) => `${wanted.name}${n}`)].find((name) =>
      seen.includes(write(name)),
    );
    if (known !== undefined) return known;
    const name = freeName(wanted.name, seen);
    inserted.push(write(name));
    return name;
  };
  return { name: have(helper), inserted };
}

/** The call, handed to the helper of this name. */
function callOf(wrap: Wrap, name: string, subject: Subject, phrasing: Phrasing): TextEdit {
  const style = styleOf(subject.text);
  const before = subject.deferred && subject.use === 'dropped' ? `${phrasing.awaits} ` : '';
  const line = phrasing.inline(phrasing.wrapped(withoutCode(wrap), name, HOLE, subject) ?? HOLE, style);
  const filled = line.replace(HOLE, () => handedOver(wrap, subject)).replace(CODE, (_, at) => codeOf(wrap, Number(at)));
  return { ...subject.call.range, text: before + filled };
}

/** The source of the call, with the parameter in the place of what was lifted out of it. */
function handedOver({ lifted }: Wrap, subject: Subject): string {
  const { range } = subject.call;
  if (!lifted) return sourceOf(subject, range);
  const before = sourceOf(subject, { start: range.start, end: lifted.range.start });
  return `${before}${lifted.name}${sourceOf(subject, { start: lifted.range.end, end: range.end })}`;
}

/** The user's own source text among the slots keeps its style too: a hole with its number stands for it. */
function withoutCode(wrap: Wrap): Wrap {
  return { ...wrap, slots: wrap.slots.map((slot, at) => ('code' in slot ? { code: `\uE010${at}\uE010` } : slot)) };
}

function codeOf({ slots }: Wrap, at: number): string {
  const slot = slots[at];
  return slot && 'code' in slot ? slot.code : '';
}

const CODE = /\uE010(\d+)\uE010/g;

/** Stands for the call's own source text, which keeps its style. */
const HOLE = '\uE000';
