import { deepEqual, equal } from 'node:assert/strict';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { javascript, tsx, typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';
import { readOnce } from '../../helpers/read-source.js';

const DECLARATIONS: [title: string, source: string, model: string][] = [
  [
    'a class with bases and fields',
    'abstract class A<T> extends ns.B<T> implements I, J.K { private readonly x: Foo = 1; static y?: string; #z = 2; f = () => g(); abstract q(): void }',
    '(class A < ns.B<T> I J.K (field x :Foo 1) (field static y :string) (field #z 2) (field f (lambda () [(return (call g))])) (method q () :void))',
  ],
  [
    'constructor parameters that are fields',
    'class A { constructor(private a: X, readonly b = 3, c: Y) { super() } }',
    '(class A (field param a :X) (field param b 3) (constructor constructor (a:X b=3 c:Y) [(do (call super))]))',
  ],
  [
    'accessors: a getter of one return is a field as well',
    'class A { get a(): X { return this.b } get c() { d(); return 1 } static set e(v) {} get [f]() { return 1 } }',
    '(class A (field a :X this.b) (getter a () :X [(return this.b)]) (getter c () [(do (call d)) (return 1)]) (setter static e (v) []) (getter () [(return 1)]))',
  ],
  [
    'methods of every kind',
    "class A { static async a(): Promise<X> {} *b() {} 'c d'() {} #e() {} f(x: string): void; f(x: any) {} static { g() } }",
    '(class A (method static async a () :Promise<X> []) (method b () []) (method c d () []) (method #e () []) (method f (x:string) :void) (method f (x:any) []) (method static () [(do (call g))]))',
  ],
  [
    'decorators',
    '@D({ a: 1 }) export class A { @E() b; @F c: X; @G() d(@H e: Y) {} constructor(@I(J) private f: Z) {} }',
    '(class @[(call D {a:1})] export A (field @[(call E)] b) (field @[(call F)] c :X) (field param f :Z) (method @[(call G)] d (@[(call H)] e:Y) []) (constructor constructor (@[(call I J)] f:Z) []))',
  ],
  ['a base that is computed', 'class A extends mixin(B) {}', '(class A < ?)'],
  [
    'a class inside a member',
    'class A { b() { return class C { d() {} } } e = class {} }',
    '(class A (field e class) (method b () [(class C (method d () [])) (return C)]) (class class))',
  ],
  [
    'enums',
    "enum A { B, C = 5, D, 'E-F' = 'g', H = 1 << 2, I } declare enum J { K }",
    '(enum A (field static B 0) (field static C 5) (field static D 6) (field static E-F "g") (field static H (arith 1 2)) (field static I))\n(enum J (field static K 0))',
  ],
  [
    'interfaces and type aliases',
    'interface A extends B, C<D> { a: string; b?(x: X): Y; (x): void; [k: string]: any } type E = { f: G[] } & H; type I = J | null; type K = "l";',
    '(interface A < B C<D> (field a :string) (method b (x:X) :Y))\n(interface E < H (field f :Array<G>))\n(interface I < J)',
  ],
  [
    'namespaces are flattened',
    "namespace A { export class B { c() {} } namespace D.E { interface F { g: H } } } declare module 'x' { function i(): J; } declare const k: L;",
    '(class export in A B (method c () []))\n(interface in D.E F (field g :H))\n(function i () :J)\n(let k :L)',
  ],
  [
    'types of annotations',
    'let a: cosmos.Container, b: Promise<X | undefined>, c: null | Y[], d: readonly Z[], e: (x: X) => Y, f: typeof g, h: "i", j: (K), l: undefined | string;',
    '(let a :cosmos.Container)\n(let b :Promise<X>)\n(let c :Array<Y>)\n(let d :Array<Z>)\n(let e)\n(let f)\n(let h)\n(let j :K)\n(let l :string)',
  ],
];

const JAVASCRIPT: [title: string, source: string, model: string][] = [
  [
    'functions and classes without types',
    'function f(a, b = 1, { c }, ...d) {} class A extends B { x = 1; static y = 2; m() {} }',
    '(function f (a b=1 <c> ...d) [])\n(class A < B (field x 1) (field static y 2) (method m () []))',
  ],
  ['JSX', 'const a = () => <b c={d} />;', '(let a (lambda () [(return (opaque d))]))'],
  ['annotations of Flow', 'function f(a: ?X, b: Y): Z {}', '(function f (a b:Y) :Z [])'],
];

describe('TypeScript declarations', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript', 'tsx');
  });

  for (const [title, source, expected] of DECLARATIONS)
    it(title, () => equal(printModel(readOnce(typescript, grammars, source)), expected));

  for (const [title, source, expected] of JAVASCRIPT)
    it(`JavaScript: ${title}`, () => {
      const model = readOnce(javascript, grammars, source);
      equal(printModel(model), expected);
      equal(model.language, 'javascript');
    });

  it('reads the same model from TypeScript with and without JSX', () => {
    for (const [, source] of DECLARATIONS) {
      const one = readOnce(typescript, grammars, source);
      const other = readOnce(tsx, grammars, source);
      deepEqual(other.top, one.top);
    }
  });

  it('says where the name of a declaration stands', () => {
    const text = 'export class Store { async create() {} }\nfunction put() {}';
    const names = readOnce(typescript, grammars, text).top.flatMap((s) => {
      if (s.s === 'type') return [s.type.nameRange, ...s.type.methods.map((m) => m.nameRange)];
      return s.s === 'function' ? [s.fn.nameRange] : [];
    });
    deepEqual(
      names.map((r) => text.slice(r?.start, r?.end)),
      ['Store', 'create', 'put'],
    );
  });

  it('reads half-typed code and says where it is damaged', () => {
    const text =
      'const a = 1;\nasync function f() {\n  try { await b.create(c). } catch (e) { if (e.code === 409) }\n}\nd(;';
    const model = readOnce(typescript, grammars, text);
    equal(
      printModel(model),
      '(let a 1)\n(function async f () [(try [(do (await (call b.create c)))] (catch e [(if (eq e.code 409) [])]))])\n(do (call d))',
    );
    const broken = model.damaged.map((r) => text.slice(r.start, r.end));
    equal(broken[0], '.');
    equal(
      model.damaged.some((r) => r.start >= text.indexOf('d(')),
      true,
    );
  });

  it('keeps comments that may carry an instruction', () => {
    const model = readOnce(typescript, grammars, '// guard409-ignore-next-line\na(); // other\n');
    deepEqual(
      model.comments.map((c) => c.text),
      ['// guard409-ignore-next-line'],
    );
  });
});
