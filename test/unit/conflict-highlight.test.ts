/** Tests for a conflict are coloured in the code of every language, and nothing else changes its colour. */
import assert from 'node:assert/strict';
import { conflictGrammarFiles } from '../../scripts/lib/conflict-grammars.js';
import { textOf } from '../helpers/repository.js';
import { byCharacter, type Token, tokeniser } from '../helpers/textmate.js';

const TEST = 'meta.guard409.conflict-test';
const VALUE = 'constant.numeric.decimal.guard409';

/** Code, and the values that are coloured in it. */
type Rows = [code: string, values: string[]][];

const SCRIPT: Rows = [
  ['if (error.statusCode === 409) skip();', ['409']],
  ['if (error.code!==412) throw error;', ['412']],
  ['if (409 == error.code && x) skip();', ['409']],
  ['switch (status) { case 409: skip(); }', ['409']],
  ['const known = [409, 412].includes(error.code);', ['409', '412']],
  ['if (status === HttpStatusCode.Conflict) skip();', ['Conflict']],
  ['if (status !== StatusCodes.PRECONDITION_FAILED) skip();', ['PRECONDITION_FAILED']],
  ['const open = HttpStatus.CONFLICT === status;', ['CONFLICT']],
  ['const text = `=== 409 ${status === 409 ? 1 : 2} === 409`;', ['409']],
  ['skip("=== 409"); // === 409', []],
  ['/* === 409 */ const a = /=== 409/;', []],
  ['a >= 409; skip(409); a === 4090; a === 409.5; a === 0x409; a = 409;', []],
  ['answer(HttpStatusCode.Conflict); a === My.HttpStatusCode2.Conflict;', []],
];

const MARKUP: Rows = [['const a = <b c={s === 409} d="=== 409">s === 409 {s === 412 ? 1 : 2}</b>;', ['409', '412']]];

const CSHARP: Rows = [
  ['if (error.StatusCode == HttpStatusCode.Conflict) { }', ['Conflict']],
  [
    'try { } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.PreconditionFailed) { }',
    ['PreconditionFailed'],
  ],
  ['try { } catch (ODataError e) when (e.ResponseStatusCode == 409) { }', ['409']],
  ['if (e.Status is 409 or 412) { }', ['409', '412']],
  ['if (e.Status is not HttpStatusCode.Conflict) { }', ['Conflict']],
  ['switch (s) { case HttpStatusCode.Conflict: break; case 412: break; }', ['Conflict', '412']],
  ['var n = s switch { HttpStatusCode.Conflict => 1, 409 => 2, _ => 3 };', ['Conflict', '409']],
  [
    'if (s == (int)HttpStatusCode.Conflict || s == StatusCodes.Status409Conflict) { }',
    ['Conflict', 'Status409Conflict'],
  ],
  ['if (HttpStatusCode.Conflict == s || 409 != s) { }', ['Conflict', '409']],
  ['var text = $"== 409 {s == 409} == 409";', ['409']],
  ['return StatusCode(StatusCodes.Status409Conflict);', []],
  ['Skip("== 409"); // == 409', []],
  ['Skip(409); var big = a >= 409; var other = a == 4090 || a == 409.5;', []],
];

const PYTHON: Rows = [
  ['if error.status_code == 409: pass', ['409']],
  ['if error.status_code!=412: raise', ['412']],
  ['if 409 == error.status_code: pass', ['409']],
  ['if status == HTTPStatus.CONFLICT: pass', ['CONFLICT']],
  ['if status == http_constants.StatusCodes.PRECONDITION_FAILED: pass', []],
  ['if r.status_code == requests.codes.conflict: pass', []],
  ['text = "== 409"  # == 409', []],
  ['a >= 409; skip(409); a == 4090; a == 409.5; a = 409', []],
];

const JAVA: Rows = [
  ['if (e.getStatusCode() == 409) { }', ['409']],
  ['if (412 != e.getStatusCode()) { }', ['412']],
  ['switch (s) { case 409: break; case 412: break; }', ['409', '412']],
  ['if (e.getStatusCode() == HttpStatus.CONFLICT) { }', ['CONFLICT']],
  ['if (s == HttpURLConnection.HTTP_CONFLICT) { }', ['HTTP_CONFLICT']],
  ['boolean b = HttpStatus.CONFLICT.equals(e.getStatusCode());', ['CONFLICT']],
  ['return ResponseEntity.status(HttpStatus.CONFLICT).build();', []],
  ['skip("== 409"); // == 409', []],
  ['skip(409); boolean big = a >= 409; boolean other = a == 4090;', []],
];

