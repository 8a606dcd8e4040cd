/** What machines read is English in every display language, and so is the command line. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Engine } from '../../src/analysis/engine.js';
import type { Site } from '../../src/analysis/findings.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { scenarioById } from '../../src/catalog/index.js';
import { scenarioMarkdown, scenariosMarkdown } from '../../src/catalog/markdown.js';
import { rulesJson } from '../../src/catalog/rules.js';
import { fingerprints } from '../../src/cli/fingerprint.js';
import { english, setTranslate, type Translate, translator } from '../../src/l10n/t.js';
import { readGrammar } from '../helpers/grammars.js';
import { filesUnder, textOf } from '../helpers/repository.js';

const SOURCE = `import { Client } from '@microsoft/microsoft-graph-client';
export async function watch(client: Client) {
  try {
    return await client.api('/subscriptions').post({ changeType: 'created', resource: 'me/messages' });
  } catch (error) {
    throw new Error('no subscription', { cause: error });
  }
}
`;

describe('in German', () => {
  let german: Translate;
  const grammars = new Grammars(readGrammar);
  const analyse = async (t: Translate): Promise<Site[]> => {
    setTranslate(t);
    const engine = new Engine({ grammars, budgetMs: 10_000, t });
    return (await engine.analyse('watch.ts', SOURCE, async () => undefined)).sites;
  };

  before(async () => {
    german = translator(JSON.parse(await readFile('l10n/bundle.l10n.de.json', 'utf8')));
  });
  afterEach(() => setTranslate(english));

  it('a finding differs in its sentences alone', async () => {
    const [a, b] = [await analyse(english), await analyse(german)];
    assert.equal(a.length, 1);
    assert.notEqual(a[0]?.message, b[0]?.message);
    assert.match(b[0]?.message ?? '', /^Abonnement für dieselbe Ressource .* kann mit 409 antworten\. /);
    const rest = (site: Site) => ({
      ...site,
      message: '',
      trail: site.trail.map((step) => ({ ...step, message: '' })),
    });
    assert.deepEqual(b.map(rest), a.map(rest));
    assert.ok(b[0]?.trail.length, 'the error passes a handler');
    for (const [at, step] of b[0].trail.entries()) assert.notEqual(step.message, a[0]?.trail[at]?.message);
  });

  it('a fingerprint is the same', async () => {
    const lines = SOURCE.split('\n');
    const of = (sites: Site[]) => [
      ...fingerprints(
        sites,
        (_, line) => lines[line - 1],
        (file) => file,
      ).values(),
    ];
    const [a, b] = [of(await analyse(english)), of(await analyse(german))];
    assert.equal(a.length, 1);
    assert.deepEqual(b, a);
  });

  it('the catalog as JSON and as the document of the repository is English', () => {
    const [json, document] = [JSON.stringify(rulesJson()), scenariosMarkdown()];
    setTranslate(german);
    assert.equal(JSON.stringify(rulesJson()), json);
    assert.equal(scenariosMarkdown(), document);
  });

  it('a page has German headings, labels and texts, and the words of the service as they are', () => {
    const scenario = scenarioById('graph/subscription-duplicate');
    assert.ok(scenario);
    const page = scenarioMarkdown(scenario, german);
    for (const text of ['# Abonnement für', '- Ursache: Duplikat', '| Abhilfe |', 'Quellen:', 'Hilft nicht: Dieselbe'])
      assert.ok(page.includes(text), text);
    for (const text of ['`ObjectIdentifierInUse`', 'already exists for the requested combination', 'create-or-get'])
      assert.ok(page.includes(text), text);
    assert.doesNotMatch(page, /^(?:Sources|Marked when|- Cause|\| Remedy)/m);
  });

  it('nothing but the extension installs a table', () => {
    const others = filesUnder('src', (path) => path.endsWith('.ts'))
      .filter((path) => !/^src\/(?:extension|l10n)\//.test(path))
      .filter((path) => /\bsetTranslate\b/.test(textOf(path)));
    assert.deepEqual(others, []);
  });
});
