import { deepEqual, equal } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { python } from '../../../src/analysis/languages/python.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { printModel } from '../../helpers/print-model.js';

let grammars: Grammars;

const read = (text: string): FileModel => python.read(text, { grammars, limitMs: 5000 }).model;

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

describe('Python', () => {
  before(async () => {
    grammars = await loadGrammars(...python.grammars);
  });

  table('imports', [
    ['import a.b', '(import "a.b" namespace *=a)'],
    ['import a.b as c', '(import "a.b" namespace *=c)'],
    [
      'from azure.cosmos import CosmosClient, exceptions as exc',
      '(import "azure.cosmos" named reexport CosmosClient exceptions=exc)',
    ],
    ['from ..a.b import (c as d)', '(import "../a/b" named relative reexport c=d)'],
    ['from . import x', '(import "./x" namespace relative *=x)'],
  ]);

  table('texts', [
    ['x = f"/users/{id!r:>3}/{{x}}" "tail"', '(let x (text "/users/" id "/{x}tail"))'],
    ["x = '/users/{}/{n}'.format(a, n=b)", '(let x (text "/users/" a "/" b))'],
    ["x = '/users/%s' % a", '(let x (text "/users/" a))'],
    ["x = r'\\d' + y", '(let x (text "\\\\d" y))'],
    ['x = base + "/x"', '(let x (text base "/x"))'],
  ]);

  table('values', [
    ['x = a if b else c', '(let x (pick b a c))'],
    ['x = 1 < a <= 3', '(let x (and (lt 1 a) (le a 3)))'],
    ['x = a not in (409, 412)', '(let x (not (in a [409 412])))'],
    ['x = e is not None', '(let x (ne e null))'],
    ['x = isinstance(e, (A, b.C))', '(let x (or (is e A) (is e b.C)))'],
    ["x = getattr(e, 'status_code', None)", '(let x (coalesce e?.status_code null))'],
    ["x = re.search('409', str(e))", '(let x (matches (call str e) "409"))'],
    ['x = [f(i) for i in xs if i]', '(let x (call xs.map (lambda (i) [(if i [(return (call f i))])])))'],
    ['x = Client(a, key=b)', '(let x (new Client a key:b))'],
    ['x = m.Client(a)', '(let x (call m.Client a))'],
    ['x = {"a": 1, **b}', '(let x {a:1 ...b})'],
    ['asyncio.run(main())', '(do (await (call main)))'],
    ['x = a[1:]', '(let x (call a.slice 1))'],
  ]);

  table('statements', [
    ['a = b = c', '(let b c)\n(let a b)'],
    ['a, *b = c', '(let <0:a ...b> c)'],
    ['a.b["c"] += 1', '(set += a.b["c"] 1)'],
    ['if a:\n    x = 1\nelif b:\n    x = 2\nelse:\n    pass', '(let x)\n(if a [(set x 1)] [(if b [(set x 2)])])'],
    [
      'for i in range(3):\n    f(i)',
      '(let i)\n(for init [(let i 0)] test (lt i 3) step [(set += i 1)] [(do (call f i))])',
    ],
    ['for a, b in c:\n    f()\nelse:\n    g()', '(each <0:a 1:b> over c [(do (call f))])\n(do (call g))'],
    ['while True:\n    break', '(while [(break)])'],
    ['with suppress(A, b.C):\n    f()', '(other [(try [(do (call f))] (catch :A|b.C []))])'],
    [
      'async def f():\n    async with a.b() as c:\n        return None',
      '(function export async f () [(let c (await (call a.b))) (other [(return)])])',
    ],
    [
      'try:\n    f()\nexcept (A, b.C) as e:\n    raise X("y") from e\nexcept D:\n    raise\nelse:\n    g()\nfinally:\n    h()',
      '(try [(try [(do (call f))] (catch :A|b.C e [(raise (new X "y" __cause__:e))]) (catch :D [(raise again)])) (do (call g))] finally [(do (call h))])',
    ],
    [
      'match s:\n    case 409 | 412:\n        f()\n    case E.X if y:\n        g()\n    case _:\n        h()',
      '(if (or (eq s 409) (eq s 412)) [(do (call f))] [(if (and (eq s E.X) y) [(do (call g))] [(do (call h))])])',
    ],
    ['assert a', '(if (not a) [(raise (new AssertionError))])'],
  ]);

  table('classes', [
    [
      'class A(B, c.D):\n    n = 1\n    t: str = field(default_factory=make)\n    def __init__(self, c: C | None = None):\n        self.c = c\n    @property\n    def d(self):\n        return self.c\n    @staticmethod\n    def s(x): ...',
      '(class export A < B c.D (field static n 1) (field t :str (call make)) (field c) (constructor export __init__ (c:C=null) [(set this.c c)]) (getter @[(call property)] export d () [(return this.c)]) (method @[(call staticmethod)] export static s (x) []))',
    ],
    [
      '@dec(a)\ndef f(a: "Optional[C]", *, b=1, **kw) -> list[C]:\n    global g\n    g = a',
      '(function @[(call dec a)] export f (a:C b=1 ...kw) :list<C> [(set g a)])',
    ],
  ]);
});
