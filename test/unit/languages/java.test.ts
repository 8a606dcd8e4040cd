import { deepEqual, equal } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { java } from '../../../src/analysis/languages/java.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';

let grammars: Grammars;

function read(text: string): FileModel {
  return java.read(text, { grammars, limitMs: 5000 }).model;
}

const show = (source: string): string => {
  const model = read(source);
  deepEqual(model.damaged, []);
  return printModel(model);
};

/** Each row: statements of a method, and the model of them. */
function table(title: string, rows: [source: string, expected: string][]): void {
  describe(title, () => {
    for (const [source, expected] of rows)
      it(source.replace(/\s+/g, ' ').slice(0, 90), () => {
        equal(show(`class T { void f() { ${source} } }`), expected);
      });
  });
}

/** Each row: a whole file. */
function files(title: string, rows: [source: string, expected: string][]): void {
  describe(title, () => {
    for (const [source, expected] of rows)
      it(source.replace(/\s+/g, ' ').slice(0, 90), () => {
        equal(show(source), expected);
      });
  });
}

describe('Java', () => {
  before(async () => {
    grammars = await loadGrammars(...java.grammars);
  });

  files('imports', [
    ['import com.azure.cosmos.CosmosContainer;', '(import "com.azure.cosmos" named CosmosContainer)'],
    ['import com.azure.cosmos.*;', '(import "com.azure.cosmos" using)'],
    [
      'import static java.net.HttpURLConnection.HTTP_CONFLICT;',
      '(import "java.net.HttpURLConnection" named HTTP_CONFLICT)',
    ],
  ]);

  table('literals and text', [
    [String.raw`x = "a\tb\u0041\101";`, '(class export T (method export f () :void [(set x "a\\tbAA")]))'],
    ['x = """\n    a\n      b\n    """;', '(class export T (method export f () :void [(set x "a\\n  b\\n")]))'],
    [
      'x = baseUrl + path + "/x" + 1;',
      '(class export T (method export f () :void [(set x (text baseUrl path "/x1"))]))',
    ],
    ['x = a + b;', '(class export T (method export f () :void [(set x (add a b))]))'],
    ["x = '\\n';", '(class export T (method export f () :void [(set x "\\n")]))'],
    ['x = 0xFF + 1_000L;', '(class export T (method export f () :void [(set x (add 255 1000))]))'],
    ['x = -409;', '(class export T (method export f () :void [(set x -409)]))'],
    ['x = Foo.class;', '(class export T (method export f () :void [(set x (typeof Foo))]))'],
    ['x = null;', '(class export T (method export f () :void [(set x null)]))'],
  ]);

  table('calls and members', [
    [
      'container.createItem(item, pk, null).block();',
      '(class export T (method export f () :void [(do (call (call container.createItem item pk null).block))]))',
    ],
    ['this.a.b(super.c());', '(class export T (method export f () :void [(do (call this.a.b (call super.c)))]))'],
    [
      'list.forEach(batch::createItemOperation);',
      '(class export T (method export f () :void [(do (call list.forEach batch.createItemOperation))]))',
    ],
    ['list.forEach(this::save);', '(class export T (method export f () :void [(do (call list.forEach this.save))]))'],
    [
      'list.stream().map(Foo::new);',
      '(class export T (method export f () :void [(do (call (call list.stream).map (opaque Foo)))]))',
    ],
    ['Foo.<String>bar(xs[0]);', '(class export T (method export f () :void [(do (call Foo.bar <String> xs[0]))]))'],
    ['a.b.C.d();', '(class export T (method export f () :void [(do (call a.b.C.d))]))'],
    [
      '((CosmosException) e).getStatusCode();',
      '(class export T (method export f () :void [(do (call e.getStatusCode))]))',
    ],
    ['Outer.this.x();', '(class export T (method export f () :void [(do (call this.x))]))'],
  ]);

  table('lambdas and objects', [
    ['f(x -> x + 1);', '(class export T (method export f () :void [(do (call f (lambda (x) [(return (add x 1))])))]))'],
    [
      'f((x, y) -> { return x; });',
      '(class export T (method export f () :void [(do (call f (lambda (x y) [(return x)])))]))',
    ],
    [
      'f((String x) -> g());',
      '(class export T (method export f () :void [(do (call f (lambda (x:String) [(return (call g))])))]))',
    ],
    [
      'f(new Callable<String>() { public String call() { return a(); } });',
      '(class export T (method export f () :void [(do (call f (lambda call () :String [(return (call a))])))]))',
    ],
    [
      'f(new Visitor("a") { void one() { a(); } void two() { } });',
      '(class export T (method export f () :void [(do (call f (new Visitor "a" init {one:(method one () :void [(do (call a))]) two:(method two () :void [])})))]))',
    ],
    ['int[] a = new int[]{1, 2};', '(class export T (method export f () :void [(let a :Array<int> [1 2])]))'],
    ['Object o = new a.B<C>(1);', '(class export T (method export f () :void [(let o :Object (new a.B<C> 1))]))'],
  ]);

  table('operators', [
    [
      'x = a == 1 && b != 2 || !c;',
      '(class export T (method export f () :void [(set x (or (and (eq a 1) (ne b 2)) (not c)))]))',
    ],
    [
      'x = e instanceof CosmosException ce && ce.getStatusCode() == 409;',
      '(class export T (method export f () :void [(set x (and (is e CosmosException ce) (eq (call ce.getStatusCode) 409)))]))',
    ],
    ['x = c ? a : b;', '(class export T (method export f () :void [(set x (pick c a b))]))'],
    [
      'i++; --j; i += 2; a[0] = 1; this.x = y;',
      '(class export T (method export f () :void [(set += i 1) (set -= j 1) (set += i 2) (set a[0] 1) (set this.x y)]))',
    ],
    [
      'while ((line = read()) != null) { }',
      '(class export T (method export f () :void [(while test (ne (assign line (call read)) null) [])]))',
    ],
  ]);

  table('statements', [
    [
      'if (a) b(); else if (c) { d(); }',
      '(class export T (method export f () :void [(if a [(do (call b))] [(if c [(do (call d))])])]))',
    ],
    [
      'for (int i = 0, j = 1; i < 3; i++) continue;',
      '(class export T (method export f () :void [(for init [(let i :int 0) (let j :int 1)] test (lt i 3) step [(set += i 1)] [(continue)])]))',
    ],
    ['for (String s : list) { break; }', '(class export T (method export f () :void [(each s over list [(break)])]))'],
    ['do { a(); } while (b);', '(class export T (method export f () :void [(while test b [(do (call a))])]))'],
    [
      'try (In in = open(); res) { a(); } catch (A | B.C e) { throw e; } finally { c(); }',
      '(class export T (method export f () :void [(try [(let in :In (call open)) (other res) (do (call a))] (catch :A|B.C e [(raise e)]) finally [(do (call c))])]))',
    ],
    [
      'switch (x) { case 1: case 2: a(); break; default: b(); }',
      '(class export T (method export f () :void [(if (or (eq x 1) (eq x 2)) [(do (call a))] [(do (call b))])]))',
    ],
    [
      'switch (e.getStatusCode()) { case 409 -> a(); default -> throw e; }',
      '(class export T (method export f () :void [(if (eq (call e.getStatusCode) 409) [(do (call a))] [(raise e)])]))',
    ],
    [
      'var z = switch (f(y)) { case A, B -> 1; case Foo g when g.x > 1 -> { yield 2; } default -> throw new X(); };',
      '(class export T (method export f () :void [(let z (pick (or (eq (assign $subject1 (call f y)) A) (eq $subject1 B)) 1 (pick (and (is $subject1 Foo g) (gt g.x 1)) 2 (call (lambda () [(raise (new X))])))))]))',
    ],
    ['synchronized (this) { a(); }', '(class export T (method export f () :void [(other this [(do (call a))])]))'],
    [
      'outer: while (true) { break outer; }',
      '(class export T (method export f () :void [(other [(while test true [(break)])])]))',
    ],
    ['assert a : b;', '(class export T (method export f () :void [(other a b)]))'],
    ['class Local { int x; }', '(class export T (method export f () :void [(class export Local (field x :int))]))'],
  ]);

  files('types', [
    [
      'package a.b; @Service("x") public class P<T> extends Base<T> implements A, B { }',
      '(class @[(call Service "x")] export in a.b P < Base<T> A B)',
    ],
    [
      'class P { private static final String X = "a", Y; @Autowired private Container c; }',
      '(class export P (field static X :String "a") (field static Y :String) (field @[(call Autowired)] c :Container))',
    ],
    [
      'class P { P(int a) { super(a); this.x = a; } static { a(); } { b(); } }',
      '(class export P (constructor export P (a:int) [(do (call super a)) (set this.x a)]) (method static () [(do (call a))]) (method () [(do (call b))]))',
    ],
    [
      'record R(String id, int n) { R { n++; } static R of() { return null; } }',
      '(class export R (field param id :String) (field param n :int) (constructor export (id:String n:int) []) (constructor export R () [(set += n 1)]) (method export static of () :R [(return null)]))',
    ],
    [
      'enum Code { CONFLICT(409, "x"), GONE; int n() { return 1; } }',
      '(enum export Code (field static CONFLICT 409) (field static GONE) (method export n () :int [(return 1)]))',
    ],
    [
      'interface I { String K = "v"; int f(String... a); default int g() { return 1; } }',
      '(interface export I (field static K :String "v") (method export f (...a:String) :int) (method export g () :int [(return 1)]))',
    ],
    [
      'class P { @Retryable(retryFor = A.class, maxAttempts = 3) <U> List<? extends U> m(final String a) throws X { return a; } }',
      '(class export P (method @[(call Retryable retryFor:(typeof A) maxAttempts:3)] export m (a:String) :List<U> [(return a)]))',
    ],
    ['class P { class Q { void f() { } } }', '(class export P (class export Q (method export f () :void [])))'],
  ]);
});
