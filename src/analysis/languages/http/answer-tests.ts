/**
 * What the scripts behind a request ask of its answer. They are programs of their own; only the comparisons of the answer
 * are read, each as a test with something that is done where it holds.
 */
import type { Op, Range, Stmt, Val } from '../../code-model.js';

/** The name the scripts have for the answer. */
export const ANSWER = 'response';

const OPERATORS: Readonly<Record<string, Op['op']>> = {
  '==': 'eq',
  '===': 'eq',
  '!=': 'ne',
  '!==': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};
/** The same test with its sides exchanged. */
const TURNED: Readonly<Partial<Record<Op['op'], Op['op']>>> = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' };

const PATH = String.raw`\bresponse\.([\w.]+?)`;
const ONE = String.raw`(?:\d+|"[^"\r\n]*"|'[^'\r\n]*')`;
const VALUE = `(${ONE})`;
const VALUES = String.raw`\[?\s*(${ONE}(?:\s*,\s*${ONE})*)`;
const OPERATOR = String.raw`\s*([=!]==?|[<>]=?)\s*`;

interface Form {
  pattern: RegExp;
  read(m: RegExpMatchArray): { path: string; op: Op['op']; values: string };
}

const EQUALS = '(?:equals?|eqls?|be|toBe|toEqual|oneOf|include|status)';

/** How comparisons are written: by operators, lists, expectations, and lines of assertions. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(PATH + OPERATOR + VALUE, 'g'),
    read: ([, path = '', op = '', values = '']) => ({ path, op: OPERATORS[op] ?? 'other', values }),
  },
  {
    pattern: new RegExp(String.raw`${VALUE}${OPERATOR}${PATH}\b(?![\w.(])`, 'g'),
    read: ([, values = '', sign = '', path = '']) => {
      const op = OPERATORS[sign] ?? 'other';
      return { path, op: TURNED[op] ?? op, values };
    },
  },
  {
    pattern: new RegExp(String.raw`${VALUES}\s*\]\s*\.\s*(?:includes|some)\(\s*${PATH}\s*\)`, 'g'),
    read: ([, values = '', path = '']) => ({ path, op: 'eq', values }),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:expect|equal|strictEqual)\(\s*${PATH}\s*(?:\)[\w.]*\.${EQUALS}\(|,)\s*${VALUES}`,
      'g',
    ),
    read: ([, path = '', values = '']) => ({ path, op: 'eq', values }),
  },
  {
    pattern: new RegExp(String.raw`${PATH}\.(?:includes|startsWith|match)\(\s*${VALUE}`, 'g'),
    read: ([, path = '', values = '']) => ({ path, op: 'in', values }),
  },
  {
    pattern: /^[ \t]*\?\?[ \t]*(status|statusCode)[ \t]*([=!]==?|[<>]=?)[ \t]*(\d+)/gm,
    read: ([, path = '', op = '', values = '']) => ({ path, op: OPERATORS[op] ?? 'other', values }),
  },
  { pattern: /\btest\.(status)\(\s*(\d+)/g, read: ([, path = '', values = '']) => ({ path, op: 'eq', values }) },
];

/** The tests of an answer in the script between two offsets, in source order. */
export function answerTests(text: string, start: number, end: number): Stmt[] {
  const script = text.slice(start, end);
  return FORMS.flatMap(({ pattern, read }) =>
    [...script.matchAll(pattern)].map((m): Stmt => {
      const range = { start: start + m.index, end: start + m.index + m[0].length };
      const { path, op, values } = read(m);
      const tests = values.split(',').map((value) => comparison(path, op, value.trim(), range));
      const [first = { v: 'opaque', values: [], range: { ...range } } as Val] = tests;
      const test: Val = tests.length < 2 ? first : { v: 'op', op: 'or', args: tests, range: { ...range } };
      return { s: 'if', test, then: [asserted(range)], else: [], range: { ...range } };
    }),
  ).sort((a, b) => a.range.start - b.range.start);
}

function comparison(path: string, op: Op['op'], value: string, range: Range): Val {
  const at = (): Range => ({ ...range });
  const names = path.split('.').filter((name) => name !== '');
  const asked = names.reduce<Val>(
    (obj, name) => ({ v: 'member', obj, name, nameRange: at(), safe: false, range: at() }),
    { v: 'ref', name: ANSWER, range: at() },
  );
  const given: Val = { v: 'lit', value: /^\d/.test(value) ? Number(value) : value.slice(1, -1), range: at() };
  // A part of a text: it comes first.
  return { v: 'op', op, args: op === 'in' ? [given, asked] : [asked, given], range: at() };
}

/** What a script does where its test holds: it says so. */
function asserted(range: Range): Stmt {
  const callee: Val = { v: 'ref', name: 'assert', range: { ...range } };
  const value: Val = { v: 'call', callee, args: [], typeArgs: [], safe: false, range: { ...range } };
  return { s: 'do', value, range: { ...range } };
}
