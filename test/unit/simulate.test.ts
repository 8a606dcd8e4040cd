/** Conditions and handlers run in thought: once for the conflict, once for a failure that is surely none. */
import assert from 'node:assert/strict';
import type { Handler } from '../../src/analysis/code-model.js';
import type { Assumption, Shape } from '../../src/analysis/handling/shape.js';
import { type End, Simulation } from '../../src/analysis/handling/simulate.js';
import type { Subjects } from '../../src/analysis/handling/subject.js';
import { bind, evaluator, loadAll } from '../helpers/evaluate.js';

before(loadAll);

const CONFLICT: Assumption = { conflict: true, status: 409, codes: ['Conflict'], texts: ['already exists'] };
const OTHER: Assumption = { conflict: false, status: 418, codes: [], texts: [] };

/** A client whose error holds the status in `code`, its text in `message`. */
const KNOWN: Shape = {
  known: true,
  error: {
    types: ['ErrorResponse'],
    wrongTypes: ['RestError'],
    status: ['code'],
    code: ['body.code'],
    text: ['message'],
  },
  response: false,
  ok: [],
  wrapped: false,
  blocked: false,
  relax: {},
};
const UNKNOWN: Shape = { ...KNOWN, known: false, error: { types: [], status: [], code: [], text: [] } };

interface Caught {
  handler: Handler;
  run(a: Assumption): { sim: Simulation; ends: End[] };
  truth(a: Assumption): (boolean | undefined)[];
}

/** The first handler of a source, and what the conditions in `probe(…)` inside it come to. */
function caught(source: string, shape: Shape, file = 'src/a.ts'): Caught {
  const bound = bind(file, source);
  let handler: Handler | undefined;
  let probes: { start: number }[] = [];
  for (const call of bound.calls) {
    if (call.v !== 'call' || call.callee.v !== 'ref' || call.callee.name !== 'fails') continue;
    for (let p = bound.parent(call); p; p = bound.parent(p.node))
      if ('s' in p.node && p.node.s === 'try') handler ??= p.node.handlers[0];
  }
  if (!handler) throw new Error('the source has no handler around fails()');
  const h = handler;
  probes = bound.calls
    .filter((c) => c.v === 'call' && c.callee.v === 'ref' && c.callee.name === 'probe')
    .map((c) => c.range);
  const ev = evaluator();
  const subjects: Subjects = new Map();
  const name = bound.handlerName(h);
  if (name) subjects.set(name, []);
  return {
    handler: h,
    run: (a) => {
      const sim = new Simulation(ev, shape, a);
      return { sim, ends: sim.run(h.body, sim.start(bound, subjects)) };
    },
    truth: (a) => {
      const sim = new Simulation(ev, shape, a);
      return bound.calls
        .filter((c) => probes.includes(c.range))
        .map((c) => c.args[0] && sim.truth(c.args[0].value, sim.start(bound, subjects)));
    },
  };
}

const inHandler = (condition: string, before = ''): string =>
  `${before}\nasync function f() { try { await fails(); } catch (e) { probe(${condition}); } }`;

type Maybe = boolean | undefined;

