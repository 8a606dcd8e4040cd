/** An open source file, analysed without an editor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars, ParseTimeout } from '../../src/analysis/languages/grammars.js';
import { CodeAnalysis } from '../../src/extension/code-analysis.js';
import type { Neighbours } from '../../src/extension/neighbours.js';
import { readGrammar } from '../helpers/grammars.js';

/** Takes too long the first times it parses. */
class Slow extends Grammars {
  parses = 0;

  constructor(private readonly slowTimes: number) {
    super(readGrammar);
  }

  override parse(...args: Parameters<Grammars['parse']>): ReturnType<Grammars['parse']> {
    this.parses++;
    if (this.parses <= this.slowTimes) throw new ParseTimeout(500);
    return super.parse(...args);
  }
}

function analysisOf(grammars: Grammars): CodeAnalysis {
  const text = readFileSync('media/examples/typescript.ts', 'utf8');
  const document = { getText: () => text } as unknown as vscode.TextDocument;
  const neighbours = { read: async () => undefined } as unknown as Neighbours;
  return new CodeAnalysis({
    document,
    file: 'a.ts',
    engine: Promise.resolve(new Engine({ grammars })),
    neighbours,
    waitsMs: [0, 1],
  });
}

describe('an open document that took too long', () => {
  it('is tried again, so that a slow start hides no mark', async () => {
    const result = await analysisOf(new Slow(2)).result();
    assert.equal(result.skipped, undefined);
    assert.equal(result.sites.filter(({ verdict }) => verdict === 'unhandled').length, 1);
  });

  it('is not tried for ever', async () => {
    const grammars = new Slow(Number.POSITIVE_INFINITY);
    const analysis = analysisOf(grammars);
    assert.equal((await analysis.result()).skipped, 'timeout');
    assert.equal(grammars.parses, 3);
    assert.equal((await analysis.result()).skipped, 'timeout');
    assert.equal(grammars.parses, 4);
  });
});
