import { deepEqual, equal } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { http } from '../../../src/analysis/languages/http.js';
import { describeAnyText } from '../../helpers/any-text.js';
import { printModel } from '../../helpers/print-model.js';
import { textOf } from '../../helpers/repository.js';

const read = (text: string): FileModel =>
  http.read(text, { grammars: undefined as unknown as Grammars, limitMs: 5000 }).model;

/** Each row: what is written, and the model of it. */
const rows: [title: string, source: string, expected: string][] = [
  ['a request', 'POST https://a.b/c HTTP/1.1', '(do (call send Method:"POST" Uri:"https://a.b/c"))'],
  ['a read without a verb', 'https://a.b/c', '(do (call send Method:"GET" Uri:"https://a.b/c"))'],
  ['variables', '@a.b = x\n@c={{a.b}}/y', '(let a.b "x")\n(let c (text a.b "/y"))'],
  [
    'headers, comments between them and a body',
    'PUT {{u}}\nIf-Match: "{{e}}"\n# X: y\nAccept: */*\n\n{"a": 1, "b": ["{{c}}", {{d}}, true], "e f": {}}',
    '(do (call send Method:"PUT" Uri:u Headers:{If-Match:(text "\\"" e "\\"") Accept:"*/*"} Body:{a:1 b:[c d true] e f:{}}))',
  ],
  [
    'a query over lines',
    'GET https://a.b/c\n  ?x=1\n  &y={{z}}\nA: b',
    '(do (call send Method:"GET" Uri:(text "https://a.b/c" "?x=1" (text "&y=" z)) Headers:{A:"b"}))',
  ],
  [
    'a body in a file',
    'POST https://a.b\n\n<@ ./c.json',
    '(do (call send Method:"POST" Uri:"https://a.b" Body:(opaque)))',
  ],
  [
    'a body of text',
    'POST https://a.b\n\na=1\n&b={{c}}',
    '(do (call send Method:"POST" Uri:"https://a.b" Body:(text "a=1\\n&b=" c)))',
  ],
  ['a random id', 'POST https://a.b/{{$guid}}', '(do (call send Method:"POST" Uri:(text "https://a.b/" (call uuid))))'],
  [
    'two requests',
    'DELETE https://a.b\n### two\nGET https://c.d',
    '(do (call send Method:"DELETE" Uri:"https://a.b"))\n(do (call send Method:"GET" Uri:"https://c.d"))',
  ],
  [
    'scripts that run before',
    '< {%\nPOST https://a.b\n%}\nGET https://c.d',
    '(do (call send Method:"GET" Uri:"https://c.d"))',
  ],
  [
    'a test of the answer',
    'POST https://a.b\n\n> {% client.test("x", () => client.assert(response.status !== 409)) %}',
    '(other [(let response (call send Method:"POST" Uri:"https://a.b")) (if (ne response.status 409) [(do (call assert))])])',
  ],
  [
    'a list, turned sides and a text',
    'POST https://a.b\n> {% [201, 409].includes(response.status); 500 > response.status; response.body.error.includes("x") %}',
    '(other [(let response (call send Method:"POST" Uri:"https://a.b")) (if (or (eq response.status 201) (eq response.status 409)) [(do (call assert))]) (if (lt response.status 500) [(do (call assert))]) (if (in "x" response.body.error) [(do (call assert))])])',
  ],
  [
    'assertions in lines',
    'POST https://a.b\n\n{}\n?? status == 409',
    '(other [(let response (call send Method:"POST" Uri:"https://a.b" Body:{})) (if (eq response.status 409) [(do (call assert))])])',
  ],
];

describe('files of requests', () => {
  for (const [title, source, expected] of rows) it(title, () => equal(printModel(read(source)), expected));

  it('keep their comments', () => {
    const { comments } = read('# a\n// b\nGET https://a.b\n# c\n### d\n');
    deepEqual(
      comments.map((c) => c.text),
      ['# a', '// b', '# c', '### d'],
    );
  });

  it('end at the request line for a call without headers and body', () => {
    const [statement] = read('POST https://a.b\n\n\n').top;
    deepEqual(statement?.range, { start: 0, end: 16 });
  });

  it('survive bodies nested deeper than any stack', () => {
    read(`POST https://a.b\n\n${'['.repeat(50_000)}`);
    read(`POST https://a.b\n\n${'{"a":'.repeat(50_000)}`);
  });
});

const SEED = ['scripts', 'dialects', 'users']
  .map((name) => textOf(`test/fixtures/http/graph/${name}.http`))
  .join('\n###\n');
const PIECES = [
  '{{',
  '}}',
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '###',
  '\n',
  '\r\n',
  '\r',
  '#',
  '//',
  '@',
  '=',
  '< {%',
  '%}',
  '> {%',
  '>>',
  '<>',
  '??',
  '\\',
  'POST ',
  ' HTTP/1.1',
  'response.status == ',
  '\u{1F600}',
];
describeAnyText(http, SEED, PIECES);
