/** Identifiers made at random: a create with one cannot meet a twin by its id. */
import assert from 'node:assert/strict';
import { isFresh } from '../../src/analysis/evaluate/fresh.js';
import { freshId } from '../../src/analysis/operations/traits.js';
import { loadAll, probed } from '../helpers/evaluate.js';

before(loadAll);

describe('a fresh identifier', () => {
  const table: [title: string, source: string, expected: boolean][] = [
    ['made in place', 'probe(crypto.randomUUID())', true],
    ['by a package', 'probe(uuidv4())', true],
    ['under a name', 'function f() { const id = nanoid(); probe(id) }', true],
    ['inside a text', 'probe(`order-${randomUUID()}`)', true],
    ['in a sum', "probe('order-' + randomUUID())", true],
    ['written otherwise', "probe(randomUUID().replace('-', '').toUpperCase())", true],
    ['by a function of the file', 'const makeId = () => randomUUID(); probe(makeId())', true],
    ['by both sides of a condition', 'probe(a ? uuid() : nanoid())', true],
    ['one side of a condition only', "probe(a ? uuid() : 'fixed')", false],
    ['a default for one that was given', 'function f(id) { probe(id ?? randomUUID()) }', false],
    ['one that may be assigned again', 'function f(x) { let id = randomUUID(); if (x) id = x.id; probe(id) }', false],
    ['a literal', "probe('a')", false],
    ['a parameter', 'function f(id) { probe(id) }', false],
    ['a text of known parts', 'probe(`order-${number}`)', false],
    ['a hash of the content', "probe(createHash('sha1').update(x).digest('hex'))", false],
    ['a time', 'probe(Date.now())', false],
    [
      'one made once for the module and used in every call',
      'const ID = randomUUID(); function add() { probe(ID) }',
      false,
    ],
    ['one made once for the module and used once', 'const id = randomUUID(); probe(id)', true],
    ['a function that calls itself', 'const f = () => f(); probe(f())', false],
  ];
  for (const [title, source, expected] of table)
    it(`${title}: ${expected ? 'yes' : 'no'}`, () => {
      const { ev, cells } = probed(source);
      assert.deepEqual(
        cells.map((c) => isFresh(ev, c)),
        [expected],
      );
    });

  it('a text of a body that is made of itself: no', () => {
    const { ev, cells } = probed('const body = JSON.stringify(body); probe(body)');
    assert.equal(freshId(ev, cells[0], 'id', true), false);
  });

  const csharp: [title: string, source: string, expected: boolean][] = [
    ['Guid.NewGuid', 'class A { void M() { probe(Guid.NewGuid().ToString("N")); } }', true],
    ['an interpolated Guid', 'class A { void M() { probe($"order-{Guid.NewGuid()}"); } }', true],
    [
      'a static field',
      'class A { static readonly string Id = Guid.NewGuid().ToString(); void M() { probe(Id); } }',
      false,
    ],
    ['a property of the argument', 'class A { void M(Order o) { probe(o.Id); } }', false],
  ];
  for (const [title, source, expected] of csharp)
    it(`in C#, ${title}: ${expected ? 'yes' : 'no'}`, () => {
      const { ev, cells } = probed(source, { file: 'A.cs' });
      assert.deepEqual(
        cells.map((c) => isFresh(ev, c)),
        [expected],
      );
    });
});
