/** What the editor and the galleries expect of package.json, beyond that it can be read. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { bundles } from '../../scripts/lib/bundles.js';
import { languages } from '../../src/analysis/languages/index.js';
import { filesUnder, textOf } from '../helpers/repository.js';

interface Property {
  type?: string | string[];
  default?: unknown;
  scope?: string;
  description?: string;
  markdownDescription?: string;
  enum?: unknown[];
  enumDescriptions?: string[];
  markdownEnumDescriptions?: string[];
}

interface Step {
  title: string;
  description: string;
  media: { svg: string; altText: string };
  completionEvents?: string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const commands: { command: string; title: string; category: string }[] = contributes.commands;
const ids = new Set(commands.map(({ command }) => command));
const views = new Set(Object.values<{ id: string }[]>(contributes.views).flatMap((rows) => rows.map(({ id }) => id)));
const settings: [string, Property][] = Object.entries(contributes.configuration.properties);
const steps: Step[] = contributes.walkthroughs.flatMap((walkthrough: { steps: Step[] }) => walkthrough.steps);
const texts: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const isKey = (text: unknown): boolean => typeof text === 'string' && /^%[\w.]+%$/.test(text);
const textOfKey = (key: string): string => texts[key.replaceAll('%', '')] ?? '';
const sources = filesUnder('src/extension', (path) => path.endsWith('.ts')).map((path) => textOf(path));

/** Ids that the sources register with one of the editor's functions, written there as a text or as a constant beside it. */
function registered(call: string): string[] {
  return sources.flatMap((source) =>
    [...source.matchAll(new RegExp(`\\b${call}\\(\\s*(?:'([^']+)'|(\\w+))`, 'g'))].flatMap(([, text, name]) => {
      const constant = new RegExp(`const ${name} = '([^']+)'`).exec(source)?.[1];
      return text ?? constant ?? [];
    }),
  );
}

describe('the manifest: commands', () => {
  it('have a translated title and the category', () => {
    for (const { command, title, category } of commands) {
      assert.match(command, /^guard409\.[a-z]\w+$/);
      assert.ok(isKey(title), command);
      assert.doesNotMatch(textOfKey(title), /409 Guard/, 'the category says it already');
      assert.equal(category, '409 Guard', command);
    }
    assert.equal(ids.size, commands.length);
  });

  it('are all registered', () => {
    const known = registered('registerCommand');
    assert.deepEqual(
      [...ids].filter((id) => !known.includes(id)),
      [],
    );
  });

  it('in menus and key bindings exist', () => {
    const rows = [...Object.values(contributes.menus ?? {}).flat(), ...(contributes.keybindings ?? [])];
    const named = rows.flatMap((row) => (row as { command?: string }).command ?? []);
    const own = named.filter((id) => id.startsWith('guard409.'));
    assert.deepEqual(
      own.filter((id) => !ids.has(id)),
      [],
    );
  });
});

describe('the manifest: settings', () => {
  it('are described, have a scope and a default of their type', () => {
    assert.ok(settings.length > 0);
    for (const [id, property] of settings) {
      assert.match(id, /^guard409\.[a-z]/);
      assert.ok(isKey(property.markdownDescription ?? property.description), id);
      assert.ok(['application', 'machine', 'machine-overridable', 'window', 'resource'].includes(property.scope ?? ''));
      const { default: preset } = property;
      const type = Array.isArray(preset) ? 'array' : preset === null ? 'null' : typeof preset;
      assert.ok([property.type].flat().includes(type), `${id} is ${property.type}, its default ${type}`);
    }
  });

  it('explain every value that can be chosen, or none', () => {
    for (const [id, property] of settings) {
      const described = property.markdownEnumDescriptions ?? property.enumDescriptions;
      if (described) assert.equal(described.length, property.enum?.length, id);
    }
  });
});

