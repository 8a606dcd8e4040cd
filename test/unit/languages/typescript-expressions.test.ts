import { equal } from 'node:assert/strict';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { tsx, typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';
import { readOnce } from '../../helpers/read-source.js';

const VALUES: [source: string, model: string][] = [
  // literals
  [`'a\\n\\u0041\\x41\\u{1F600}\\'\\q'`, JSON.stringify("a\nAA\u{1F600}'q")],
  [`'line\\\ncontinued'`, '"linecontinued"'],
  ['`plain`', '"plain"'],
  [`x === ''`, '(eq x "")'],
  ['1_000 < 0x1F', '(lt 1000 31)'],
  ['f(10n, -1, +a, -a, ~a)', '(call f 10 -1 (arith a) (arith a) (arith a))'],
  ['f(null, undefined, true, false)', '(call f null undefined true false)'],
  ['/already\\/exists/i.test(m)', '(call "/already\\\\/exists/i".test m)'],
  // text
  [`\`a\${b}c\${\`d\${e}\`}\``, '(text "a" b "cd" e)'],
  [`'a' + b + 'c' + \`d\${e}\` + 1`, '(text "a" b "cd" e 1)'],
  [`'a' + ('b' + c)`, '(text "ab" c)'],
  [`'a' + 'b'`, '"ab"'],
  [`1 + 2 + 'x'`, '(text (add 1 2) "x")'],
  ['a + b', '(add a b)'],
  // wrappers
  ['(<T>((a as B)!).c satisfies D)', 'a.c'],
  ['f<X, Y<Z>>(a)', '(call f <X,Y<Z>> a)'],
  // members and calls
  ['a?.b.c?.[d]?.(e, ...g)', '(call? a?.b.c[d] e ...g)'],
  ['this.#x.y(super.z())', '(call this.#x.y (call super.z))'],
  [`tag\`a\${b}\``, '(call tag (text "a" b))'],
  ['(() => 1)()', '(call (lambda () [(return 1)]))'],
  ["import('x').then(f)", '(call (call import "x").then f)'],
  [
    `client.api(\`/users/\${id}\`).header('a', 'b').post(c)`,
    '(call (call (call client.api (text "/users/" id)).header "a" "b").post c)',
  ],
  ['new Foo.Bar<T>(a, ...b)', '(new Foo.Bar<T> a ...b)'],
  ['new this.Client(new Foo)', '(new this.Client (new Foo))'],
  ['new (make())(a)', '(opaque (call make) a)'],
  // operators
  ['a == b && a != c || !d', '(or (and (eq a b) (ne a c)) (not d))'],
  ['a === b ? a <= c : a >= d', '(pick (eq a b) (le a c) (ge a d))'],
  ['(a ?? b) ** 2 - c', '(arith (arith (coalesce a b) 2) c)'],
  ["'x' in a || #p in b", '(or (in "x" a) (in "#p" b))'],
  ['e instanceof cosmos.ErrorResponse', '(is e cosmos.ErrorResponse)'],
  ['e instanceof pick()', '(other e (call pick))'],
  ['f(typeof a, void 0, delete b.c)', '(call f (typeof a) (void 0) (delete b.c))'],
  ['f(a = b, c ??= d, e++, --g)', '(call f (assign a b) (assign ??= c d) (assign += e 1) (assign -= g 1))'],
  ['f((a, b))', '(call f (opaque a b))'],
  // collections
  ["f({ a, 'b c': 1, [d]: 2, ['e']: 3, 4: 5, ...g })", '(call f {a:a b c:1 [d]:2 e:3 4:5 ...g})'],
  [
    'f({ m() {}, async n() { await x }, get o() { return 1 }, set p(v) {} })',
    '(call f {m:(method m () []) n:(method async n () [(do (await x))]) o:(getter o () [(return 1)]) p:(setter p (v) [])})',
  ],
  ['f([a, , ...b, ])', '(call f [a undefined ...b])'],
  // functions
  ['f(a => a.b)', '(call f (lambda (a) [(return a.b)]))'],
  [
    'f(async (a: X, b = 1, ...c: Y[]): Promise<Z> => { g() })',
    '(call f (lambda async (a:X b=1 ...c:Array<Y>) :Promise<Z> [(do (call g))]))',
  ],
  ['f(function* named({ a, b: c = 1, ...d }, [e, , g]) {})', '(call f (lambda named (<a b:c=1 ...d> <0:e 2:g>) []))'],
  ['f(function (this: X, a?: Y) {})', '(call f (lambda (a:Y) []))'],
];

const JSX: [source: string, model: string][] = [
  ['f(<a b="x" c={d} {...e}>text {g} {/* no */}</a>)', '(call f (opaque d e g))'],
  ['f(<><A.B on={() => h()} /></>)', '(call f (opaque (opaque (lambda () [(return (call h))]))))'],
];

describe('TypeScript expressions', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript', 'tsx');
  });

  for (const [source, expected] of VALUES)
    it(source, () => equal(printModel(readOnce(typescript, grammars, `_ = ${source};`)), `(set _ ${expected})`));

  for (const [source, expected] of JSX)
    it(source, () => equal(printModel(readOnce(tsx, grammars, `_ = ${source};`)), `(set _ ${expected})`));

  it('says where the name of a member stands', () => {
    const text = 'client\n  .items\n  .create(a);';
    const [first] = readOnce(typescript, grammars, text).top;
    const call = first?.s === 'do' ? first.value : undefined;
    const member = call?.v === 'call' ? call.callee : undefined;
    const range = member?.v === 'member' ? member.nameRange : { start: 0, end: 0 };
    equal(text.slice(range.start, range.end), 'create');
    equal(range.start, text.indexOf('create'));
  });
});
