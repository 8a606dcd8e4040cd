import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { omissions } from '../../src/catalog/coverage.js';
import { scenarios } from '../../src/catalog/index.js';
import { scenariosMarkdown } from '../../src/catalog/markdown.js';

describe('docs/scenarios.md', () => {
  const text = scenariosMarkdown();

  it('is fresh: run npx tsx scripts/generate-scenarios.ts', () => {
    assert.ok(readFileSync('docs/scenarios.md', 'utf8') === text, 'docs/scenarios.md is out of date');
  });

  it('has a section for each scenario and a row for each omission', () => {
    for (const s of scenarios) assert.ok(text.includes(`\n### ${s.id}\n`), s.id);
    for (const { record } of omissions()) assert.ok(text.includes(`| \`${record}\` |`), record);
  });

  it('has tables whose rows have as many cells as their head', () => {
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
    const lines = text.split('\n');
    for (const [i, line] of lines.entries()) {
      if (line.startsWith('|') && lines[i - 1]?.startsWith('|'))
        assert.equal(cells(line), cells(lines[i - 1] ?? ''), line);
    }
  });
});
