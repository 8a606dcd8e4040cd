/** The handler as a whole: taken away, moved off the call, or made to treat every error alike. */
import type { Node } from 'web-tree-sitter';
import { NO_HANDLER, NOT_AWAITED, PASSES_ON, REPORTS_ALL, SWALLOWS_SILENTLY } from '../expected.js';
import { ancestors, contains, insert, nearest, parts, replace } from '../nodes.js';
import type { Edit, Expected, Mutant, Mutator, Subject } from '../types.js';

/** Another `try` with a handler around the one that tells the conflict apart would change what is expected. */
function alone({ handling, dialect }: Subject): boolean {
  return !handling.try || !nearest(handling.try, [dialect.tries]);
}

/** `try { A } catch … ` becomes `{ A }`; with a `finally` the `try` stays. */
export const removeHandler: Mutator = {
  id: 'remove-handler',
  title: 'the catch is taken away',
  make(subject) {
    const { handling, text } = subject;
    if (handling.promise) return removePromiseCatch(handling.promise, text);
    const body = handling.try?.childForFieldName('body');
    if (!handling.try || !body || !alone(subject)) return [];
    const finalizer = parts(handling.try).find((part) => part.type === 'finally_clause');
    const edits: Edit[] = handling.clauses.map((c) => ({ start: c.node.startIndex, end: c.node.endIndex, text: '' }));
    if (!finalizer) edits.push({ start: handling.try.startIndex, end: body.startIndex, text: '' });
    return [{ edits, expected: NO_HANDLER }];
  },
};

function removePromiseCatch(promise: Node, text: string): Mutant[] {
  const callee = promise.childForFieldName('function');
  const object = callee?.childForFieldName('object');
  if (!object) return [];
  const chained = promise.parent?.type === 'member_expression' || text.slice(promise.endIndex).startsWith('.');
  if (chained) return [];
  return [{ edits: [{ start: object.endIndex, end: promise.endIndex, text: '' }], expected: NO_HANDLER }];
}

/** `try { const r = await call(); return r; }` becomes `const r = await call(); try { return r; }`. */
export const moveOut: Mutator = {
  id: 'move-out-of-try',
  title: 'the call stands before the try',
  make(subject) {
    const { handling, call } = subject;
    const body = handling.try?.childForFieldName('body');
    if (handling.shape !== 'catch' || !handling.try || !body || !alone(subject)) return [];
    const statement = parts(body).find((part) => contains(part, call));
    if (!statement) return [];
    return [
      {
        edits: [
          { start: handling.try.startIndex, end: body.startIndex + 1, text: '' },
          insert(statement.endIndex, ' try {'),
        ],
        expected: NO_HANDLER,
      },
    ];
  },
};

/** Replaces all clauses by one for everything. */
function catchAll(
  id: string,
  title: string,
  body: (subject: Subject, variable: string) => string,
  expected: readonly Expected[],
): Mutator {
  return {
    id,
    title,
    make(subject) {
      const { handling, dialect } = subject;
      const [first, ...others] = handling.clauses;
      if (!first || !alone(subject)) return [];
      const variable = first.variable ?? 'error';
      return [
        {
          edits: [
            replace(first.node, dialect.catchAll(variable, body(subject, variable))),
            ...others.map((c) => replace(c.node, '')),
          ],
          expected,
        },
      ];
    },
  };
}

/** `await x` in the `try` loses its `await`: the handler no longer sees the error. */
export const dropAwait: Mutator = {
  id: 'drop-await',
  title: 'the call is not awaited inside the try',
  make(subject) {
    const { handling, dialect, call } = subject;
    if (handling.shape !== 'catch' || !alone(subject)) return [];
    for (const at of ancestors(call, [...dialect.functions, ...dialect.blocks])) {
      if (at.type !== dialect.awaits) continue;
      const operand = parts(at)[0];
      if (!operand || !awaited(operand, call, dialect.chain)) return [];
      return [{ edits: [{ start: at.startIndex, end: operand.startIndex, text: '' }], expected: NOT_AWAITED }];
    }
    return [];
  },
};

/** The call, or the chain it stands in, is what is awaited. */
function awaited(operand: Node, call: Node, chain: readonly string[]): boolean {
  for (let at: Node | null = call; at; at = at.parent) {
    if (at.id === operand.id) return true;
    if (at.id !== call.id && !chain.includes(at.type)) return false;
  }
  return false;
}

export const handlerMutators: Mutator[] = [
  removeHandler,
  moveOut,
  dropAwait,
  catchAll('swallow-all', 'every error is reported and ends here', (s, v) => s.dialect.log(v), SWALLOWS_SILENTLY),
  catchAll('swallow-all-quietly', 'every error ends here without a word', () => '', SWALLOWS_SILENTLY),
  catchAll('rethrow-all', 'every error is thrown again', (s, v) => s.dialect.rethrow(v), PASSES_ON),
  catchAll(
    'log-and-rethrow-all',
    'every error is reported and thrown again',
    (s, v) => `${s.dialect.log(v)} ${s.dialect.rethrow(v)}`,
    REPORTS_ALL,
  ),
];
