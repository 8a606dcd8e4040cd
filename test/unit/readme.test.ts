import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

const readme = readFileSync('README.md', 'utf8');
const commands = [...readme.matchAll(/^```sh\n(.*)\n```$/gm)].map((match) => match[1] ?? '');

describe('the README', () => {
  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...readme.matchAll(/npm (?:run )?(test|(?<=run )[\w:]+)/g)].map((match) => match[1] ?? '');
    assert.ok(named.includes('demo') && named.includes('test'), named.join());
    for (const name of named) assert.ok(name in scripts, name);
  });

  it('gives the command that continuous integration runs', () => {
    const run = readFileSync('.ci/run', 'utf8').trimEnd().split('\n').at(-1);
    assert.ok(run !== undefined && commands.includes(run), `${run} is not among ${commands.join(', ')}`);
  });

  it('shows and links files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    assert.ok(targets.length > 0);
    for (const target of targets) assert.ok(existsSync(target), target);
  });

  it('lists the settings of the manifest with their defaults, and no others', () => {
    const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration;
    const wanted = Object.entries(properties as Record<string, { default: unknown }>).map(
      ([id, setting]) => `${id} ${JSON.stringify(setting.default)}`,
    );
    const listed = [...readme.matchAll(/^\| `(guard409\.\w+)` \| `([^`]+)` \|/gm)].map(
      (match) => `${match[1]} ${match[2]}`,
    );
    assert.deepEqual(listed, wanted);
  });

  it('names every key of the configuration file', () => {
    const { properties } = JSON.parse(readFileSync('schema/guard409.schema.json', 'utf8'));
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    const keys = Object.keys(properties).filter((key) => key !== '$schema');
    assert.deepEqual(
      keys.filter((key) => !rows.some((row) => row.includes(`\`${key}\``))),
      [],
    );
  });
});
