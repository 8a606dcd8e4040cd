import { deepEqual, equal } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import { go } from '../../../src/analysis/languages/go.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';

let grammars: Grammars;

function read(text: string): FileModel {
  return go.read(text, { grammars, limitMs: 5000 }).model;
}

/** Each row: what is written, and the model of it. */
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

/** The same for statements, as they stand in a function. */
function inside(title: string, rows: [source: string, expected: string][]): void {
  table(
    title,
    rows.map(([source, expected]) => [`func f() { ${source} }`, `(function export f () [${expected}])`]),
  );
}

describe('Go', () => {
  before(async () => {
    grammars = await loadGrammars(...go.grammars);
  });

  table('imports', [
    ['import "fmt"', '(import "fmt" namespace *=fmt)'],
    [
      'import (\n\t. "x/y"\n\t_ "side"\n\taz "github.com/a/b/v2"\n)',
      '(import "x/y" using)\n(import "side" sideEffect)\n(import "github.com/a/b/v2" namespace *=az)',
    ],
    [
      'import "github.com/microsoft/kiota-abstractions-go"',
      '(import "github.com/microsoft/kiota-abstractions-go" namespace *=kiotaabstractionsgo *=kiotaabstractions *=abstractions)',
    ],
    ['import "gopkg.in/yaml.v3"', '(import "gopkg.in/yaml.v3" namespace *=yaml)'],
  ]);

  table('declarations', [
    ['const A, B = 1, "x"', '(let export A 1)\n(let export B "x")'],
    ['var c, d *az.Client', '(let export c :az.Client)\n(let export d :az.Client)'],
    [
      'type S struct { *az.Client; a, b string; m map[string][]az.X; f func(int) (az.X, error) }',
      '(struct export S < az.Client (field Client :az.Client) (field a :string) (field b :string) (field m :Array<Array<az.X>>) (field f :func<results<az.X,error>>))',
    ],
    [
      'type I interface { Do(ctx context.Context) (x int, err error); Other }',
      '(interface export I < Other (method export Do (ctx:context.Context) :results<int,error>))',
    ],
    ['type Al = az.Thing', '(object export Al < az.Thing)'],
    [
      'func (s *S) M(a, b int, xs ...string) (int, error) { return s.a, nil }\ntype S struct{}',
      '(struct export S (method export M (a:int b:int ...xs:Array<string>) :results<int,error> [(return [this.a null])]))',
    ],
    ['func (s S) Elsewhere() {}', '(struct export S (method export Elsewhere () []))'],
    ['func G[T any](first T, _ int) T { return first }', '(function export G (first:T _:int) :T [(return first)])'],
  ]);

  inside('results', [
    ['x, err := g()', '(let <0:x 1:err> (call g))'],
    ['_, err = g()', '(set <0:_ 1:err> (call g))'],
    ['return x, nil', '(return [x null])'],
    ['y, ok := m["a"]', '(let y m["a"]) (let ok (opaque))'],
    ['a, b := 1, 2', '(let a 1) (let b 2)'],
    ['v, ok := <-ch', '(let v (opaque ch)) (let ok (opaque))'],
  ]);

  inside('tests of errors', [
    ['e, ok := err.(*az.E)', '(let ok (is err az.E e))'],
    ['_, ok := err.(*az.E)', '(let ok (is err az.E))'],
    ['e := err.(*az.E)', '(let e err)'],
    ['e, ok := errors.AsType[*az.E](err)', '(let ok (is err az.E e))'],
    ['var e *az.E; if errors.As(err, &e) { a() }', '(let e :az.E) (if (is err az.E e) [(do (call a))])'],
    ['e := &az.E{}; ok := errors.As(err, &e)', '(let e (new az.E)) (let ok (is err az.E e))'],
    ['ok := errors.As(err, other)', '(let ok (call errors.As err other))'],
    ['ok := errors.Is(err, ErrX)', '(let ok (eq err ErrX))'],
    ['ok := strings.Contains(err.Error(), "exists")', '(let ok (in "exists" (call err.Error)))'],
    ['ok := slices.Contains(codes, e.StatusCode)', '(let ok (in e.StatusCode codes))'],
    ['ok := strings.EqualFold(x, y)', '(let ok (eq x y))'],
  ]);

  inside('conditions', [
    [
      'if x, err := g(); err != nil { a() } else if x > 1 { b() } else { c() }',
      '(other [(let <0:x 1:err> (call g)) (if (ne err null) [(do (call a))] [(if (gt x 1) [(do (call b))] [(do (call c))])])])',
    ],
    [
      'switch err := g(); e := err.(type) { case *az.E: a(e); case nil, *B: b(e); default: c() }',
      '(other [(let err (call g)) (if (is err az.E e) [(do (call a e))] [(if (or (eq err null) (is err B)) [(let e err) (do (call b e))] [(let e err) (do (call c))])])])',
    ],
    [
      'switch x { case 1, 2: a(); fallthrough; case 3: b(); break; default: c() }',
      '(if (or (eq x 1) (eq x 2)) [(do (call a))]) (if (or (or (eq x 1) (eq x 2)) (eq x 3)) [(do (call b))] [(do (call c))])',
    ],
    [
      'switch g() { case 1: a(); case 2: b() }',
      '(if (eq (assign $subject1 (call g)) 1) [(do (call a))] [(if (eq $subject1 2) [(do (call b))])])',
    ],
    ['switch { case a && !b: c() }', '(if (and a (not b)) [(do (call c))])'],
    ['switch g() {}', '(do (call g))'],
    [
      'select { case v := <-ch: a(v); case <-ctx.Done(): return; default: b() }',
      '(if (opaque) [(let v (opaque ch)) (do (call a v))] [(if (opaque) [(do (opaque (call ctx.Done))) (return)] [(do (call b))])])',
    ],
  ]);

  inside('loops', [
    ['for i := 0; i < 3; i++ { a() }', '(for init [(let i 0)] test (lt i 3) step [(set += i 1)] [(do (call a))])'],
    ['for i, v := range xs { b(i, v) }', '(each init [(let i)] v over xs [(do (call b i v))])'],
    ['for range ch { break }', '(each over ch [(break)])'],
    ['for { continue }', '(while [(continue)])'],
    ['for a { switch b { case 1: if c { break } } }', '(while test a [(if (eq b 1) [(if c [(break switch)])])])'],
    ['outer: for { break outer }', '(while [(break outer)])'],
  ]);

  inside('other statements', [
    ['go a(); defer b()', '(do (call a)) (do (call b))'],
    ['ch <- err', '(other ch err)'],
    ['panic(err)', '(raise err)'],
    ['x.y, z[0] = 1, 2', '(set x.y 1) (set z[0] 2)'],
    ['x += 3; i--', '(set += x 3) (set -= i 1)'],
    ['{ a() }', '(other [(do (call a))])'],
    ['var a, b = 1, 2', '(let a 1) (let b 2)'],
    ['var e error', '(let e :error)'],
    ['const limit = 3', '(let limit 3)'],
  ]);

  inside('values', [
    ['a := &T{B: 1, "c": d}', '(let a (new T init {B:1 c:d}))'],
    ['b := []T{{1}, {A: 2}}', '(let b [(new T init [1]) (new T init {A:2})])'],
    ['c := map[string]T{"x": {A: 1}}', '(let c {x:(new T init {A:1})})'],
    ['d := new(T); e := make(map[string]int); h := T{}', '(let d (new T)) (let e {}) (let h (new T))'],
    ['g := append(b, c, d...)', '(let g [...b c ...d])'],
    ['a := fmt.Sprintf("/users/%s/%[1]s%%", id)', '(let a (text "/users/" id "/" (opaque) "%"))'],
    ['b := base + "/x" + y', '(let b (text base "/x" y))'],
    ['c := a + b', '(let c (add a b))'],
    ['d := []byte("a\\tb"); e := `a\\`', '(let d "a\\tb") (let e "a\\\\")'],
    ['g := strings.Join([]string{a, "b"}, "/")', '(let g (text a "/b"))'],
    ['h := path.Join("/a/", b)', '(let h (text "/a/" b))'],
    [
      'x := foo[int](a); y := foo[int, string](a, b); z := handlers[i](x)',
      '(let x (call foo <int> a)) (let y (call foo <int,string> a b)) (let z (call handlers[i] x))',
    ],
    ['w := (*p).q[1:2]; v := <-ch', '(let w p.q) (let v (opaque ch))'],
    ['u := !a; t := -1; s := 0x1F + 1_000', '(let u (not a)) (let t -1) (let s (add 31 1000))'],
    ['g := func(n int) error { return nil }', '(let g (lambda (n:int) :error [(return null)]))'],
  ]);

  table('the receiver', [
    [
      'func (s *S) f() { g := func(n int) { s := n; use(s) }; g(s.x) }',
      '(struct export S (method export f () [(let g (lambda (n:int) [(let s n) (do (call use s))])) (do (call g this.x))]))',
    ],
    [
      'func (s *S) f() { for _, s := range xs { use(s) }; use(s) }',
      '(struct export S (method export f () [(each init [(let _)] s over xs [(do (call use s))]) (do (call use this))]))',
    ],
  ]);
});

