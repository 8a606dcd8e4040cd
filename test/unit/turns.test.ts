import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Turns } from '../../src/extension/turns.js';

/** Turns under a clock that goes on only when work says so, and slices that run only when the test says so. */
function table() {
  let time = 0;
  const slices: (() => void)[] = [];
  const turns = new Turns(
    (callback) => slices.push(callback),
    () => time,
  );
  const done: string[] = [];
  const piece = (name: string, ms: number) => () => {
    time += ms;
    done.push(name);
    return name;
  };
  return { turns, slices, done, piece };
}

describe('turns', () => {
  it('run nothing before others were served', () => {
    const { turns, slices, done, piece } = table();
    void turns.run(piece('a', 1));
    assert.deepEqual(done, []);
    slices.shift()?.();
    assert.deepEqual(done, ['a']);
  });

  it('put short pieces into one slice and stop after a long one', () => {
    const { turns, slices, done, piece } = table();
    for (const [name, ms] of [
      ['a', 2],
      ['b', 30],
      ['c', 1],
      ['d', 1],
    ] as const)
      void turns.run(piece(name, ms));
    assert.equal(slices.length, 1);
    slices.shift()?.();
    assert.deepEqual(done, ['a', 'b']);
    assert.equal(slices.length, 1);
    slices.shift()?.();
    assert.deepEqual(done, ['a', 'b', 'c', 'd']);
  });

  it('leave nothing behind when all is done', () => {
    const { turns, slices, done, piece } = table();
    void turns.run(piece('a', 50));
    slices.shift()?.();
    assert.equal(slices.length, 0);
    void turns.run(piece('b', 1));
    assert.equal(slices.length, 1);
    slices.shift()?.();
    assert.deepEqual(done, ['a', 'b']);
    assert.equal(slices.length, 0);
  });

  it('hand out results and errors, and go on after an error', async () => {
    const { turns, slices, piece } = table();
    const failing = turns.run(() => {
      throw new Error('broken');
    });
    const fine = turns.run(piece('a', 1));
    slices.shift()?.();
    await assert.rejects(failing, /broken/);
    assert.equal(await fine, 'a');
  });

  it('serve timers between pieces that fill a slice each', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const busy = (name: string) => () => {
      const until = performance.now() + 15;
      while (performance.now() < until);
      order.push(name);
    };
    const all = ['a', 'b', 'c'].map((name) => turns.run(busy(name)));
    setTimeout(() => order.push('timer'), 1);
    await Promise.all(all);
    assert.ok(order.indexOf('timer') < 2, order.join());
  });
});
