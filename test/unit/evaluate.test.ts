/** What a value can be: through names, members, parameters, conditions, simple functions and one relative import. */
import assert from 'node:assert/strict';
import { plain, show, texts } from '../../src/analysis/evaluate/text.js';
import { loadAll, probed } from '../helpers/evaluate.js';

before(loadAll);

interface Row {
  title: string;
  source: string;
  /** What the probed value can be, in any order. */
  is: unknown[];
  file?: string;
  files?: Record<string, string>;
}

/** The texts (holes in braces) of each probed value. */
function textsOf(row: Row): string[] {
  const { ev, cells } = probed(row.source, row);
  assert.equal(cells.length, 1, 'one probe a row');
  return cells.flatMap((c) => texts(ev, c).map(show)).sort();
}

function constantsOf(row: Row): unknown[] {
  const { ev, cells } = probed(row.source, row);
  assert.equal(cells.length, 1, 'one probe a row');
  return cells.flatMap((c) => ev.constants(c));
}

describe('constants of a value', () => {
  const rows: Row[] = [
    { title: 'a literal', source: 'probe(409)', is: [409] },
    { title: 'a name', source: 'const a = 409; probe(a)', is: [409] },
    { title: 'a name of a name', source: 'const a = 409; const b = a; probe(b)', is: [409] },
    { title: 'all values of a name that is assigned twice', source: 'let a = 1; if (x) a = 2; probe(a)', is: [1, 2] },
    { title: 'both sides of a condition', source: 'probe(x ? 409 : 412)', is: [409, 412] },
    { title: 'a default', source: 'probe(x ?? 409)', is: [409] },
    { title: 'the inner of two names', source: 'const a = 1; { const a = 2; probe(a) }', is: [2] },
    { title: 'the outer of two names', source: 'const a = 1; { const a = 2; } probe(a)', is: [1] },
    { title: 'a member of a record', source: 'const c = { s: { conflict: 409 } }; probe(c.s.conflict)', is: [409] },
    { title: 'a member by its name in a text', source: "const c = { a: 1, b: 2 }; probe(c['b'])", is: [2] },
    { title: 'a member set later', source: 'const c: any = {}; c.a = 5; probe(c.a)', is: [5] },
    { title: 'a member of a spread', source: 'const a = { n: 1 }; const b = { ...a }; probe(b.n)', is: [1] },
    { title: 'what a pattern takes out', source: 'const { a } = { a: 3, b: 4 }; probe(a)', is: [3] },
    { title: 'what a pattern renames', source: 'const { a: x } = { a: 3 }; probe(x)', is: [3] },
    { title: 'the default in a pattern', source: 'function f({ a = 7 }) { probe(a) }', is: [7] },
    { title: 'the default of a parameter', source: 'function f(a = 7) { probe(a) }', is: [7] },
    { title: 'the result of a function', source: 'const f = () => 409; probe(f())', is: [409] },
    { title: 'the argument of a function that hands it on', source: 'function f(a) { return a } probe(f(8))', is: [8] },
    { title: 'a named argument taken apart', source: 'function f({ n }) { return n } probe(f({ n: 8 }))', is: [8] },
    { title: 'a static field', source: 'class S { static readonly C = 409 } probe(S.C)', is: [409] },
    { title: 'an enum member', source: 'enum S { Conflict = 409 } probe(S.Conflict)', is: [409] },
    { title: 'a field of this', source: 'class A { n = 4; m() { probe(this.n) } }', is: [4] },
    {
      title: 'a field set in the constructor',
      source: 'class A { n; constructor() { this.n = 4 } m() { probe(this.n) } }',
      is: [4],
    },
    {
      title: 'a field of a base class',
      source: 'class B { n = 4 } class A extends B { m() { probe(this.n) } }',
      is: [4],
    },
    { title: 'a getter', source: 'class A { get n() { return 4 } m() { probe(this.n) } }', is: [4] },
    { title: 'what is awaited', source: 'async function f() { const a = Promise.resolve; probe(await 5) }', is: [5] },
    { title: 'nothing for what nobody says', source: 'function f(a) { probe(a) }', is: [] },
    { title: 'nothing for a value made of itself', source: 'let a; a = a; probe(a)', is: [] },
    { title: 'nothing for values made of each other', source: 'let a = b, b = a; probe(a)', is: [] },
    {
      title: 'an imported constant',
      source: "import { A } from './consts'; probe(A)",
      files: { 'src/consts.ts': 'export const A = 409' },
      is: [409],
    },
    {
      title: 'a member of an imported module',
      source: "import * as c from './consts'; probe(c.A)",
      files: { 'src/consts.ts': 'export const A = 409' },
      is: [409],
    },
    {
      title: 'a default export',
      source: "import c from './consts'; probe(c.A)",
      files: { 'src/consts.ts': 'export default { A: 409 }' },
      is: [409],
    },
    {
      title: 'a re-export',
      source: "import { A } from './index'; probe(A)",
      files: { 'src/index.ts': "export { A } from './consts'", 'src/consts.ts': 'export const A = 409' },
      is: [409],
    },
    {
      title: 'nothing through modules that import each other',
      source: "import { A } from './x'; probe(A)",
      files: { 'src/x.ts': "import { A } from './y'; export { A }", 'src/y.ts': "export { A } from './x'" },
      is: [],
    },
    { title: 'nothing of a package', source: "import { A } from 'package'; probe(A)", is: [] },
    {
      title: 'a constant of C#',
      file: 'A.cs',
      source: 'class A { const int C = 409; void M() { probe(C); } }',
      is: [409],
    },
    {
      title: 'a constant of another type of C#',
      file: 'A.cs',
      source: 'static class S { public const int C = 409; } class A { void M() { probe(S.C); } }',
      is: [409],
    },
    {
      title: 'a constant of a type in a file of its name',
      file: 'src/A.cs',
      source: 'class A { void M() { probe(Codes.C); } }',
      files: { 'src/Codes.cs': 'static class Codes { public const int C = 409; }' },
      is: [409],
    },
  ];
  for (const row of rows)
    it(row.title, () => {
      assert.deepEqual(constantsOf(row).sort(), row.is);
    });
});