describe('Go, unit by unit', () => {
  inside('new of a value, which the grammar takes for damage', [
    ['x := new("a")', '(let x "a")'],
    ['x := new(name())', '(let x (call name))'],
    ['x := new(a.b.C)', '(let x a.b.C)'],
    ['x := new(a + 1)', '(let x (add a 1))'],
    ['x := new([]string{"a"})', '(let x ["a"])'],
    ['x := new(a.T)', '(let x (new a.T))'],
    ['x := new(func() error)', '(let x (new func<error>))'],
    ['x := new(struct{ a int })', '(let x (new struct))'],
    ['x := new(T[int])', '(let x (new T<int>))'],
  ]);

  it('lowers only the function a keystroke touched', () => {
    const functions = Array.from(
      { length: 300 },
      (_, i) => `func (s *S) M${i}() error {\n\treturn s.do("${i}")\n}`,
    ).join('\n');
    const text = `package p\ntype S struct{}\n${functions}\n`;
    const first = go.read(text, { grammars, limitMs: 20_000, keep: true });
    if (!first.state) throw new Error('no state kept');
    const at = text.indexOf('"200"') + 1;
    const row = text.slice(0, at).split('\n').length - 1;
    const column = at - text.lastIndexOf('\n', at) - 1;
    const edit = {
      start: at,
      oldEnd: at,
      newEnd: at + 1,
      startPosition: { row, column },
      oldEndPosition: { row, column },
      newEndPosition: { row, column: column + 1 },
    };
    const after = `${text.slice(0, at)}y${text.slice(at)}`;
    const previous = { state: first.state, edits: [edit] };
    const second = go.read(after, { grammars, limitMs: 20_000, keep: true, previous });
    equal(second.state?.units.lowered, 1);
    deepEqual(second.model, read(after));
  });
});