describe('the manifest: activation', () => {
  it('has an event for everything that can be restored or called from outside', () => {
    const wanted = [
      ...registered('registerWebviewPanelSerializer').map((id) => `onWebviewPanel:${id}`),
      ...registered('registerFileSystemProvider').map((scheme) => `onFileSystem:${scheme}`),
      ...(sources.some((source) => source.includes('registerUriHandler(')) ? ['onUri'] : []),
    ];
    assert.deepEqual(
      wanted.filter((event) => !manifest.activationEvents.includes(event)),
      [],
    );
  });

  it('starts files that the build makes, on the desktop and in the browser', () => {
    const built = bundles.map(({ outfile }) => `./${outfile}`);
    for (const entry of [manifest.main, manifest.browser]) assert.ok(built.includes(entry), entry);
  });

  it('runs where the files are, and beside them where it is not installed there', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui']);
  });
});

describe('the manifest: galleries', () => {
  it('has keywords, each once and no more than galleries take', () => {
    const { keywords } = manifest;
    assert.ok(keywords.length >= 10 && keywords.length <= 30, `${keywords.length}`);
    assert.equal(new Set(keywords).size, keywords.length);
  });

  it('has an icon of 256 pixels with transparency', () => {
    const png = readFileSync(manifest.icon);
    assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', 256, 256]);
    assert.equal(png[25], 6, 'colour with alpha');
  });

  it('names no address: the project has none to promise', () => {
    for (const field of ['repository', 'homepage', 'bugs', 'sponsor', 'badges']) assert.ok(!(field in manifest), field);
    assert.equal(manifest.qna, false);
  });
});

describe('the walkthrough', () => {
  it('has four to five steps, each with a text, a picture and a text for those who do not see it', () => {
    assert.ok(steps.length >= 4 && steps.length <= 5, `${steps.length}`);
    for (const { title, description, media } of steps) {
      assert.ok(isKey(title) && isKey(description) && isKey(media.altText), title);
      assert.ok(textOfKey(media.altText).length > 40, title);
      assert.ok(existsSync(media.svg), media.svg);
    }
  });

  it('has pictures made of the colours of the theme alone, without what the editor would not load', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      const colours = [...svg.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map(([, value = '']) => value);
      assert.ok(colours.length > 10, media.svg);
      for (const colour of colours) assert.match(colour, /^(?:none|var\(--vscode-.*)$/, media.svg);
      assert.doesNotMatch(svg, /#[0-9a-f]{3,8}\b|\bstyle=|<style|<script|<image|href=/i, media.svg);
    }
  });

  it('leads to commands and settings that exist, with arguments that can be read', () => {
    const files = filesUnder('', (path) => /^package\.nls(?:\.[\w-]+)?\.json$/.test(path));
    assert.ok(files.length > 0);
    for (const text of files.map((path) => textOf(path))) {
      for (const [, id = '', query] of text.matchAll(/\(command:([\w.]+)(?:\?([^)]*))?\)/g)) {
        // The editor itself has a command for each view that shows it.
        if (id.startsWith('guard409.')) assert.ok(ids.has(id) || views.has(id.replace(/\.focus$/, '')), id);
        if (query) assert.ok(Array.isArray(JSON.parse(decodeURIComponent(query))), query);
        const argument = query ? JSON.parse(decodeURIComponent(query))[0] : undefined;
        if (id.endsWith('openSettings')) assert.ok(settings.some(([setting]) => setting === argument));
      }
    }
    const events = steps.flatMap((step) => step.completionEvents ?? []);
    for (const event of events) {
      const [kind, id = ''] = event.split(':');
      if (kind === 'onCommand') assert.ok(ids.has(id), event);
      else assert.ok(kind === 'onSettingChanged' && settings.some(([setting]) => setting === id), event);
    }
  });

  it('offers the example of every language that has one', () => {
    const links = Object.values(texts).join();
    for (const { example, editorIds } of languages) {
      const argument = encodeURIComponent(JSON.stringify([editorIds[0]]));
      if (example) assert.ok(links.includes(`command:guard409.tryExample?${argument}`), example);
    }
  });
});
