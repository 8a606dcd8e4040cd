import { equal } from 'node:assert/strict';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';
import { readOnce } from '../../helpers/read-source.js';

const IMPORTS: [source: string, model: string][] = [
  [
    "import a, { b as c, type D } from '@azure/cosmos';",
    '(import "@azure/cosmos" default default=a)\n(import "@azure/cosmos" named b=c)\n(import "@azure/cosmos" named type D)',
  ],
  [
    "import * as a from './a'; import '../b';",
    '(import "./a" namespace relative *=a)\n(import "../b" sideEffect relative)',
  ],
  ["import b, * as a from 'a';", '(import "a" default default=b)\n(import "a" namespace *=a)'],
  [
    "import type { A } from '.'; import type B from 'b';",
    '(import "." named relative type A)\n(import "b" default type default=B)',
  ],
  [
    "import { 'a b' as c } from 'd'; import e from './e.json' with { type: 'json' };",
    '(import "d" named a b=c)\n(import "./e.json" default relative default=e)',
  ],
  ["import a = require('b'); import C = a.D;", '(import "b" require *=a)\n(let C a.D)'],
  [
    "const a = require('b'), { c, d: e } = require('./f');",
    '(import "b" require *=a)\n(import "./f" require relative c d=e)',
  ],
  ["const A = require('b').C;", '(import "b" require C=A)'],
  ["const { a: { b } } = require('c');", '(let <a:<b>> (call require "c"))'],
  ["const { a, ...b } = require('c').d;", '(let <a ...b> (call require "c").d)'],
  [
    "async function f() { const { A } = await import('b'); const c = require('d'); A(c) }",
    '(import "b" namespace A)\n(import "d" require *=c)\n(function async f () [(do (call A c))])',
  ],
  ["const a = (await import('./b')).default;", '(import "./b" namespace relative default=a)'],
  ["const a = require(b), c = load('d');", '(let a (call require b))\n(let c (call load "d"))'],
  [
    "export { a as b, type C } from 'd'; export { default } from './e';",
    '(import "d" named reexport a=b C)\n(import "./e" named relative reexport default)',
  ],
  [
    "export * from 'a'; export * as b from 'c';",
    '(import "a" namespace reexport *)\n(import "c" namespace reexport *=b)',
  ],
];

const EXPORTS: [source: string, model: string][] = [
  [
    'export const a = 1; export function b() {} export enum C {} export interface D {} export abstract class E {}',
    '(let export a 1)\n(function export b () [])\n(enum export C)\n(interface export D)\n(class export E)',
  ],
  ['function a() {} export { a as b };', '(function export a () [])\n(set export exports.b a)'],
  ['export default a;', '(set export exports.default a)'],
  ['export default async () => {};', '(set export exports.default (lambda async () []))'],
  ['export default function a() {}', '(function export a () [])\n(set export exports.default a)'],
  ['export default class A { b() {} }', '(class export A (method b () []))\n(set export exports.default A)'],
  [
    'export default class extends A { b() {} }',
    '(class export default < A (method b () []))\n(set export exports.default default)',
  ],
  ['class A {} export = A;', '(class export A)\n(set export module.exports A)'],
  ['export as namespace A;', ''],
  [
    'const a = 1; class B {} module.exports = { a, c: B, d };',
    '(let export a 1)\n(class export B)\n(set module.exports {a:a c:B d:d})',
  ],
  [
    'exports.a = b; exports.C = class { d() {} };',
    '(set exports.a b)\n(class export C (method d () []))\n(set exports.C C)',
  ],
  ['module.exports = class A { b() {} };', '(class export A (method b () []))\n(set module.exports A)'],
];

describe('TypeScript imports and exports', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript');
  });

  for (const [source, expected] of [...IMPORTS, ...EXPORTS])
    it(source, () => equal(printModel(readOnce(typescript, grammars, source)), expected));
});
