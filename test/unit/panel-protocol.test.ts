/** Messages between the panel and the extension: what is whole passes, everything else is dropped. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scenarios } from '../../src/catalog/index.js';
import { entries, scenarioView } from '../../src/explain/scenario-view.js';
import { english } from '../../src/l10n/t.js';
import { isPanelState, type Message, readMessage, readRequest } from '../../src/panel/protocol.js';

const call = { uri: 'file:///a.ts', line: 3, column: 9 };

/** Every place in a value, as the way to it. */
function places(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...way, key]));
}

/** A copy with another value at a place. */
function changed(value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as Record<string, unknown>) };
  copy[key] = changed(copy[key], rest, by);
  return copy;
}

describe('the protocol of the panel', () => {
  const requests = [
    { type: 'ready' },
    { type: 'shown', rule: 'graph/x', parts: ['happened'] },
    { type: 'find', text: '409' },
    { type: 'choose', rule: 'graph/x' },
    { type: 'openCall' },
    { type: 'openPlace', key: 2 },
    { type: 'apply', fix: 'mend' },
    { type: 'compare', fix: 'mend' },
    { type: 'copyFix', fix: 'mend' },
    { type: 'copyExample', remedy: 'upsert', index: 0 },
  ];
  for (const request of requests)
    it(`takes ${request.type} as it is, and not with a field of another kind`, () => {
      assert.deepEqual(readRequest(request), request);
      for (const way of places(request)) {
        assert.equal(readRequest(changed(request, way, { not: 'this' })), undefined, `${way}`);
        assert.equal(readRequest(changed(request, way, undefined)), undefined, `${way}`);
      }
    });

  it('takes no other request, whatever it is', () => {
    for (const value of [
      undefined,
      null,
      'ready',
      1,
      [],
      {},
      { type: 'eval' },
      { type: 'toString' },
      { type: '__proto__' },
    ])
      assert.equal(readRequest(value), undefined);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readRequest(value);
        assert.ok(read === undefined || read === value);
      }),
    );
  });

  it('takes the message of every scenario, and not with a field of another kind', () => {
    for (const scenario of scenarios) {
      const message: Message = {
        type: 'show',
        scenario: scenarioView(scenario, english, () => [{ language: 'X', code: 'y' }]),
        here: { places: [], counts: { [scenario.id]: 1 } },
        state: { rule: scenario.id, call },
      };
      assert.equal(readMessage(message), message, scenario.id);
    }
    const [first] = scenarios;
    assert.ok(first);
    const show = {
      type: 'show',
      scenario: scenarioView(first, english, () => []),
      here: { places: [], counts: {} },
      state: { rule: first.id },
    };
    for (const way of places(show)) assert.equal(readMessage(changed(show, way, { not: 'this' })), undefined, `${way}`);
  });

  it('takes the start, a change and a word', () => {
    for (const message of [
      { type: 'start', words: { play: 'Play' } },
      { type: 'list', entries: entries(english) },
      { type: 'change', fix: 'mend', lines: [{ kind: 'old', text: 'a' }] },
      { type: 'said', text: 'Copied' },
      { type: 'found', text: '409', rules: ['graph/x'] },
      { type: 'here', here: { places: [], counts: {} }, call },
    ])
      assert.equal(readMessage(message), message);
    assert.equal(readMessage({ type: 'change', fix: 'mend', lines: [{ kind: 'other', text: 'a' }] }), undefined);
  });

  it('takes a state with and without a call, and none that is broken', () => {
    assert.ok(isPanelState({ rule: 'graph/x' }));
    assert.ok(isPanelState({ rule: 'graph/x', call, step: 2 }));
    for (const broken of [
      undefined,
      {},
      { rule: 1 },
      { rule: 'x', call: { uri: 'a' } },
      { rule: 'x', step: Number.NaN },
    ])
      assert.equal(isPanelState(broken), false);
  });
});
