/** SARIF of the real engine over the fixtures: what is validated is what users get. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { folder, removeFolders } from './run-cli.js';

const require = createRequire(import.meta.url);
const tsx = pathToFileURL(require.resolve('tsx')).href;
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

describe('SARIF of the engine', () => {
  afterEach(removeFolders);

  it('is valid by the official schema on the marks of the fixtures', function () {
    this.timeout(60_000);
    const at = folder({
      'ignored.ts': `import { Client } from '@microsoft/microsoft-graph-client';
export async function subscribe(client: Client): Promise<void> {
  // guard409-ignore graph/subscription-duplicate: made once by the installer
  await client.api('/subscriptions').post({ changeType: 'created', resource: 'me/messages' });
}
`,
    });
    for (const name of ['typescript', 'csharp'])
      cpSync(`${fixtures}/${name}`, `${at.path}/src/${name}`, { recursive: true });
    const args = ['--import', tsx, main, 'scan', '--format', 'sarif', '--min-severity', 'hint'];
    const ran = spawnSync(process.execPath, args, { cwd: at.path, encoding: 'utf8', maxBuffer: 64 << 20 });
    assert.equal(ran.stderr, '');
    const log: Log = JSON.parse(ran.stdout);
    const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats.default(ajv, { keywords: false });
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    assert.ok(validate(log), ajv.errorsText(validate.errors, { separator: '\n' }));
    const run = log.runs[0];
    const results = run?.results ?? [];
    assert.ok(results.length >= 20, `${results.length} results`);
    assert.ok(results.filter((r) => r.codeFlows).length >= 5);
    assert.ok(results.some((r) => r.suppressions?.length));
    const prints = results.map((r) =>
      JSON.stringify([r.partialFingerprints, r.locations?.[0]?.physicalLocation?.artifactLocation]),
    );
    assert.equal(new Set(prints).size, prints.length, 'fingerprints tell the results of a file apart');
    for (const rule of run?.tool.driver.rules ?? []) assert.ok(rule.help?.text, rule.id);
  });
});