describe('the truth of a condition', () => {
  /** Condition; for the conflict; for another failure. */
  const known: [condition: string, conflict: Maybe, other: Maybe][] = [
    ['e.code === 409', true, false],
    ['409 === e.code', true, false],
    ['e.code == 409', true, false],
    ["e.code === '409'", true, false],
    ['e.code !== 409', false, true],
    ['!(e.code === 409)', false, true],
    ['e.code === 404', false, false],
    ['e.code === 418', false, true],
    ['e.code >= 400', true, true],
    ['e.code > 409', false, true],
    ['e.code < 500', true, true],
    ['e.code >= 400 && e.code < 410', true, false],
    ['e.code === 404 || e.code === 409', true, false],
    ['e.code === 409 && retry', undefined, false],
    ['e.code === 409 || retry', true, undefined],
    ['retry', undefined, undefined],
    ['e', true, true],
    ['!e', false, false],
    ['e?.code === 409', true, false],
    ['(e as any).code === 409', true, false],
    ["e['code'] === 409", true, false],
    ['Number(e.code) === 409', true, false],
    ['String(e.code) === "409"', true, false],
    ['[409, 412].includes(e.code)', true, false],
    ['[404, 410].includes(e.code)', false, false],
    ['new Set([409, 412]).has(e.code)', true, false],
    ["e.message.includes('already exists')", true, false],
    ["e.message.includes('not found')", false, false],
    ["e.message.indexOf('409') !== -1", true, false],
    ["e.message.indexOf('409') >= 0", true, false],
    ["e.message.indexOf('409') > -1", true, false],
    ["e.message.indexOf('409') < 0", false, true],
    ["e.message.indexOf('409') === -1", false, true],
    ['/already exists/i.test(e.message)', true, false],
    ['e.message.match(/409|412/)', true, false],
    ["e.body.code === 'Conflict'", true, false],
    ["e.body?.code === 'NotFound'", false, false],
    ['e instanceof ErrorResponse', true, true],
    ['e instanceof ErrorResponse && e.code === 409', true, false],
    ['e.code === 409 ? true : false', true, false],
    // Not where this client keeps its status: never true.
    ['e.statusCode === 409', false, false],
    ['e.response.status === 409', false, false],
    ['e instanceof RestError', false, false],
  ];
  for (const [condition, conflict, other] of known)
    it(`of a known client: ${condition}`, () => {
      const c = caught(inHandler(condition), KNOWN);
      assert.deepEqual([c.truth(CONFLICT), c.truth(OTHER)], [[conflict], [other]]);
    });

  const unknown: [condition: string, conflict: Maybe, other: Maybe][] = [
    ['e.statusCode === 409', true, false],
    ['e.response.status === 409', true, false],
    ['e.response?.data?.error?.code === "Conflict"', true, false],
    ['e.status === 404', false, false],
    ['e instanceof HttpError', undefined, undefined],
    ['e.retryable', undefined, undefined],
  ];
  for (const [condition, conflict, other] of unknown)
    it(`of a client nobody knows: ${condition}`, () => {
      const c = caught(inHandler(condition), UNKNOWN);
      assert.deepEqual([c.truth(CONFLICT), c.truth(OTHER)], [[conflict], [other]]);
    });

  const named: [title: string, condition: string, before: string, conflict: Maybe, other: Maybe][] = [
    ['a constant', 'e.code === CONFLICT', 'const CONFLICT = 409;', true, false],
    ['a member of an enum', 'e.code === Status.Conflict', 'enum Status { Conflict = 409 }', true, false],
    ['a name of a status nobody declares', 'e.code === StatusCodes.CONFLICT', '', true, false],
    ['a list', 'CODES.includes(e.code)', 'const CODES = [409, 412];', true, false],
    ['a predicate', 'isConflict(e)', 'function isConflict(x) { return x.code === 409; }', true, false],
    [
      'a predicate with an early return',
      'isConflict(e)',
      'function isConflict(x) { if (x.code === 409) return true; return false; }',
      true,
      false,
    ],
    ['a predicate that lies', 'isConflict(e)', 'function isConflict(x) { return x.code === 404; }', false, false],
    ['a predicate of a predicate', 'a(e)', 'const b = (x) => x.code === 409; const a = (x) => b(x);', true, false],
    ['a predicate that calls itself', 'a(e)', 'const a = (x) => a(x);', undefined, undefined],
    ['a predicate that takes it apart', 'a(e)', 'const a = ({ code }) => code === 409;', true, false],
    ['a predicate nobody sees, by its name', 'isConflictError(e)', '', true, false],
    ['a predicate nobody sees, of another name', 'isNetworkError(e)', '', undefined, undefined],
  ];
  for (const [title, condition, before, conflict, other] of named)
    it(`through ${title}`, () => {
      const c = caught(inHandler(condition, before), KNOWN);
      assert.deepEqual([c.truth(CONFLICT), c.truth(OTHER)], [[conflict], [other]]);
    });

  it('is not the truth of a loosened property, unless that is what is asked', () => {
    const source = inHandler('e.statusCode === 409');
    assert.deepEqual(caught(source, KNOWN).truth(CONFLICT), [false]);
    assert.deepEqual(caught(source, { ...KNOWN, relax: { property: true } }).truth(CONFLICT), [true]);
  });
});

