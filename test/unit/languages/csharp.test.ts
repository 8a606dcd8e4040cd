import { deepEqual, equal } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import { csharp } from '../../../src/analysis/languages/csharp.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';

let grammars: Grammars;

function read(text: string): FileModel {
  return csharp.read(text, { grammars, limitMs: 5000 }).model;
}

/** Each row: what is written, and the model of it. Statements stand at the top of a file, as in a script. */
function table(title: string, rows: [source: string, expected: string][]): void {
  describe(title, () => {
    for (const [source, expected] of rows) {
      it(source.replace(/\s+/g, ' ').slice(0, 90), () => {
        const model = read(source);
        deepEqual(model.damaged, []);
        equal(printModel(model), expected);
      });
    }
  });
}

describe('C#', () => {
  before(async () => {
    grammars = await loadGrammars(...csharp.grammars);
  });

  table('imports', [
    ['using Microsoft.Azure.Cosmos;', '(import "Microsoft.Azure.Cosmos" using)'],
    ['global using A.B;', '(import "A.B" using)'],
    ['using static System.Math;', '(import "System.Math" using)'],
    [
      'using C = Microsoft.Azure.Cosmos.Container;',
      '(import "Microsoft.Azure.Cosmos.Container" using Microsoft.Azure.Cosmos.Container=C)',
    ],
  ]);

  table('literals and text', [
    [String.raw`x = "a\tbA";`, String.raw`(set x "a\tbA")`],
    ['x = @"c:\\a""b";', String.raw`(set x "c:\\a\"b")`],
    ['x = """\n    a\n      b\n    """;', String.raw`(set x "a\n  b")`],
    ['x = $"/users/{id:D}/{{x}}";', '(set x (text "/users/" id "/{x}"))'],
    ['x = $@"a""{y,3}";', String.raw`(set x (text "a\"" y))`],
    ['x = $$"""\n  {"a": {{b}}}\n  """;', String.raw`(set x (text "{\"a\": " b "}"))`],
    ['x = baseUrl + path + "/x";', '(set x (text baseUrl path "/x"))'],
    ['x = "a" + "b";', '(set x "ab")'],
    ['x = a + b;', '(set x (add a b))'],
    ["x = '\\n';", String.raw`(set x "\n")`],
    ['x = 0xFFu + 1_000L;', '(set x (add 255 1000))'],
    ['x = 1.5e3f;', '(set x 1500)'],
    ['x = -409;', '(set x -409)'],
    ['x = nameof(A.B<int>);', '(set x "B")'],
    ['x = string.Format("a{0}", y);', '(set x (call string.Format "a{0}" y))'],
    ['x = default(T);', '(set x null)'],
    ['x = typeof(A.B);', '(set x (typeof A.B))'],
  ]);

  table('calls and waiting', [
    ['await c.CreateItemAsync<T>(item, key);', '(do (await (call c.CreateItemAsync <T> item key)))'],
    ['var r = c.CreateItemAsync(x).Result;', '(let r (block (call c.CreateItemAsync x)))'],
    ['var r = t.Result;', '(let r t.Result)'],
    ['c.CreateItemAsync(x).Wait();', '(do (block (call c.CreateItemAsync x)))'],
    ['c.Do().GetAwaiter().GetResult();', '(do (blockUnwrapped (call c.Do)))'],
    ['await c.Do().ConfigureAwait(false);', '(do (await (call c.Do)))'],
    ['await a?.B().C();', '(do (await (call (call a?.B).C)))'],
    ['x = a?.b[1]?.c;', '(set x a?.b[1]?.c)'],
    ['x = p && q?.r() == true;', '(set x (and p (eq (call q?.r) true)))'],
    [
      'f(x => x?.y, c ? a : b?.d, s + t?.u);',
      '(do (call f (lambda (x) [(return x?.y)]) (pick c a b?.d) (add s t?.u)))',
    ],
    ['x = a is Foo && b?.c is 1;', '(set x (and (is a Foo) (eq b?.c 1)))'],
    ['x = !a?.b;', '(set x (not a?.b))'],
    [
      'f(out var x, out int y, ref z, name: 3);',
      '(let x) (let :int y) (do (call f x y z name:3))'.replaceAll(') (', ')\n(').replace(':int y', 'y :int'),
    ],
    ['x = (A)y; z = y as A; w = y!;', '(set x y)\n(set z y)\n(set w y)'],
    ['global::System.Foo.Bar();', '(do (call System.Foo.Bar))'],
    ['this.x = base.y;', '(set this.x super.y)'],
    ['x = m[1, 2];', '(set x m[1])'],
  ]);

  table('objects and collections', [
    ['var o = new Opt { A = 1, B = { C = 2 } };', '(let o (new Opt init {A:1 B:{C:2}}))'],
    ['C c = new("a") { X = 1 };', '(let c :C (new ? "a" init {X:1}))'],
    ['var l = new List<int> { 1, 2 };', '(let l (new List<int> init [1 2]))'],
    ['var d = new D { ["k"] = 1, [n] = 2 };', '(let d (new D init {k:1 [n]:2}))'],
    ['var d = new D { { "k", v } };', '(let d (new D init {k:v}))'],
    ['var o = new { A = 1, b.C, d };', '(let o {A:1 C:b.C d:d})'],
    ['x = new[] { 1, 2 };', '(set x [1 2])'],
    ['int[] a = [1, ..b];', '(let a :Array<int> [1 ...b])'],
    ['int[] a = [];', '(let a :Array<int> [])'],
    ['x = r with { A = 1 };', '(set x {...r A:1})'],
    ['x = (1, y);', '(set x [1 y])'],
  ]);

  table('variables', [
    ['int a = 1, b;', '(let a :int 1)\n(let b :int)'],
    ['var (a, b) = t;', '(let <0:a 1:b> t)'],
    ['(var a, int b) = t;', '(let <0:a 1:b> t)'],
    ['(a, b) = t;', '(set <0:a 1:b> t)'],
    ['x ??= y;', '(set ??= x y)'],
    ['i++;', '(set += i 1)'],
    ['x = y = z;', '(set x (assign y z))'],
    ['await using var s = await G();', '(let s (await (call G)))'],
    ['string? s = null;', '(let s :string null)'],
  ]);

  table('patterns', [
    [
      'x = e is CosmosException { StatusCode: HttpStatusCode.Conflict } ex;',
      '(set x (and (is e CosmosException ex) (eq e.StatusCode HttpStatusCode.Conflict)))',
    ],
    ['x = e is { Response.Status: 409 };', '(set x (eq e.Response.Status 409))'],
    ['x = e is { };', '(set x (ne e null))'],
    ['x = e is not null;', '(set x (not (eq e null)))'],
    ['x = e is Foo;', '(set x (is e Foo))'],
    ['x = e is A.BException or FooException f;', '(set x (or (is e A.BException) (is e FooException f)))'],
    ['x = s is >= 400 and < 500;', '(set x (and (ge s 400) (lt s 500)))'],
    [
      'x = s is HttpStatusCode.Conflict or HttpStatusCode.OK;',
      '(set x (or (eq s HttpStatusCode.Conflict) (eq s HttpStatusCode.OK)))',
    ],
    ['x = f() is 1 or 2;', '(set x (or (eq (assign $subject1 (call f)) 1) (eq $subject1 2)))'],
    ['x = l is [1, ..];', '(set x (opaque l 1))'],
  ]);

  table('switch', [
    [
      'switch (ex) { case CosmosException e when (e.StatusCode == X): f(); break; default: g(); break; }',
      '(if (and (is ex CosmosException e) (eq e.StatusCode X)) [(do (call f))] [(do (call g))])',
    ],
    ['switch (s) { case 1: case 2: { a(); break; } }', '(if (or (eq s 1) (eq s 2)) [(do (call a))])'],
    [
      'switch (s) { case A.B: goto case 3; case 3: if (x) break; y(); break; }',
      '(if (eq s A.B) [(continue case)] [(if (eq s 3) [(if x [(break switch)]) (do (call y))])])',
    ],
    ['switch (a, b) { case (1, _): f(); break; }', '(if (eq a 1) [(do (call f))])'],
    [
      'x = s switch { 1 => a, Foo f => b, >= 4 => c, _ => d };',
      '(set x (pick (eq s 1) a (pick (is s Foo f) b (pick (ge s 4) c d))))',
    ],
    ['x = s switch { 1 when y => a, _ => throw e };', '(set x (pick (and (eq s 1) y) a (opaque e)))'],
  ]);

  table('statements', [
    [
      'try { a(); } catch (CosmosException e) when (e.StatusCode == S.Conflict) { throw; } catch { throw new X(); } finally { b(); }',
      '(try [(do (call a))] (catch :CosmosException e when (eq e.StatusCode S.Conflict) [(raise again)]) (catch [(raise (new X))]) finally [(do (call b))])',
    ],
    ['using (var r = f()) { g(); }', '(other [(let r (call f)) (do (call g))])'],
    ['lock (x) { f(); }', '(other x [(do (call f))])'],
    ['foreach (var (k, v) in d) f();', '(each <0:k 1:v> over d [(do (call f))])'],
    ['await foreach (var i in xs) { continue; }', '(each i over (await xs) [(continue)])'],
    [
      'for (int i = 0; i < 3; i++) { break; }',
      '(for init [(let i :int 0)] test (lt i 3) step [(set += i 1)] [(break)])',
    ],
    ['do f(); while (x);', '(while test x [(do (call f))])'],
    ['lab: f(); goto lab;', '(other [(do (call f))])\n(continue lab)'],
    ['x = y ?? throw e;', '(set x (coalesce y (opaque e)))'],
    ['x = a ? b : c;', '(set x (pick a b c))'],
    ['async Task L(int a) => await b;', '(local async L (a:int) :Task [(return (await b))])'],
    [
      'f(x => x, async (int a, b) => { return; }, delegate (int z) { });',
      '(do (call f (lambda (x) [(return x)]) (lambda async (a:int b) [(return)]) (lambda (z:int) [])))',
    ],
    [
      'var q = from a in b where a.x == 1 select a.y;',
      '(let q (opaque (opaque a b) (opaque (eq a.x 1)) (opaque a.y)))',
    ],
    ['checked { f(); }', '(other [(do (call f))])'],
    ['#if X\nf();\n#else\ng();\n#endif', '(do (call f))\n(do (call g))'],
  ]);

  table('types and members', [
    [
      'namespace A.B { namespace C { [Mark(1, X = 2)] public partial class D<T> : E<T>, IF where T : class { } } }',
      '(class @[(call Mark 1 X:2)] export in A.B.C D < E<T> IF)',
    ],
    [
      'namespace N; interface I { Task<T> M<T>(params string[] xs); }',
      '(interface export in N I (method export M (...xs:Array<string>) :Task<T>))',
    ],
    [
      'class A { const string K = "k"; static readonly C c = new("x"), d; }',
      '(class export A (field static K :string "k") (field static c :C (new ? "x")) (field static d :C))',
    ],
    ['class A { int P { get; set; } = 3; int Q => 4; }', '(class export A (field P :int 3) (field Q :int 4))'],
    [
      'class A { int P { get { return 4; } set => x = value; } }',
      '(class export A (field P :int 4) (getter P () :int [(return 4)]) (setter P (value:int) [(return (assign x value))]))',
    ],
    [
      'class A(Container c) : B(c) { }',
      '(class export A < B (field param c :Container) (constructor export A (c:Container) [(do (call super c))]))',
    ],
    [
      'record R(int A, string B = "x");',
      '(class export R (field param A :int) (field param B :string) (constructor export R (A:int B:string="x") []))',
    ],
    [
      'class A { public A(int x) : this(x, 1) { f(); } A() => throw e; }',
      '(class export A (constructor export A (x:int) [(do (call this x 1)) (do (call f))]) (constructor A () [(raise e)]))',
    ],
    ['enum E { A = 1, [X] B }', '(enum export E (field static A 1) (field @[(call X)] static B))'],
    ['struct S { class N { void M() { } } }', '(struct export S (class export N (method M () :void [])))'],
    [
      'class A { public static A operator +(A x, A y) => x; public int this[int i] => i; ~A() { f(); } }',
      '(class export A (method export static operator + (x:A y:A) :A [(return x)]) (getter export this[] (i:int) :int [(return i)]) (method ~A () [(do (call f))]))',
    ],
    [
      'class A { event E e; event E g { add { f(); } remove { } } }',
      '(class export A (field e :E) (field g :E) (method g (value:E) [(do (call f))]) (method g (value:E) []))',
    ],
    ['delegate Task D(int x);', '(interface export D (method export Invoke (x:int) :Task))'],
    [
      'class A { void M() { if (d.Try(k, out var v)) f(v); } }',
      '(class export A (method M () :void [(let v) (if (call d.Try k v) [(do (call f v))])]))',
    ],
    ['class A {\n#if X\n  int a;\n#else\n  int b;\n#endif\n}', '(class export A (field a :int) (field b :int))'],
  ]);

  describe('directives that cut a declaration', () => {
    it('keeps one branch and every offset', () => {
      const text = '#if INTERNAL\n    public\n#else\n    internal\n#endif\n    class A { void M() { f(); } }\n';
      const model = read(text);
      deepEqual(model.damaged, []);
      equal(printModel(model), '(class export A (method M () :void [(do (call f))]))');
      const type = model.top[0];
      equal(type?.s === 'type' ? text.slice(type.type.nameRange.start, type.type.nameRange.end) : '', 'A');
    });

    it('joins lists cut by a branch', () => {
      const model = read('f(a\n#if X\n  , b\n#endif\n);');
      equal(printModel(model), '(do (call f a b))');
    });
  });

  it('points a member at its own name', () => {
    const text = 'await container.Scripts\n  .CreateItemAsync(x);';
    const statement = read(text).top[0];
    if (statement?.s !== 'do' || statement.value.v !== 'await' || statement.value.value.v !== 'call')
      throw new Error('not a call');
    const { callee } = statement.value.value;
    equal(callee.v === 'member' && text.slice(callee.nameRange.start, callee.nameRange.end), 'CreateItemAsync');
  });

  it('keeps calls inside code that is not finished', () => {
    const printed = printModel(
      read('class A { async Task M() { await c.CreateItemAsync(x); if (a. } void N() { g(); } }'),
    );
    equal(printed.includes('(call c.CreateItemAsync x)'), true);
    equal(printed.includes('(call g)'), true);
  });

  it('keeps comments that speak to the tool', () => {
    const model = read('class A {\n  // guard409-ignore reason\n  void M() { }\n}');
    equal(model.comments[0]?.text, '// guard409-ignore reason');
  });

  it('cuts a switch with very many cases without losing any', () => {
    const cases = Array.from({ length: 1000 }, (_, i) => `case ${i}: f${i}(); break;`).join('\n');
    const printed = printModel(read(`switch (x) { ${cases} }`));
    equal(printed.includes('(call f0)') && printed.includes('(call f999)'), true);
  });
});
