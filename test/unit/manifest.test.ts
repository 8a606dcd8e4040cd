import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { activationEvents, grammars, menus, snippets } from '../../scripts/lib/manifest.js';
import { languages } from '../../src/analysis/languages/index.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));

describe('the manifest', () => {
  it('starts the extension for every language of the table (else run scripts/generate-manifest.ts)', () => {
    assert.deepEqual(manifest.activationEvents, activationEvents());
  });

  it('offers snippets and highlighting for every language of the table (else run scripts/generate-manifest.ts)', () => {
    assert.deepEqual(manifest.contributes.snippets, snippets());
    assert.deepEqual(manifest.contributes.grammars, grammars());
    const offered = manifest.contributes.snippets.map((row: { language: string }) => row.language);
    // Where nothing can answer a conflict there is no shape to write.
    const answering = languages.filter((language) => !language.traits.onlySends);
    assert.deepEqual(offered, [...new Set(answering.flatMap((language) => language.editorIds))].sort());
  });

  it('offers the commands on code in the analysed languages alone (else run scripts/generate-manifest.ts)', () => {
    assert.deepEqual(manifest.contributes.menus, menus(manifest.contributes.menus));
    const [row] = menus({})['editor/context'] ?? [];
    assert.ok(row?.when);
    const [, pattern = ''] = /=~ \/(.+)\/$/.exec(row.when) ?? [];
    for (const event of activationEvents()) {
      const [, language] = /^onLanguage:(.+)$/.exec(event) ?? [];
      if (language) assert.match(language, new RegExp(pattern));
    }
    assert.doesNotMatch('markdown', new RegExp(pattern));
  });

  it('offers no command in a menu that it does not have', () => {
    const commands = manifest.contributes.commands.map((row: { command: string }) => row.command);
    const submenus = manifest.contributes.submenus.map((row: { id: string }) => row.id);
    for (const rows of Object.values<{ command?: string; submenu?: string }[]>(manifest.contributes.menus))
      for (const { command, submenu } of rows)
        assert.ok(command === undefined ? submenus.includes(submenu) : commands.includes(command), command ?? submenu);
  });

  it('never starts it with the editor', () => {
    for (const event of manifest.activationEvents) assert.doesNotMatch(event, /^\*$|onStartupFinished/);
  });

  it('has a text for every key it uses, and uses every text', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
    assert.ok(used.length > 0);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('names files that are there', () => {
    const schemas = manifest.contributes.jsonValidation.map((row: { url: string }) => row.url);
    const files = [...manifest.contributes.snippets, ...manifest.contributes.grammars].map((row) => row.path);
    for (const file of [manifest.icon, ...schemas, ...files]) assert.ok(existsSync(file), file);
  });

  it('admits no editor older than the oldest one tested, and is written against its interface', () => {
    const oldest = hostVersions.at(-1)?.vscode.split('.').slice(0, 2).join('.');
    assert.equal(manifest.engines.vscode, `^${oldest}.0`);
    const types = JSON.parse(readFileSync('node_modules/@types/vscode/package.json', 'utf8')).version;
    assert.equal(types.split('.').slice(0, 2).join('.'), oldest);
  });

  it('restricts every setting of its own in workspaces that are not trusted (else run scripts/generate-manifest.ts)', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties).sort();
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.toSorted(), settings);
  });
});
