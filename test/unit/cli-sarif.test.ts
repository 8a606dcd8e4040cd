import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { scenarios } from '../../src/catalog/index.js';
import { cli, folder, removeFolders } from '../cli/run-cli.js';

const schemaPath = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv, { keywords: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

/** A project with every kind of result: findings with and without a trail, ignored ones, odd names, a problem. */
function project() {
  const many = scenarios.map((scenario) => `conflict ${scenario.id}\n`).join('');
  return folder({
    'src/many.ts': many,
    'src/with trail #1.ts': `import 'many.ts'\n${many}`,
    'src/ignored.ts': 'conflict graph/group-exists // ignored\n',
    'src/ünïcode/a.ts': 'conflict graph/group-exists\n',
    'src/bad.ts': Buffer.from([0]),
  });
}

async function sarif(cwd: string, args: string[] = []): Promise<Run & { results: Result[] }> {
  const { stdout } = await cli(cwd, ['scan', '--format', 'sarif', ...args]);
  const log: Log = JSON.parse(stdout);
  assert.ok(validate(log), ajv.errorsText(validate.errors, { separator: '\n' }));
  const run = log.runs[0];
  assert.ok(run?.results);
  return { ...run, results: run.results };
}

describe('SARIF', () => {
  afterEach(removeFolders);

  it('is valid by the official schema, with at least 20 results and 5 code flows', async () => {
    const run = await sarif(project().path);
    assert.ok(run.results.length >= 20, `${run.results.length} results`);
    assert.ok(run.results.filter((result) => result.codeFlows).length >= 5);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.match(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', /NUL byte/);
  });

  it('would not pass for valid when it is not', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {}, results: [{ message: 'x' }] }] }), false);
  });

  it('describes each rule with help, and each result points to its rule', async () => {
    const run = await sarif(project().path);
    const rules = run.tool.driver.rules ?? [];
    assert.equal(rules.length, scenarios.length);
    for (const rule of rules) {
      assert.ok((rule.help?.text.length ?? 0) > 80, rule.id);
      assert.ok(rule.help?.markdown?.includes('**What helps**'), rule.id);
      assert.match(rule.name ?? '', /^[A-Z][A-Za-z0-9]+$/);
    }
    for (const result of run.results) assert.equal(rules[result.ruleIndex ?? -1]?.id, result.ruleId);
  });

  it('writes paths as addresses, and each artifact once', async () => {
    const run = await sarif(project().path);
    const addresses = (run.artifacts ?? []).map((artifact) => artifact.location?.uri);
    assert.deepEqual(new Set(addresses).size, addresses.length);
    assert.ok(addresses.includes('src/with%20trail%20%231.ts'));
    assert.ok(addresses.includes('src/%C3%BCn%C3%AFcode/a.ts'));
    for (const result of run.results) {
      const place = result.locations?.[0]?.physicalLocation?.artifactLocation;
      assert.equal(addresses[place?.index ?? -1], place?.uri);
    }
  });

  it('gives a whole address to a file outside the working directory', async () => {
    const at = project();
    const run = await sarif(`${at.path}/src/ünïcode`, ['..']);
    const outside = run.artifacts?.map((artifact) => artifact.location).filter((location) => !location?.uriBaseId);
    assert.ok(outside?.length);
    for (const location of outside ?? []) assert.match(location?.uri ?? '', /^file:\/\/\/.*\/src\/[a-z]/);
  });

  it('lists ignored calls as suppressed, with the reason', async () => {
    const run = await sarif(project().path);
    const suppressed = run.results.filter((result) => result.suppressions);
    assert.deepEqual(
      suppressed.map((result) => result.suppressions?.[0]),
      [{ kind: 'inSource', status: 'accepted', justification: 'the caller handles it' }],
    );
  });

  it('keeps fingerprints when lines move and code is formatted, and gives each result its own', async () => {
    const at = folder({
      'a.ts': 'conflict graph/group-exists\nconflict graph/group-exists\nconflict graph/user-exists\n',
    });
    const prints = async () =>
      (await sarif(at.path)).results.map((result) => result.partialFingerprints?.['guard409/v1']);
    const before = await prints();
    assert.equal(new Set(before).size, 3);
    at.write({
      'a.ts':
        '// new\n\n  conflict graph/group-exists\n\n\tconflict graph/group-exists\n  conflict graph/user-exists\n',
    });
    assert.deepEqual(await prints(), before);
    at.write({ 'a.ts': 'x = conflict graph/group-exists\n' });
    assert.equal(before.includes((await prints())[0]), false);
  });

  it('takes the level from the severity', async () => {
    const at = folder({
      'src/a.ts': 'conflict graph/group-exists\nconflict graph/group-exists race\nconflict graph/user-exists likely\n',
      '.guard409.jsonc': '{ "severities": { "graph/group-exists": "error" } }',
    });
    const run = await sarif(at.path, ['--min-severity', 'hint']);
    assert.deepEqual(
      run.results.map((result) => result.level),
      ['error', 'note', 'note'],
    );
  });
});