const GO: Rows = [
  ['if failure.StatusCode == 409 { }', ['409']],
  ['if 412 != failure.StatusCode { }', ['412']],
  ['switch s { case 409: skip(); case http.StatusPreconditionFailed: skip() }', ['409', 'StatusPreconditionFailed']],
  ['if resp.StatusCode == http.StatusConflict { }', ['StatusConflict']],
  ['if http.StatusConflict == resp.StatusCode { }', ['StatusConflict']],
  ['w.WriteHeader(http.StatusConflict)', []],
  ['skip("== 409") // == 409', []],
  ['skip(409); big := a >= 409; other := a == 4090 || a == 0x409', []],
];

const POWERSHELL: Rows = [
  ['if ($_.Exception.Response.StatusCode -eq 409) { }', ['409']],
  ['if ($status -NE 412) { throw }', ['412']],
  ['if (409 -eq $status) { }', ['409']],
  ['if ($status -in 409, 423) { }', ['409']],
  ['switch ($status) { 409 { skip } 412 { skip } default { throw } }', ['409', '412']],
  ['Write-Host "-eq 409" # -eq 409', []],
  ['$big = $a -ge 409; $other = $a -eq 4090; $a = 409', []],
];

/** A language: its scope, its rows, what stands around them, and a test for a conflict in it. */
const LANGUAGES: [scope: string, rows: Rows, around: string, test?: string][] = [
  ['source.ts', SCRIPT, 'CODE'],
  ['source.tsx', [...SCRIPT, ...MARKUP], 'CODE'],
  ['source.js', [...SCRIPT, ...MARKUP], 'CODE'],
  ['source.js.jsx', [...SCRIPT, ...MARKUP], 'CODE'],
  ['source.cs', CSHARP, 'class A { void M() { CODE } }'],
  ['source.python', PYTHON, 'CODE'],
  ['source.java', JAVA, 'class A { void m() { CODE } }'],
  ['source.go', GO, 'package a; func m() { CODE }'],
  ['source.powershell', POWERSHELL, 'CODE', 'if ($a -eq 409) { }'],
];

const ours = (token: Token): boolean => token.scopes.includes(TEST);

for (const [scope, rows, around, test = 'if (a == 409) { }'] of LANGUAGES) {
  describe(`tests for a conflict in ${scope}`, () => {
    let highlight: (text: string) => Token[][];
    let plain: (text: string) => Token[][];

    before(async () => {
      highlight = await tokeniser(scope, true);
      plain = await tokeniser(scope, false);
    });

    for (const [code, values] of rows)
      it(`${values.length > 0 ? `${values.join(' and ')} in` : 'nothing in'} ${code}`, () => {
        const text = around.replace('CODE', () => code);
        const tokens = highlight(text).flat();
        assert.deepEqual(
          tokens.filter((token) => token.scopes.at(-1) === VALUE).map((token) => token.text),
          values,
        );
        assert.deepEqual(
          tokens.filter((token) => token.scopes.includes(VALUE) !== (ours(token) && token.scopes.at(-1) === VALUE)),
          [],
        );
        const [after, own] = [byCharacter(tokens), byCharacter(plain(text).flat())];
        for (const [at, scopes] of after.entries())
          if (!scopes.includes(TEST)) assert.equal(scopes, own[at], `${at}: ${text[at]}`);
      });

    it('leave a number what it was in the eyes of a theme', () => {
      const tokens = highlight(around.replace('CODE', () => test))
        .flat()
        .filter(ours);
      assert.deepEqual(
        tokens.map((token) => token.text),
        ['409'],
      );
      const was = plain(around.replace('CODE', () => test)).flat();
      const host = was.find((token) => token.text === '409')?.scopes.at(-1) ?? '';
      assert.ok(host.startsWith('constant.numeric.'), host);
    });
  });
}

describe('the grammars of tests for a conflict', () => {
  it('are fresh: run npx tsx scripts/generate-manifest.ts', () => {
    for (const [path, text] of conflictGrammarFiles()) assert.ok(textOf(path) === text, `${path} is out of date`);
  });
});
