/** `guard409 explain`: a rule, a text, standard input; formats and exit codes. */
import assert from 'node:assert/strict';
import { scenarios } from '../../src/catalog/index.js';
import { run } from '../../src/cli/program.js';
import { fakeDependencies } from '../cli/fake-dependencies.js';

async function explain(args: readonly string[], input?: string) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: { write: (text: string) => void out.push(text), isTTY: false, columns: 100 },
    stderr: { write: (text: string) => void err.push(text), isTTY: false, columns: 100 },
    ...(input === undefined ? {} : { stdin: async () => input }),
    cwd: '/',
    env: {},
  };
  const code = await run(['explain', ...args], io, fakeDependencies());
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const duplicate =
  '{"error":{"code":"ObjectIdentifierInUse","message":"Subscription Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 already exists for the requested combination of anna@contoso.com"}} 409';

describe('guard409 explain', () => {
  it('prints the page of every rule', async () => {
    for (const { id, title } of scenarios) {
      const { code, stdout } = await explain([id]);
      assert.equal(code, 0, id);
      assert.ok(stdout.startsWith(`${title}\n`), id);
      assert.doesNotMatch(stdout, /\*\*|^#|\|\s*---/m, id);
    }
  });

  it('finds the scenario of a text and hides who it is about', async () => {
    const { code, stdout } = await explain([duplicate]);
    assert.equal(code, 0);
    assert.match(stdout, /graph\/subscription-duplicate {2}9\d %/);
    assert.match(stdout, /Why: .*ObjectIdentifierInUse/);
    assert.doesNotMatch(stdout, /anna@|3f2504e0/);
  });

  it('keeps to the contract in JSON', async () => {
    const { code, stdout } = await explain(['-', '--format', 'json'], duplicate);
    assert.equal(code, 0);
    const { matches } = JSON.parse(stdout);
    assert.deepEqual(Object.keys(matches[0]), ['rule', 'records', 'confidence', 'why']);
    assert.deepEqual(
      [matches[0].rule, matches[0].records],
      ['graph/subscription-duplicate', ['graph-subscription-duplicate']],
    );
  });

  it('says in JSON what a rule covers', async () => {
    const { matches } = JSON.parse((await explain(['cosmos/stale-etag', '--format', 'json'])).stdout);
    assert.equal(matches.length, 1);
    assert.ok(matches[0].records.includes('cosmos-replace-etag-412'));
  });

  it('ends with 1 where nothing matches', async () => {
    assert.deepEqual(JSON.parse((await explain(['all is well', '--format', 'json'])).stdout), { matches: [] });
    const pretty = await explain(['-'], 'npm ERR! code E409');
    assert.equal(pretty.code, 1);
    assert.match(pretty.stdout, /^No conflict of Microsoft Graph/);
  });

  it('ends with 2 for what cannot be asked', async () => {
    const near = await explain(['graph/group-exist']);
    assert.equal(near.code, 2);
    assert.match(near.stderr, /did you mean graph\/group-exists\?/);
    for (const args of [[], [''], ['x', '--format', 'xml']]) assert.equal((await explain(args)).code, 2, args.join());
    assert.equal((await explain(['-'], '  \n')).code, 2);
  });
});
