/** 200 files opened and closed leave the parser's memory as it was; files that are not closed would be noticed. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Document } from '../../src/analysis/document.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { readGrammar } from '../helpers/grammars.js';

/** How much may be left of each round, in bytes. The tree of the file below takes many times as much. */
const bytesPerRound = 20_000;

const text = `import type { Client } from '@microsoft/microsoft-graph-client';
export async function watch(client: Client): Promise<void> {
  await client.api('/subscriptions').post({ changeType: 'created', resource: 'users' });
}
${Array.from({ length: 30 }, (_, index) => {
  const body = Array.from({ length: 6 }, (_unused, row) => `  const v${row} = [${row}, input.length + ${index}];`);
  return `export function f${index}(input: string): unknown {\n${body.join('\n')}\n  return [v0, v5];\n}\n`;
}).join('')}`;

describe('the memory of open documents', () => {
  const grammars = new Grammars(readGrammar);
  const engine = new Engine({ grammars, budgetMs: 60_000 });

  /** Opens and, if wanted, closes documents one after another. Returns those left open. */
  async function open(times: number, close: boolean): Promise<Document[]> {
    const left: Document[] = [];
    for (let round = 0; round < times; round++) {
      const document = new Document(engine, () => undefined);
      document.open('a.ts', text);
      assert.equal((await document.result()).sites.length, 1);
      if (close) document.dispose();
      else left.push(document);
    }
    return left;
  }

  it('is flat over 200 that are opened and closed, and grows with those that are not', async () => {
    await open(50, true);
    const before = grammars.memoryBytes;
    assert.ok(before > 0);
    await open(150, true);
    const closed = grammars.memoryBytes - before;
    const left = await open(150, false);
    const leaked = grammars.memoryBytes - before;
    for (const document of left) document.dispose();
    assert.ok(closed <= 150 * bytesPerRound, `${closed} bytes more after 150 that were closed`);
    assert.ok(leaked > 150 * bytesPerRound, `only ${leaked} bytes more with 150 open`);
  });
});
