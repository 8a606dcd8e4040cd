/** Commands: simple ones, compound ones, pipelines and lists. */

import { functionBody, readCompound } from './compound.js';
import { bareWord, endsWord, isName, type Parts, type Reader } from './reader.js';
import type { Assignment, Command, FunctionCommand, Item, Pipeline, Redirection, Simple, Word } from './syntax.js';
import { plain } from './syntax.js';
import { Words } from './words.js';

/** Words that end a list where a command could begin. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);

/** More programs in a row are written by nobody. */
const MAX_PIPES = 40;

const words = new Words((r, closer) => list(r, closer));

export const parts: Parts = { list, command, words };

/** Commands up to a closing sign or word, which is not taken. */
function list(r: Reader, closer: string): Item[] {
  const out: Item[] = [];
  for (;;) {
    between(r);
    if (r.done || closes(r, closer)) return out;
    const at = r.pos;
    const item = r.nested(
      () => chain(r),
      () => undefined,
    );
    if (item) out.push(item);
    if (r.pos === at) {
      r.pos++;
      r.damage(at);
    }
  }
}

/** True where the list ends: at its closing sign, or at a word that only ends one. */
function closes(r: Reader, closer: string): boolean {
  const c = r.at();
  if (c === ')' && closer !== ';;') return closer === ')';
  if (c === '`' && r.ticked) return true;
  if (closer === ';;' && (r.starts(';;') || r.starts(';&'))) return true;
  const word = bareWord(r);
  if (!CLOSERS.has(word)) return false;
  // A word that closes nothing here is damage, and passed over.
  return closer !== '' && closer !== ')' && closer !== '`';
}

/** What may stand between commands. */
function between(r: Reader): void {
  for (;;) {
    r.gap();
    if (r.at() === ';' && !r.starts(';;') && !r.starts(';&')) r.pos++;
    else if (r.at() === '&' && r.at(1) !== '&' && r.at(1) !== '>') r.pos++;
    else return;
  }
}

function chain(r: Reader): Item {
  const start = r.pos;
  const first = pipeline(r);
  const rest: Item['rest'] = [];
  for (;;) {
    const at = r.pos;
    r.blanks();
    const op = r.starts('&&') ? '&&' : r.starts('||') ? '||' : undefined;
    if (!op) {
      r.pos = at;
      break;
    }
    r.pos += 2;
    r.gap();
    rest.push({ op, pipeline: pipeline(r) });
  }
  return { first, rest, start, end: r.pos };
}

function pipeline(r: Reader): Pipeline {
  const start = r.pos;
  let not = false;
  while (r.at() === '!' && endsWord(r.at(1))) {
    not = !not;
    r.pos++;
    r.blanks();
  }
  const commands = [command(r)];
  for (;;) {
    const at = r.pos;
    r.blanks();
    if (r.at() !== '|' || r.at(1) === '|') {
      r.pos = at;
      break;
    }
    r.pos += r.at(1) === '&' ? 2 : 1;
    r.gap();
    const next = command(r);
    if (commands.length < MAX_PIPES) commands.push(next);
  }
  return { not, commands, start, end: r.pos };
}

function command(r: Reader): Command {
  const made = readCompound(r, bareWord(r));
  if (!made) return simple(r);
  if ('redirections' in made) made.redirections.push(...redirections(r));
  else if (made.k === 'test') redirections(r);
  return made;
}

/** What is led elsewhere behind a command. */
export function redirections(r: Reader): Redirection[] {
  const out: Redirection[] = [];
  for (;;) {
    const at = r.pos;
    r.blanks();
    const one = redirection(r);
    if (!one) {
      r.pos = at;
      return out;
    }
    out.push(one);
  }
}

function redirection(r: Reader): Redirection | undefined {
  const m = /^(\d?)(<<<|<<-?|&>>?|>>|>&|<&|>\||<>|>|<)(?!\()/.exec(r.text.slice(r.pos, Math.min(r.pos + 5, r.end)));
  const op = m?.[2];
  if (!m || !op) return undefined;
  const start = r.pos;
  r.pos += m[0].length;
  r.blanks();
  const both = op.startsWith('&');
  const from = both ? '&' : (m[1] ?? '') || (op.startsWith('<') ? '0' : '1');
  const target = words.word(r);
  const made: Redirection = { from, op: both ? op.slice(1) : op, target };
  if (op === '<<' || op === '<<-') {
    const quoted = target.parts.some((p) => p.p === 'text' && p.quoted);
    made.op = '<<';
    made.target = { parts: [], start, end: r.pos };
    r.awaited.push({ redirection: made, word: plain(target) ?? '', tabs: op === '<<-', quoted });
  }
  return made;
}

function simple(r: Reader): Simple | FunctionCommand {
  const start = r.pos;
  const out: Simple = { k: 'simple', assignments: [], words: [], redirections: [], start, end: start };
  let end = start;
  for (;;) {
    r.blanks();
    const at = r.pos;
    const led = redirection(r);
    if (led) out.redirections.push(led);
    else {
      const assigned = out.words.length && !declares(out.words) ? undefined : assignment(r);
      if (assigned) {
        if (out.words.length) out.words.push({ parts: [], start: at, end: at });
        out.assignments.push(assigned);
      } else {
        if (r.ticked && r.at() === '`') break;
        if (endsWord(r.at()) && !(r.at() !== '' && '<>'.includes(r.at()) && r.at(1) === '(')) break;
        out.words.push(words.word(r));
        const made = out.words.length === 1 ? functionHere(r, out) : undefined;
        if (made) return made;
      }
    }
    if (r.pos === at) break;
    end = r.pos;
  }
  out.end = end;
  return out;
}

const DECLARING = new Set(['local', 'export', 'declare', 'typeset', 'readonly']);

function declares(list: Word[]): boolean {
  return DECLARING.has(plain(list[0]) ?? '');
}

/** `name=word`, `name+=word`, `name=( … )`, `name[i]=word`. */
function assignment(r: Reader): Assignment | undefined {
  const c = r.at();
  if (!isName(c) || /[0-9]/.test(c)) return undefined;
  const m = /^([A-Za-z_]\w*)(\[[^\]\n=]{0,80}\])?(\+?)=/.exec(r.text.slice(r.pos, Math.min(r.pos + 200, r.end)));
  if (!m) return undefined;
  const start = r.pos;
  r.pos += m[0].length;
  let value: Word | Word[] | undefined;
  if (r.at() === '(') {
    r.pos++;
    value = [];
    for (;;) {
      r.gap();
      if (r.done || r.at() === ')') break;
      const at = r.pos;
      const word = words.word(r);
      if (r.pos === at) r.pos++;
      else value.push(word);
    }
    if (!r.takes(')')) r.damage(start);
  } else value = words.word(r);
  return { name: m[1] ?? '', adds: m[3] === '+', indexed: m[2] !== undefined, value, start, end: r.pos };
}

/** `name() { … }`. */
function functionHere(r: Reader, { words: [word] }: Simple): FunctionCommand | undefined {
  const name = plain(word);
  const at = r.pos;
  r.blanks();
  if (!word || !name || r.at() !== '(' || !/^\(\s*\)/.test(r.text.slice(r.pos, Math.min(r.pos + 20, r.end)))) {
    r.pos = at;
    return undefined;
  }
  r.pos = r.text.indexOf(')', r.pos) + 1;
  return functionBody(r, name, word.start, word.end, word.start);
}
