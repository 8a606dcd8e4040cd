import { equal } from 'node:assert/strict';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';
import { readOnce } from '../../helpers/read-source.js';

const STATEMENTS: [title: string, source: string, model: string][] = [
  ['declarations', 'const a: X = 1, b = 2; let c; var d: Y;', '(let a :X 1)\n(let b 2)\n(let c)\n(let d :Y)'],
  [
    'patterns',
    'const { a, b: { c = 1 }, ...d } = e; let [f, , g = 2] = h;',
    '(let <a b:<c=1> ...d> e)\n(let <0:f 2:g=2> h)',
  ],
  ['using', 'using a = b(); await using c = d();', '(let a (call b))\n(let c (call d))'],
  [
    'assignments',
    'a.b = c; ({ a, b: c.d, e = 1 } = f); [a] = b; a += 1; a ??= b; a++; a = b = c;',
    '(set a.b c)\n(set <a b:c.d e=1> f)\n(set <0:a> b)\n(set += a 1)\n(set ??= a b)\n(set += a 1)\n(set a (assign b c))',
  ],
  ['comma', 'a(), b = c;', '(do (call a))\n(set b c)'],
  [
    'if and else if',
    'if (a) b(); else if (c) { d() } else e();',
    '(if a [(do (call b))] [(if c [(do (call d))] [(do (call e))])])',
  ],
  [
    'loops',
    'for (let i = 0, j; i < 3; i++, j--) a(); for (;;) {} while (a) b(); do c(); while (d)',
    '(for init [(let i 0) (let j)] test (lt i 3) step [(set += i 1) (set -= j 1)] [(do (call a))])\n(for [])\n' +
      '(while test a [(do (call b))])\n(while test d [(do (call c))])',
  ],
  [
    'loops over collections',
    'for (const [k, v] of m) {} for await (const x of y) {} for (const k in o) {} for (a.b of c) {}',
    '(each <0:k 1:v> over m [])\n(each x over (await y) [])\n(each k over (opaque o) [])\n(each a.b over c [])',
  ],
  [
    'labels',
    'out: for (;;) { continue out; break out; break; }',
    '(other [(for [(continue out) (break out) (break)])])',
  ],
  [
    'try',
    'try { a() } catch (e: any) { throw e } finally { b() } try {} catch { return } try {} catch ({ code }) {}',
    '(try [(do (call a))] (catch e [(raise e)]) finally [(do (call b))])\n(try [] (catch [(return)]))\n(try [] (catch <code> []))',
  ],
  [
    'await and yield',
    'async function* f() { await a; const x = yield b; yield* c; yield; return await d }',
    '(function async f () [(do (await a)) (let x (opaque b)) (yield c) (yield) (return (await d))])',
  ],
  [
    'functions in functions',
    'function a(x: X): Y { function b() {} return b }',
    '(function a (x:X) :Y [(local b () []) (return b)])',
  ],
  ['with and blocks', 'with (a) { b() } { c() }', '(other a [(do (call b))])\n(other [(do (call c))])'],
  ['class expressions', 'const A = class extends B { c() {} }', '(class A < B (method c () []))'],
  [
    'a class that is returned',
    'function f() { return class extends B { c() {} } }',
    '(function f () [(class class < B (method c () [])) (return class)])',
  ],
  [
    'switch',
    'switch (e.code) { case 404: case 410: a(); break; default: b(); break; case C.Conflict: { c(); break; } }',
    '(if (or (eq e.code 404) (eq e.code 410)) [(do (call a))] [(if (eq e.code C.Conflict) [(do (call c))] [(do (call b))])])',
  ],
  [
    'switch (true)',
    'switch (true) { case a === 409: return b; case c: d() }',
    '(if (eq a 409) [(return b)] [(if c [(do (call d))])])',
  ],
  [
    'switch with a case that runs on',
    'switch (a) { case 1: b(); case 2: c(); break; case 3: d() }',
    '(if (eq a 1) [(do (call b))])\n(if (or (eq a 1) (eq a 2)) [(do (call c))] [(if (eq a 3) [(do (call d))])])',
  ],
  [
    'switch over a call, which is made once',
    'switch (await a()) { case 1: b(); break; case 2: c() }',
    '(let $switch0 (await (call a)))\n(if (eq $switch0 1) [(do (call b))] [(if (eq $switch0 2) [(do (call c))])])',
  ],
  [
    'break inside a case leaves the switch, in a loop the loop',
    'for (;;) switch (a) { case 1: if (b) break; for (;;) break; c(); break; case 2: continue; }',
    '(for [(if (eq a 1) [(if b [(break switch)]) (for [(break)]) (do (call c))] [(if (eq a 2) [(continue)])])])',
  ],
];

describe('TypeScript statements', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript');
  });

  for (const [title, source, expected] of STATEMENTS)
    it(title, () => equal(printModel(readOnce(typescript, grammars, source)), expected));
});
