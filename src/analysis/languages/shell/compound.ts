/** Commands that hold others: conditions, loops, cases, groups, functions, and tests in double brackets. */
import { bareWord, endsWord, type Reader } from './reader.js';
import type { CaseCommand, Command, FunctionCommand, Item, Word } from './syntax.js';
import { sumEnd } from './words.js';

/** The compound command that begins here; undefined where a simple one does. */
export function readCompound(r: Reader, word: string): Command | undefined {
  const start = r.pos;
  if (r.at() === '(') return bracketed(r, start);
  if (r.starts('[[') && endsWord(r.at(2))) return test(r, start);
  const read = Object.hasOwn(RULES, word) ? RULES[word] : undefined;
  if (!read) return undefined;
  r.pos += word.length;
  return read(r, start);
}

const RULES: Record<string, (r: Reader, start: number) => Command> = {
  if: ifHere,
  while: (r, start) => whileHere(r, start, 'while'),
  until: (r, start) => whileHere(r, start, 'until'),
  for: forHere,
  select: forHere,
  case: caseHere,
  function: (r, start) => {
    r.blanks();
    const from = r.pos;
    const word = r.parts.words.word(r);
    const name = r.text.slice(word.start, word.end);
    r.blanks();
    if (/^\(\s*\)/.test(r.text.slice(r.pos, Math.min(r.pos + 20, r.end)))) r.pos = r.text.indexOf(')', r.pos) + 1;
    return functionBody(r, name, from, from + name.length, start);
  },
  '{': (r, start) => {
    const body = r.parts.list(r, '}');
    closed(r, '}', start);
    return { k: 'group', body, redirections: [], start, end: r.pos };
  },
};

/** Takes the word that closes; damage where it is not there. */
function closed(r: Reader, word: string, start: number): void {
  r.gap();
  if (bareWord(r) === word) r.pos += word.length;
  else r.damage(start, Math.min(start + 2, r.text.length));
}

function bracketed(r: Reader, start: number): Command {
  const end = r.at(1) === '(' ? sumEnd(r, r.pos + 2) : -1;
  if (end >= 0) {
    r.pos = end + 2;
    return { k: 'test', sum: r.text.slice(start + 2, end), start, end: r.pos };
  }
  r.pos++;
  const body = r.parts.list(r, ')');
  if (!r.takes(')')) r.damage(start, start + 1);
  return { k: 'group', body, redirections: [], start, end: r.pos };
}

function ifHere(r: Reader, start: number): Command {
  const branches: { test: Item[]; body: Item[]; start: number }[] = [];
  let otherwise: Item[] = [];
  let from = start;
  for (;;) {
    const testItems = r.parts.list(r, 'then');
    closed(r, 'then', from);
    branches.push({ test: testItems, body: r.parts.list(r, 'fi'), start: from });
    r.gap();
    const word = bareWord(r);
    from = r.pos;
    if (word === 'elif') {
      r.pos += 4;
      continue;
    }
    if (word === 'else') {
      r.pos += 4;
      otherwise = r.parts.list(r, 'fi');
    }
    break;
  }
  closed(r, 'fi', start);
  return { k: 'if', branches, otherwise, redirections: [], start, end: r.pos };
}

function whileHere(r: Reader, start: number, form: 'while' | 'until'): Command {
  const tested = r.parts.list(r, 'do');
  closed(r, 'do', start);
  const body = r.parts.list(r, 'done');
  closed(r, 'done', start);
  return { k: 'loop', form, test: tested, body, redirections: [], start, end: r.pos };
}

function forHere(r: Reader, start: number): Command {
  r.blanks();
  let sums: string | undefined;
  let name: ({ name: string } & { start: number; end: number }) | undefined;
  const over: Word[] = [];
  if (r.starts('((')) {
    const end = sumEnd(r, r.pos + 2);
    if (end >= 0) {
      sums = r.text.slice(r.pos + 2, end);
      r.pos = end + 2;
    }
  } else {
    const word = r.parts.words.word(r);
    name = { name: r.text.slice(word.start, word.end), start: word.start, end: word.end };
    r.gap();
    if (bareWord(r) === 'in') {
      r.pos += 2;
      for (;;) {
        r.blanks();
        if (endsWord(r.at())) break;
        over.push(r.parts.words.word(r));
      }
    }
  }
  r.gap();
  if (r.at() === ';') r.pos++;
  r.gap();
  if (r.at() === '{') {
    r.pos++;
    const body = r.parts.list(r, '}');
    closed(r, '}', start);
    return { k: 'loop', form: 'for', test: [], body, over, redirections: [], start, end: r.pos };
  }
  closed(r, 'do', start);
  const body = r.parts.list(r, 'done');
  closed(r, 'done', start);
  return {
    k: 'loop',
    form: 'for',
    test: [],
    body,
    over,
    redirections: [],
    start,
    end: r.pos,
    ...(name ? { name } : {}),
    ...(sums === undefined ? {} : { sums }),
  };
}

