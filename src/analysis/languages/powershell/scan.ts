/** Characters, blanks, comments and words. */
import { span } from '../nodes.js';
import type { Reader } from './reader.js';

/** Also the dashes that word processors put in their place. */
export const isDash = (c: string): boolean => c === '-' || c === '–' || c === '—' || c === '―';
export const isDouble = (c: string): boolean => c === '"' || c === '“' || c === '”' || c === '„';
export const isSingle = (c: string): boolean => c === "'" || c === '‘' || c === '’' || c === '‚' || c === '‛';
export const isBlank = (c: string): boolean =>
  c !== '' && c !== '\n' && c !== '\r' && /\s|\u00a0|\ufeff|\u0085/.test(c);
export const isBreak = (c: string): boolean => c === '\n' || c === '\r';
export const isLetter = (c: string): boolean => c !== '' && /[\p{L}_]/u.test(c);
export const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1;
export const isWord = (c: string): boolean => isDigit(c) || isLetter(c);

/** Blanks, continued lines and comments, up to the end of the line. */
export function blanks(r: Reader): void {
  for (;;) {
    const c = r.at();
    if (isBlank(c)) r.pos++;
    else if (c === '`' && isBreak(r.at(1))) r.pos += r.at(1) === '\r' && r.at(2) === '\n' ? 3 : 2;
    else if (c === '`' && isBlank(r.at(1))) r.pos += 2;
    else if (c === '#') lineComment(r);
    else if (c === '<' && r.at(1) === '#') blockComment(r);
    else return;
  }
}

/** The same with line ends. */
export function gap(r: Reader): void {
  for (;;) {
    blanks(r);
    if (!isBreak(r.at())) return;
    r.pos++;
  }
}

/** The same with semicolons: what may stand between statements. */
export function between(r: Reader): void {
  for (;;) {
    gap(r);
    if (r.at() !== ';') return;
    r.pos++;
  }
}

function lineComment(r: Reader): void {
  const start = r.pos;
  while (!r.done && !isBreak(r.at())) r.pos++;
  comment(r, start);
}

function blockComment(r: Reader): void {
  const start = r.pos;
  const end = r.text.indexOf('#>', start + 2);
  r.pos = end < 0 ? r.text.length : end + 2;
  if (end < 0) r.damage(start);
  comment(r, start);
}

function comment(r: Reader, start: number): void {
  const text = r.text.slice(start, r.pos);
  // A place that is read twice has one comment.
  if (text.includes('guard409-') && !r.comments.some((c) => c.range.start === start))
    r.comments.push({ text, range: span(start, r.pos) });
  if (!/^#requires\b/i.test(text)) return;
  for (const m of text.matchAll(/-Modules?\s+([\w.,\s'"@{}=;-]+)/gi))
    for (const name of m[1]?.matchAll(/[A-Za-z][\w.]+/g) ?? []) imports(r, name[0], start);
}

/** Notes a module that the file names. */
export function imports(r: Reader, module: string, start: number): void {
  const relative = /^\.{1,2}[\\/]/.test(module);
  r.imports.push({ module, form: 'sideEffect', names: [], relative, typeOnly: false, range: span(start, r.pos) });
}

/** The word that stands here, letters, digits, dashes and what names of commands may hold besides. */
export function peekWord(r: Reader): string {
  let end = r.pos;
  while (end < r.text.length && /[\p{L}\p{N}_-]/u.test(r.text[end] ?? '')) end++;
  return r.text.slice(r.pos, end);
}

/** True where a word of a command ends. */
export function endsWord(c: string): boolean {
  return c === '' || isBlank(c) || isBreak(c) || ';|&(){},'.includes(c);
}

/** Where the bracket that stands here is closed, quotes and comments apart; the end of the text where it is not. */
export function closing(r: Reader, from = r.pos): number {
  const pairs: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  const open: string[] = [];
  for (let i = from; i < r.text.length; i++) {
    const c = r.text[i] ?? '';
    if (c === '`') i++;
    else if (c === '"' || c === "'") {
      const end = r.text.indexOf(c, i + 1);
      if (end < 0) return r.text.length;
      i = end;
    } else if (pairs[c]) open.push(pairs[c]);
    else if (c === open.at(-1)) {
      open.pop();
      if (!open.length) return i;
    }
  }
  return r.text.length;
}

/** True where a statement ends. */
export function atEnd(r: Reader): boolean {
  const c = r.at();
  return c === '' || c === ';' || c === '}' || c === ')' || isBreak(c);
}