describe('texts of a value', () => {
  const rows: Row[] = [
    { title: 'a literal', source: "probe('/groups')", is: ['/groups'] },
    { title: 'a template', source: 'probe(`/groups/${id}/members`)', is: ['/groups/{id}/members'] },
    { title: 'a sum', source: "probe('/groups/' + id + '/members')", is: ['/groups/{id}/members'] },
    {
      title: 'a name in a template',
      source: "const base = 'https://graph.microsoft.com'; probe(`${base}/v1.0/groups`)",
      is: ['https://graph.microsoft.com/v1.0/groups'],
    },
    {
      title: 'both sides of a condition in a template',
      source: "probe(`/x/${a ? 'content' : 'createUploadSession'}`)",
      is: ['/x/content', '/x/createUploadSession'],
    },
    {
      title: 'a table of addresses',
      source: "const t = { a: '/groups', b: '/users' }; probe(t[key])",
      is: ['/groups', '/users'],
    },
    {
      title: 'a list that is joined',
      source: "probe(['/groups', id, 'members'].join('/'))",
      is: ['/groups/{id}/members'],
    },
    { title: 'concat', source: "probe('/groups/'.concat(id))", is: ['/groups/{id}'] },
    {
      title: 'what is encoded is one piece',
      source: 'probe(`/users/${encodeURIComponent(mail)}`)',
      is: ['/users/{mail}'],
    },
    {
      title: 'a URL of base and path',
      source: "probe(new URL('/v1.0/groups', 'https://graph.microsoft.com'))",
      is: ['https://graph.microsoft.com/v1.0/groups'],
    },
    {
      title: 'a URL made text',
      source: "probe(new URL('https://graph.microsoft.com/v1.0/groups').toString())",
      is: ['https://graph.microsoft.com/v1.0/groups'],
    },
    {
      title: 'a function of the file',
      source: "const url = (id) => `/groups/${id}`; probe(url('x'))",
      is: ['/groups/x'],
    },
    {
      title: 'a function of the file with an unknown argument',
      source: 'const url = (id) => `/groups/${id}`; probe(url(y))',
      is: ['/groups/{y}'],
    },
    {
      title: 'a builder nobody sees: what it is given after something unknown',
      source: "probe(buildUrl('/groups'))",
      is: ['{buildUrl()}/groups'],
    },
    {
      title: 'a builder nobody sees that is given a whole address',
      source: "probe(buildUrl('https://a.example/x'))",
      is: ['https://a.example/x'],
    },
    {
      title: 'a field of a base class of another file',
      source: "import B from './base'; class A extends B { m() { probe(`${this.resource}/v1.0/groups`) } }",
      files: {
        'src/base.ts':
          "export default abstract class B { protected get resource() { return 'https://graph.microsoft.com' } }",
      },
      is: ['https://graph.microsoft.com/v1.0/groups'],
    },
    {
      title: 'a field nobody sees',
      source: 'class A { m() { probe(`${this.resource}/v1.0/groups`) } }',
      is: ['{this.resource}/v1.0/groups'],
    },
    {
      title: 'an interpolated string',
      file: 'A.cs',
      source: 'class A { void M(string id) { probe($"/groups/{id}/members"); } }',
      is: ['/groups/{id}/members'],
    },
    {
      title: 'string.Format',
      file: 'A.cs',
      source: 'class A { void M(string id) { probe(string.Format("/groups/{0}/members/{1}", id, "x")); } }',
      is: ['/groups/{id}/members/x'],
    },
    {
      title: 'string.Concat',
      file: 'A.cs',
      source: 'class A { void M(string id) { probe(string.Concat("/groups/", id)); } }',
      is: ['/groups/{id}'],
    },
    {
      title: 'string.Join',
      file: 'A.cs',
      source: 'class A { void M(string id) { probe(string.Join("/", "groups", id)); } }',
      is: ['groups/{id}'],
    },
    {
      title: 'a Uri of base and path',
      file: 'A.cs',
      source: 'class A { void M() { probe(new Uri(new Uri("https://graph.microsoft.com/"), "v1.0/groups")); } }',
      is: ['https://graph.microsoft.com/v1.0/groups'],
    },
  ];
  for (const row of rows)
    it(row.title, () => {
      assert.deepEqual(textsOf(row), row.is);
    });

  it('are at most eight', () => {
    const choice = (n: number): string => `(a${n} ? 'x' : 'y')`;
    const source = `probe(${Array.from({ length: 6 }, (_, n) => choice(n)).join(' + ')})`;
    assert.equal(textsOf({ title: '', source, is: [] }).length, 8);
  });

  it('are plain only without holes', () => {
    assert.equal(plain(['a']), 'a');
    assert.equal(plain([]), '');
    assert.equal(plain(['a', { hole: 'b' }]), undefined);
  });
});

