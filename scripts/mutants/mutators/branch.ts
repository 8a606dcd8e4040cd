/** The test of the conflict and the branch it decides: negated, removed, emptied into a log line, made to repeat. */
import type { Node } from 'web-tree-sitter';
import { type ConflictTest, conflictTests } from '../conflict-tests.js';
import {
  alternative,
  consequence,
  errorName,
  following,
  likeConflicts,
  likeOthers,
  othersRethrown,
} from '../endings.js';
import { PASSES_ON, REPORTS, RETRY_CANNOT_HELP } from '../expected.js';
import { ancestors, nearest, parts, replace } from '../nodes.js';
import type { Edit, Expected, Mutant, Mutator, Subject } from '../types.js';

/** The one test of a handling. With several the effect of changing one is open, so nothing is made. */
function onlyTest(subject: Subject): ConflictTest | undefined {
  const tests = conflictTests(subject);
  return tests.length === 1 && subject.handling.shape !== 'response' ? tests[0] : undefined;
}

/** A test of the response, where the handling is one. */
function anyOnlyTest(subject: Subject): ConflictTest | undefined {
  const tests = conflictTests(subject);
  return tests.length === 1 ? tests[0] : undefined;
}

/** The comparison, the other way round. */
function negated(node: Node): Edit {
  const operator = node.childForFieldName('operator');
  if (operator && /^[=!]==?$/.test(operator.text))
    return replace(
      operator,
      operator.text.startsWith('!') ? operator.text.replace('!', '=') : operator.text.replace('=', '!'),
    );
  return replace(node, `!(${node.text})`);
}

const negate: Mutator = {
  id: 'negate',
  title: 'told apart the other way round',
  make(subject) {
    const test = onlyTest(subject);
    if (!test) return [];
    if (test.filter)
      return subject.handling.clauses.length === 1 ? [{ edits: [negated(test.node)], expected: PASSES_ON }] : [];
    if (!othersRethrown(test, subject)) return [];
    return [{ edits: [negated(test.node)], expected: [...PASSES_ON, ...REPORTS] }];
  },
};

/** `if (e.code === 409) A` becomes `A`; a filter loses the test; `if (e.code !== 409) throw e` goes. */
const removeTest: Mutator = {
  id: 'remove-test',
  title: 'what is done for conflicts is done for every error',
  make(subject) {
    const test = onlyTest(subject);
    if (!test) return [];
    if (test.filter) {
      const clause = subject.handling.clauses.find((c) => c.filter?.id === test.filter?.id);
      return [{ edits: [withoutTest(test.node, test.filter)], expected: likeConflicts(clause?.body) }];
    }
    if (!test.if) return [];
    if (test.negative) {
      if (!othersRethrown(test, subject) || alternative(test.if)) return [];
      const rest = following(test.if).at(-1);
      return [{ edits: [replace(test.if, '')], expected: likeConflicts(rest) }];
    }
    const body = consequence(test.if);
    return body ? [{ edits: [replace(test.if, body.text)], expected: likeConflicts(body) }] : [];
  },
};

/** The filter without one of its conditions, or no filter at all. */
function withoutTest(test: Node, filter: Node): Edit {
  const and = test.parent;
  if (and?.type !== 'binary_expression' || and.childForFieldName('operator')?.text !== '&&') return replace(filter, '');
  const left = and.childForFieldName('left');
  const other = left?.id === test.id ? and.childForFieldName('right') : left;
  return other ? replace(and, other.text) : replace(filter, '');
}

/** `if (e.code === 409) A` goes; what is done for other errors is left. */
const removeBranch: Mutator = {
  id: 'remove-branch',
  title: 'the branch for conflicts is taken away',
  make(subject) {
    const test = anyOnlyTest(subject);
    if (!test?.if || test.negative) return [];
    const other = alternative(test.if);
    const rest = other?.type === 'else_clause' ? parts(other)[0] : other;
    return [{ edits: [replace(test.if, rest?.text ?? '')], expected: likeOthers([test], subject) }];
  },
};

/** Replaces what is done for a conflict. */
function inBranch(subject: Subject, body: (variable: string) => string, expected: readonly Expected[]): Mutant[] {
  const test = onlyTest(subject);
  if (!test) return [];
  if (test.filter && !test.negative) {
    const clause = subject.handling.clauses.find((c) => c.filter?.id === test.filter?.id);
    return clause ? [{ edits: [replace(clause.body, `{ ${body(clause.variable ?? 'error')} }`)], expected }] : [];
  }
  if (!test.if) return [];
  const text = body(errorName(test.if, subject));
  if (!test.negative) {
    const branch = consequence(test.if);
    return branch ? [{ edits: [replace(branch, `{ ${text} }`)], expected }] : [];
  }
  if (!othersRethrown(test, subject) || alternative(test.if)) return [];
  const rest = following(test.if);
  const last = rest.at(-1);
  return [
    { edits: [{ start: test.if.endIndex, end: last?.endIndex ?? test.if.endIndex, text: ` ${text}` }], expected },
  ];
}

const logAndRethrow: Mutator = {
  id: 'log-and-rethrow',
  title: 'the conflict is reported and thrown again unchanged',
  make: (subject) => inBranch(subject, (v) => `${subject.dialect.log(v)} ${subject.dialect.rethrow(v)}`, REPORTS),
};

/** A duplicate sent again unchanged meets the same conflict. Calls whose values are fresh on every run are left out. */
const retryUnchanged: Mutator = {
  id: 'retry-unchanged',
  title: 'a duplicate is sent again unchanged',
  make(subject) {
    const { call, dialect, site, handling } = subject;
    if (site.cause !== 'duplicate' || handling.shape !== 'catch') return [];
    const awaiting = nearest(call, [dialect.awaits], [...dialect.functions, ...dialect.blocks]);
    if (!awaiting || /uuid|guid|random|nanoid|now\b|ticks/i.test(awaiting.text)) return [];
    const returned = [...ancestors(awaiting, dialect.blocks)].some((at) => /return|declar/.test(at.type));
    return inBranch(subject, () => `${returned ? 'return ' : ''}${awaiting.text};`, RETRY_CANNOT_HELP);
  },
};

/** The conflict branch stays, but hands every conflict on as it came. */
const rethrowOnly: Mutator = {
  id: 'rethrow-conflict',
  title: 'the conflict is thrown again unchanged',
  make: (subject) => inBranch(subject, (v) => subject.dialect.rethrow(v), [...REPORTS, ...PASSES_ON]),
};

/** A promise's `.catch` that answers every error alike. */
const promiseSwallow: Mutator = {
  id: 'promise-swallow',
  title: 'the function given to catch ends every error',
  make({ handling }) {
    const list = handling.promise?.childForFieldName('arguments');
    return list
      ? [{ edits: [replace(list, '(() => undefined)')], expected: [{ verdict: 'unhandled', reasons: ['swallowed'] }] }]
      : [];
  },
};

export const branchMutators: Mutator[] = [
  negate,
  removeTest,
  removeBranch,
  logAndRethrow,
  rethrowOnly,
  retryUnchanged,
  promiseSwallow,
];
