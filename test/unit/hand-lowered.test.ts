/**
 * The passes serve languages that have no parser here: real shapes of Go, PowerShell and Python, lowered by hand, are
 * judged by the same code as the languages that are shipped.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyseModel } from '../../src/analysis/analyse-model.js';
import type { FileModel, Stmt } from '../../src/analysis/code-model.js';
import { languages } from '../../src/analysis/languages/index.js';
import { Lines } from '../../src/analysis/position.js';
import { loadGrammars } from '../helpers/grammars.js';
import { fixtures, fixturesFolder } from '../helpers/hand-lowered/all.js';
import type { HandLowered } from '../helpers/hand-lowered/fixture.js';
import { sdks, traits } from '../helpers/hand-lowered/sdks.js';

const alone = { module: () => undefined, type: () => undefined, name: () => undefined, method: () => undefined };

function read(name: string): HandLowered {
  return JSON.parse(readFileSync(`${fixturesFolder}/${name}.json`, 'utf8')) as HandLowered;
}

function judged(f: HandLowered): HandLowered['sites'] {
  const text = f.source.join('\n');
  const lines = new Lines(text);
  const own = traits[f.language];
  assert.ok(own, f.language);
  return analyseModel({ file: f.name, text, model: f.model, traits: own, sdks, neighbours: alone }).map(
    ({ candidate, judgement }) => ({
      line: lines.at(candidate.name.start).line,
      operation: `${candidate.method} ${candidate.path}`,
      verdict: judgement.verdict,
      reason: judgement.reason,
      certainty: candidate.certain && !judgement.unseen ? 'certain' : 'likely',
    }),
  );
}

describe('models lowered by hand', () => {
  const names = readdirSync(fixturesFolder).map((n) => n.replace(/\.json$/, ''));

  for (const name of names) {
    it(`${name} is judged as the code means`, () => {
      const f = read(name);
      assert.deepEqual(judged(f), f.sites);
    });
  }

  it('are judged alike when their text is read, where the language has a file', async () => {
    const read = fixtures().flatMap((f) => {
      const language = languages.find((l) => l.id === f.language);
      return language ? [{ f, language }] : [];
    });
    assert.ok(read.length > 0);
    const grammars = await loadGrammars(...new Set(read.flatMap((r) => r.language.grammars)));
    for (const { f, language } of read) {
      const { model } = language.read(f.source.join('\n'), { grammars, limitMs: 20_000 });
      assert.deepEqual(judged({ ...f, model }), f.sites, f.name);
    }
  });

  it('are the lowerings of their own text', () => {
    assert.deepEqual(
      fixtures().map((f) => JSON.parse(JSON.stringify(f))),
      fixtures().map((f) => read(f.name)),
      'write them anew with test/helpers/hand-lowered/write.ts',
    );
    assert.equal(names.length, fixtures().length);
  });

  it('hold a handled site, an unhandled site and a trap of each language', () => {
    for (const language of Object.keys(traits)) {
      const kinds = new Set(
        fixtures()
          .filter((f) => f.language === language)
          .map((f) => f.kind),
      );
      assert.deepEqual([...kinds].sort(), ['handled', 'trap', 'unhandled'], language);
    }
  });
});

/** Verdict and reason of the only site after a change of the model; none where it is no site. */
function after(name: string, change: (model: string) => string): string {
  const f = read(name);
  const before = JSON.stringify(f.model);
  const changed = change(before);
  assert.notEqual(changed, before, 'the change must change something');
  return judged({ ...f, model: JSON.parse(changed) as FileModel })
    .map((s) => `${s.verdict} ${s.reason}`)
    .join();
}

const replacing = (from: string, to: string) => (model: string) => model.replaceAll(from, to);

/** Adds an argument `-ErrorAction <value>` in front of the others of every command. */
const withErrorAction = (value: string) => (model: string) => {
  const range = '"range":{"start":0,"end":0}';
  return model.replaceAll(
    '"args":[{"value":{"v":"member"',
    `"args":[{"value":{"v":"lit","value":"${value}",${range}},"name":"erroraction","spread":false,${range}},{"value":{"v":"member"`,
  );
};