describe('elements of a list', () => {
  const rows: Row[] = [
    { title: 'as written', source: 'probe([1, 2])', is: [1, 2] },
    { title: 'with what is pushed', source: 'const a = [1]; a.push(2); probe(a)', is: [1, 2] },
    { title: 'with what is spread in', source: 'const a = [1]; probe([...a, 2])', is: [1, 2] },
    { title: 'of a mapping', source: 'probe(xs.map((x) => 5))', is: [5] },
    { title: 'of a filter', source: 'const a = [1, 2]; probe(a.filter(Boolean))', is: [1, 2] },
    { title: 'of a set', source: 'const a = new Set([409, 412]); probe(a)', is: [409, 412] },
    {
      title: 'added in C#',
      file: 'A.cs',
      source: 'class A { void M() { var a = new List<int> { 1 }; a.Add(2); probe(a); } }',
      is: [1, 2],
    },
  ];
  for (const row of rows)
    it(row.title, () => {
      const { ev, cells } = probed(row.source, row);
      assert.deepEqual(cells.flatMap((c) => ev.elements(c).flatMap((e) => ev.constants(e))).sort(), row.is);
    });
});

describe('code that refers to itself', () => {
  const rows: [title: string, source: string][] = [
    ['a function that calls itself', 'const f = (n) => f(n - 1); probe(f(1))'],
    ['functions that call each other', 'const f = () => g(); const g = () => f(); probe(f())'],
    ['a list that is its own tail', 'let a = []; a = a.concat(a); a.push(a); probe(a)'],
    ['a record that is its own member', 'const a: any = {}; a.a = a; probe(a.a.a.a)'],
    ['a class that is its own base', 'class A extends A { m() { probe(this.x.y.z) } }'],
    [
      'a long chain of names',
      `${Array.from({ length: 200 }, (_, n) => `const a${n} = a${n + 1} || a${n + 2};`).join('\n')} probe(a0)`,
    ],
  ];
  for (const [title, source] of rows)
    it(`ends: ${title}`, () => {
      const { ev, cells } = probed(source);
      for (const c of cells) {
        const from = Date.now();
        assert.ok(ev.origins(c).length <= 8);
        assert.ok(texts(ev, c).length <= 8);
        ev.elements(c);
        assert.ok(Date.now() - from < 5000);
      }
    });
});
