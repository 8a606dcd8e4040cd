/** Which files are refused, and how a result says why. */
import assert from 'node:assert/strict';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { isTooLarge, MAX_FILE_BYTES } from '../../src/analysis/limits.js';
import { readGrammar } from '../helpers/grammars.js';

const call = `import { Client } from '@microsoft/microsoft-graph-client';
export const add = (client: Client) => client.api('/groups').post({});
`;

const grammars = new Grammars(readGrammar);

describe('limits', () => {
  const rows: [what: string, text: string, tooLarge: boolean][] = [
    ['nothing', '', false],
    ['the last byte that fits', 'a'.repeat(MAX_FILE_BYTES), false],
    ['one byte more', 'a'.repeat(MAX_FILE_BYTES + 1), true],
    ['two bytes a character, just fitting', 'ä'.repeat(MAX_FILE_BYTES / 2), false],
    ['two bytes a character, one more', `${'ä'.repeat(MAX_FILE_BYTES / 2)}a`, true],
    ['four bytes in two units, one more', `${'🎉'.repeat(MAX_FILE_BYTES / 4)}a`, true],
  ];
  for (const [what, text, tooLarge] of rows) {
    it(`counts bytes: ${what}`, () => assert.equal(isTooLarge(text), tooLarge));
  }
});

describe('a result', () => {
  it('says that a file took too long', async () => {
    const result = await new Engine({ grammars, budgetMs: -1 }).analyse('a.ts', call, () => undefined);
    assert.deepEqual([result.stage, result.skipped], ['skipped', 'timeout']);
  });

  it('says that the analysis failed', async () => {
    const broken = new Grammars(() => Promise.reject(new Error('no such grammar')));
    const result = await new Engine({ grammars: broken }).analyse('a.ts', call, () => undefined);
    assert.deepEqual([result.stage, result.skipped], ['skipped', 'failed']);
  });

  it('counts the parts that could not be read where calls may be in them', async () => {
    const damaged = `${call}class { ) client.api('/groups').post( ]]] @@ import '@microsoft/microsoft-graph-client'\n`;
    const engine = new Engine({ grammars });
    const result = await engine.analyse('a.ts', damaged, () => undefined);
    assert.equal(result.stage, 'analysed');
    assert.equal(result.unread, result.problems.length);
    assert.ok(result.problems.length > 0);
    assert.equal((await engine.analyse('a.ts', call, () => undefined)).unread, undefined);
  });
});