describe('a handler run in thought', () => {
  /** The kinds of the ends, `=` behind those that raise the failure itself. */
  const kinds = (ends: End[]): string => [...new Set(ends.map((e) => e.kind + (e.same ? '=' : '')))].sort().join(' ');
  const body = (text: string, before = ''): string =>
    `${before}\nasync function f(retry) { for (;;) { try { await fails(); } catch (e) { ${text} } } }`;

  const table: [title: string, source: string, conflict: string, other: string][] = [
    ['is empty', body(''), 'end', 'end'],
    ['raises all', body('throw e;'), 'raise=', 'raise='],
    ['wraps all', body('throw new Error("x", { cause: e });'), 'raise', 'raise'],
    ['returns for a conflict', body('if (e.code === 409) return null; throw e;'), 'return', 'raise='],
    ['lets the conflict pass', body('if (e.code !== 409) return; throw e;'), 'raise=', 'return'],
    ['goes round again for a conflict', body('if (e.code === 409) continue; throw e;'), 'continue', 'raise='],
    ['leaves the loop for a conflict', body('if (e.code === 409) break; throw e;'), 'break', 'raise='],
    ['asks something else first', body('if (retry) return; throw e;'), 'raise= return', 'raise= return'],
    [
      'switches',
      body('switch (e.code) { case 404: return; case 409: return 1; default: throw e; }'),
      'return',
      'raise=',
    ],
    [
      'holds the test in a name',
      body('const isDuplicate = e.code === 409; if (isDuplicate) return; throw e;'),
      'return',
      'raise=',
    ],
    [
      'calls a function that raises the others',
      body('only(e);', 'function only(x) { if (x.code !== 409) throw x; }'),
      'end',
      'raise=',
    ],
    [
      'tests inside another handler',
      body('try { log(e); } catch (x) {} if (e.code === 409) return; throw e;'),
      'return',
      'raise=',
    ],
    [
      'ends in a finally',
      body('try { if (e.code === 409) return; throw e; } finally { close(); }'),
      'return',
      'raise=',
    ],
  ];
  for (const [title, source, conflict, other] of table)
    it(title, () => {
      const c = caught(source, KNOWN);
      assert.deepEqual([kinds(c.run(CONFLICT).ends), kinds(c.run(OTHER).ends)], [conflict, other]);
    });

  it('differs in what it does, though it ends alike', () => {
    const c = caught(body('if (e.code === 409) { update(); } else { log(e); }'), KNOWN);
    const [a, b] = [c.run(CONFLICT), c.run(OTHER)];
    assert.notEqual(a.sim.signature(a.ends), b.sim.signature(b.ends));
  });

  it('does not differ where the test decides nothing', () => {
    const c = caught(body('const x = e.code === 409; log(x); return;'), KNOWN);
    const [a, b] = [c.run(CONFLICT), c.run(OTHER)];
    assert.equal(a.sim.signature(a.ends), b.sim.signature(b.ends));
  });

  it('says to whom the failure was handed, and whose name was believed', () => {
    const c = caught(body('if (isConflict(e)) return; this.reject(e);'), KNOWN);
    assert.deepEqual([...c.run(CONFLICT).sim.believed], ['isConflict']);
    assert.deepEqual([...c.run(OTHER).sim.handedTo], ['reject']);
  });

  it('ends, however many ways there are', () => {
    const many = Array.from({ length: 40 }, (_, n) => `if (x${n}) a${n}();`).join(' ');
    const from = Date.now();
    assert.ok(caught(body(many), KNOWN).run(CONFLICT).ends.length <= 96);
    assert.ok(Date.now() - from < 2000);
  });
});
