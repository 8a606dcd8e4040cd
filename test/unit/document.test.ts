/** An open document frees what it keeps, whenever it is closed, and works in pieces that others can run. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Tree } from 'web-tree-sitter';
import { Document } from '../../src/analysis/document.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { readGrammar } from '../helpers/grammars.js';

const text = `import { Client } from '@microsoft/microsoft-graph-client';
export async function watch(client: Client): Promise<void> {
  await client.api('/subscriptions').post({ changeType: 'created', resource: '/users/1/events' });
}
`;

/** Grammars that count the trees nobody has freed. */
class CountedGrammars extends Grammars {
  readonly alive = new Set<Tree>();

  override parse(...args: Parameters<Grammars['parse']>): Tree {
    const tree = super.parse(...args);
    this.alive.add(tree);
    const free = tree.delete.bind(tree);
    tree.delete = () => {
      this.alive.delete(tree);
      free();
    };
    return tree;
  }
}

const grammars = new CountedGrammars(readGrammar);
const noNeighbour = () => undefined;

/** Runs pieces when the test says so. */
function byHand() {
  const waiting: (() => void)[] = [];
  const run = <T>(work: () => T) => new Promise<T>((resolve) => waiting.push(() => resolve(work())));
  const next = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()?.();
  };
  return { run, next, waiting };
}

describe('an open document', () => {
  afterEach(() => assert.equal(grammars.alive.size, 0));

  it('keeps one tree until it is closed', async () => {
    const document = new Document(new Engine({ grammars }), noNeighbour);
    document.open('a.ts', text);
    assert.equal((await document.result()).sites.length, 1);
    assert.equal(grammars.alive.size, 1);
    document.dispose();
  });

  it('keeps nothing when it is closed before it was read', async () => {
    const { run, next } = byHand();
    const document = new Document(new Engine({ grammars, run }), noNeighbour);
    document.open('a.ts', text);
    const result = document.result();
    document.dispose();
    await next();
    assert.equal((await result).stage, 'skipped');
  });

  it('keeps nothing and judges nothing when it is closed after it was read', async () => {
    const { run, next } = byHand();
    const document = new Document(new Engine({ grammars, run }), noNeighbour);
    document.open('a.ts', text);
    const result = document.result();
    await next();
    assert.equal(grammars.alive.size, 1);
    document.dispose();
    await next();
    assert.equal((await result).stage, 'skipped');
  });

  it('reads what was typed while it waited for its turn', async () => {
    const { run, next, waiting } = byHand();
    const document = new Document(new Engine({ grammars, run }), noNeighbour);
    document.open('a.ts', text);
    const result = document.result();
    document.open('a.ts', `\n${text}`);
    for (let turn = 0; turn < 3; turn++) await next();
    assert.equal((await result).sites[0]?.line, 4);
    assert.equal(waiting.length, 0);
    document.dispose();
  });
});