function caseHere(r: Reader, start: number): CaseCommand {
  r.blanks();
  const word = r.parts.words.word(r);
  const arms: CaseCommand['arms'] = [];
  closed(r, 'in', start);
  for (;;) {
    r.gap();
    if (r.done || bareWord(r) === 'esac') break;
    const from = r.pos;
    const patterns: Word[] = [];
    r.takes('(');
    for (;;) {
      r.blanks();
      const at = r.pos;
      const one = r.parts.words.word(r);
      if (r.pos > at) patterns.push(one);
      r.blanks();
      if (!r.takes('|')) break;
    }
    r.gap();
    if (!r.takes(')')) {
      r.damage(from, r.pos);
      if (r.pos === from) r.pos++;
      continue;
    }
    const body = r.parts.list(r, ';;');
    r.gap();
    const falls = r.starts(';&') || r.starts(';;&');
    if (r.starts(';;&')) r.pos += 3;
    else if (r.starts(';;') || r.starts(';&')) r.pos += 2;
    else if (bareWord(r) !== 'esac') {
      r.damage(from, Math.min(from + 1, r.text.length));
      if (r.pos === from) r.pos++;
      arms.push({ patterns, body, start: from, end: r.pos, falls });
      break;
    }
    arms.push({ patterns, body, start: from, end: r.pos, falls });
  }
  closed(r, 'esac', start);
  return { k: 'case', word, arms, start, end: r.pos };
}

/** `[[ … ]]` as a row of words; operators are words of their own. */
function test(r: Reader, start: number): Command {
  r.pos += 2;
  const out: Word[] = [];
  for (;;) {
    r.gap();
    if (r.done || (r.starts(']]') && endsWord(r.at(2)))) break;
    const at = r.pos;
    const m = /^(?:&&|\|\||[()<>])/.exec(r.text.slice(r.pos, Math.min(r.pos + 2, r.end)));
    const pattern = plainBefore(r, out) === '=~';
    if (m && !pattern) {
      r.pos += m[0].length;
      out.push({ parts: [{ p: 'text', text: m[0], quoted: false, start: at, end: r.pos }], start: at, end: r.pos });
    } else out.push(pattern ? expression(r) : r.parts.words.word(r));
    if (r.pos === at) {
      r.pos++;
      r.damage(at);
    }
    if (r.at() === ';') break;
  }
  if (!r.takes(']]')) r.damage(start, Math.min(start + 2, r.text.length));
  return { k: 'test', words: out, start, end: r.pos };
}

function plainBefore(r: Reader, out: Word[]): string {
  const last = out.at(-1);
  return last ? r.text.slice(last.start, last.end) : '';
}

/** A regular expression without quotes: brackets and bars belong to it. */
function expression(r: Reader): Word {
  let open = 0;
  let last = '';
  return r.parts.words.word(r, (c) => {
    const ends = c === '' || (' \t\r\n'.includes(c) && open <= 0) || (c === ';' && open <= 0);
    if (last !== `${r.pos}${c}`) {
      if (c === '(') open++;
      else if (c === ')') open--;
    }
    last = `${r.pos}${c}`;
    return ends || c === '\n';
  });
}

/** The body of a function, and what is led elsewhere behind it. */
export function functionBody(
  r: Reader,
  name: string,
  nameStart: number,
  nameEnd: number,
  start: number,
): FunctionCommand {
  r.gap();
  const body = r.nested(
    () => r.parts.command(r),
    () => undefined,
  );
  const items: Item[] = !body
    ? []
    : body.k === 'group'
      ? body.body
      : [
          {
            first: { not: false, commands: [body], start: body.start, end: body.end },
            rest: [],
            start: body.start,
            end: body.end,
          },
        ];
  return { k: 'function', name, nameRange: { start: nameStart, end: nameEnd }, body: items, start, end: r.pos };
}
