/** The comment that exempts a call: wherever it is put, the call is exempt and the program is the same. */
import assert from 'node:assert/strict';
import { readGrammar } from '../../scripts/lib/engine.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { languageOf } from '../../src/analysis/languages/index.js';
import { ignoreInsertion } from '../../src/extension/actions/ignore-text.js';

const engine = new Engine({ grammars: new Grammars(readGrammar), budgetMs: 10_000, teach: true });
const reason = 'the installer runs once';

/** The text with the comment for its first call, and what is found in it then. */
async function ignored(file: string, text: string, why = reason) {
  const { sites } = await engine.analyse(file, text, () => undefined);
  const [site] = sites;
  assert.ok(site?.teach, 'a marked call');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(eol);
  const line = site.teach.line - 1;
  const place = { line, column: site.teach.column - 1, text: lines[line] ?? '', before: lines[line - 1], eol };
  const language = languageOf(file);
  assert.ok(language);
  const insertion = ignoreInsertion(language.comments, place, site.rule, why);
  const at = lines.slice(0, insertion.line).reduce((sum, l) => sum + l.length + eol.length, 0) + insertion.column;
  const after = text.slice(0, at) + insertion.text + text.slice(at);
  return { after, before: sites, result: await engine.analyse(file, after, () => undefined), inserted: insertion.text };
}

const graph = (body: string): string =>
  `import { Client } from '@microsoft/microsoft-graph-client';\nexport function A(client: Client, xs: string[]) {\n${body}\n}\n`;

const rows: [title: string, file: string, text: string, inserted: string][] = [
  ['a line above', 'a.ts', graph("  return client.api('/teams').post({});"), '  // WORD\n'],
  ['tabs', 'a.ts', graph("\tif (xs)\n\t\treturn client.api('/teams').post({});"), '\t\t// WORD\n'],
  ['CRLF', 'a.ts', graph("  return client.api('/teams').post({});").replaceAll('\n', '\r\n'), '  // WORD\r\n'],
  ['a statement over lines', 'a.ts', graph("  return client\n    .api('/teams')\n    .post({});"), '  // WORD\n'],
  [
    'not the first statement of its line',
    'a.ts',
    graph("  if (xs) return client.api('/teams').post({});"),
    '/* WORD */ ',
  ],
  [
    'a hole of a text over lines',
    'a.ts',
    graph("  const x = `a\n${xs.map(() => { return client.api('/teams').post({}); })}`;"),
    '/* WORD */ ',
  ],
  [
    'markup',
    'a.tsx',
    graph("  return (\n    <p>\n      {xs.map(() => { return client.api('/teams').post({}); })}\n    </p>\n  );"),
    '/* WORD */ ',
  ],
  [
    'a line that another comment speaks of',
    'a.ts',
    graph("  // eslint-disable-next-line no-return-await\n  return client.api('/teams').post({});"),
    '/* WORD */ ',
  ],
  [
    'C#',
    'A.cs',
    'using Microsoft.Azure.Cosmos;\nclass A {\n    async Task B(Container c, Item i)\n    {\n        await c.CreateItemAsync(i);\n    }\n}\n',
    '        // WORD\n',
  ],
  [
    'C#, a body that is an expression',
    'A.cs',
    'using Microsoft.Azure.Cosmos;\nclass A {\n    Task B(Container c, Item i) => c.CreateItemAsync(i);\n}\n',
    '/* WORD */ ',
  ],
];

describe('the comment that exempts a call', () => {
  for (const [title, file, text, expected] of rows)
    it(`is written for ${title}`, async () => {
      const { before, result, inserted } = await ignored(file, text);
      const rule = before[0]?.rule ?? '';
      assert.equal(inserted, expected.replace('WORD', `guard409-ignore ${rule}: ${reason}`));
      assert.deepEqual(result.problems, []);
      assert.equal(result.sites[0]?.ignored, reason);
      assert.equal(result.sites.length, before.length);
    });

  it('is not ended by the reason', async () => {
    const [, file = '', text = ''] = rows[4] ?? [];
    const { after, result } = await ignored(file, text, 'see */ there');
    assert.ok(after.includes('see * / there */ return client'));
    assert.equal(result.sites[0]?.ignored, 'see * / there');
  });
});