describe('models lowered by hand, changed in one point', () => {
  const cases: [what: string, name: string, change: (model: string) => string, expected: string][] = [
    [
      'Go: the status of a stale ETag',
      'go-conflict-tested-for-a-stale-etag',
      replacing('StatusConflict', 'StatusPreconditionFailed'),
      'handled told-apart',
    ],
    [
      'Go: no ETag',
      'go-conflict-tested-for-a-stale-etag',
      replacing('"key":"IfMatchEtag"', '"key":"SessionToken"'),
      'idempotent no-condition',
    ],
    ['Go: another status', 'go-recorded-before', replacing('StatusConflict', 'StatusNotFound'), 'unhandled no-handler'],
    [
      'Go: a member the error has not',
      'go-recorded-before',
      replacing('"name":"StatusCode"', '"name":"Code"'),
      'mishandled wrong-property',
    ],
    [
      'Go: the error is not taken',
      'go-wrapped-and-returned',
      replacing('"key":1,"target":{"v":"ref","name":"err"', '"key":1,"target":{"v":"ref","name":"_"'),
      'unhandled swallowed',
    ],
    [
      'Go: a predicate that says nothing of conflicts',
      'go-all-but-the-conflict',
      replacing('IsConflictError', 'IsThrottled'),
      'unhandled not-told-apart',
    ],
    [
      'Go: the status of the wrapper is another',
      'go-test-held-in-a-boolean',
      replacing('StatusConflict', 'StatusForbidden'),
      'unhandled no-handler',
    ],
    [
      'PowerShell: -ErrorAction Stop',
      'powershell-handler-never-reached',
      withErrorAction('Stop'),
      'handled told-apart',
    ],
    [
      'PowerShell: -ErrorAction SilentlyContinue',
      'powershell-handler-never-reached',
      withErrorAction('SilentlyContinue'),
      'mishandled non-terminating',
    ],
    [
      'PowerShell: without -ErrorAction Stop',
      'powershell-every-error-alike',
      replacing('"value":"Stop"', '"value":"Continue"'),
      'unhandled no-handler',
    ],
    [
      'PowerShell: names in lower case',
      'powershell-handler-never-reached',
      replacing('New-MgApplicationOwnerByRef', 'new-mgapplicationownerbyref'),
      'mishandled non-terminating',
    ],
    [
      'PowerShell: the answer is asked for, not the error',
      'powershell-splatted-request',
      replacing(
        '"key":"Method"',
        '"key":"SkipHttpErrorCheck","value":{"v":"lit","value":true,"range":{"start":0,"end":0}},"spread":false,"range":{"start":0,"end":0}},{"key":"Method"',
      ),
      'mishandled never-thrown',
    ],
    [
      'PowerShell: tried again like the others',
      'powershell-left-out-of-the-retry',
      replacing('already exists', 'was not found'),
      'unhandled not-told-apart',
    ],
    [
      'Python: the type of another status',
      'python-container-is-there',
      replacing('CosmosResourceExistsError', 'CosmosResourceNotFoundError'),
      'unhandled no-handler',
    ],
    [
      'Python: every error',
      'python-container-is-there',
      replacing('"types":[{"path":["CosmosResourceExistsError"]', '"types":[{"path":["Exception"]'),
      'unhandled not-told-apart',
    ],
    [
      'Python: no condition',
      'python-condition-by-keyword',
      replacing('"key":"etag"', '"key":"session_token"'),
      'idempotent no-condition',
    ],
    [
      'Python: the conflict of another operation',
      'python-condition-by-keyword',
      replacing('CosmosAccessConditionFailedError', 'CosmosResourceExistsError'),
      'mishandled wrong-status',
    ],
    [
      'Python: the answer is not turned into an error',
      'python-answer-turned-into-an-error',
      replacing('raise_for_status', 'close'),
      'unhandled no-handler',
    ],
  ];
  for (const [what, name, change, expected] of cases)
    it(what, () => {
      assert.equal(after(name, change), expected);
    });

  it('PowerShell: the preference variable set before the call', () => {
    const f = read('powershell-handler-never-reached');
    const range = { start: 0, end: 0 };
    const preference: Stmt = {
      s: 'bind',
      target: { v: 'ref', name: 'errorActionPreference', range },
      value: { v: 'lit', value: 'Stop', range },
      declares: true,
      range,
    };
    f.model.top.unshift(preference);
    assert.deepEqual(
      judged(f).map((s) => s.verdict),
      ['handled'],
    );
  });
});
