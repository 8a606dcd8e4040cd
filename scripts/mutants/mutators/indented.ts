/** The mutators for languages whose blocks are made by indentation. The handler is the `try` in the function of the call. */
import type { Node } from 'web-tree-sitter';
import {
  NO_HANDLER,
  NOT_AWAITED,
  NOT_TOLD_APART,
  PASSES_ON,
  REPORTS,
  REPORTS_ALL,
  RETRY_UNCAPPED,
  SWALLOWS,
  SWALLOWS_SILENTLY,
  WRONG_PROPERTY,
  WRONG_STATUS,
  WRONG_TYPE,
} from '../expected.js';
import { ancestors, below, contains, parts, replace } from '../nodes.js';
import type { Edit, Expected, Mutant, Mutator, Subject } from '../types.js';

const LOOPS = ['for_statement', 'while_statement'];

/** The one `try` with handlers around the call in its function, and its handlers. */
function handlingOf({ call, dialect }: Subject): { node: Node; body: Node; clauses: Node[] } | undefined {
  const tries = [...ancestors(call, dialect.functions)].filter((at) => {
    const body = at.type === dialect.tries ? at.childForFieldName('body') : null;
    return body !== null && contains(body, call) && clausesOf(at).length > 0;
  });
  const [node, ...more] = tries;
  const body = node?.childForFieldName('body');
  if (!node || !body || more.length > 0) return undefined;
  if (parts(node).some((part) => part.type === 'else_clause' || part.type === 'finally_clause')) return undefined;
  return { node, body, clauses: clausesOf(node) };
}

const clausesOf = (node: Node): Node[] => parts(node).filter((part) => part.type === 'except_clause');
const blockOf = (clause: Node): Node | undefined => parts(clause).find((part) => part.type === 'block');

/** How deep a line is. */
const lead = (node: Node): string => ' '.repeat(node.startPosition.column);

/** Statuses that stand as numbers, and types that mean one, in the handlers. */
function signs(clauses: Node[]): { node: Node; status: number; isType: boolean }[] {
  return clauses.flatMap((clause) => [
    ...below(clause, ['integer'])
      .filter((n) => n.text === '409' || n.text === '412')
      .map((node) => ({ node, status: Number(node.text), isType: false })),
    ...below(clause, ['identifier']).flatMap((node) => {
      const status = TYPES[node.text];
      return status === undefined || blockOf(clause)?.descendantForIndex(node.startIndex)?.id === node.id
        ? []
        : [{ node, status, isType: true }];
    }),
  ]);
}

const TYPES: Readonly<Record<string, number>> = {
  CosmosResourceExistsError: 409,
  CosmosAccessConditionFailedError: 412,
};
const TYPE_OF: Readonly<Record<number, string>> = {
  404: 'CosmosResourceNotFoundError',
  409: 'CosmosResourceExistsError',
  412: 'CosmosAccessConditionFailedError',
};

/** Words, named statuses and helpers tell conflicts apart too: then a changed number alone proves nothing. */
function onlySigns(clauses: Node[]): boolean {
  return !clauses.some((clause) =>
    /CONFLICT|PRECONDITION|[Cc]onflict\b|already|is_\w+\(|ResourceExistsError as \w+Exists|Taken/.test(clause.text),
  );
}

function withSigns(id: string, title: string, make: (subject: Subject, clauses: Node[]) => Mutant[]): Mutator {
  return {
    id,
    title,
    family: 'indented',
    make(subject) {
      const handling = handlingOf(subject);
      return handling && onlySigns(handling.clauses) ? make(subject, handling.clauses) : [];
    },
  };
}

/** Every sign becomes that of another status. */
const changed = (clauses: Node[], status: number): Edit[] =>
  signs(clauses).map(({ node, isType }) =>
    replace(node, isType ? (TYPE_OF[status] ?? 'CosmosResourceNotFoundError') : String(status)),
  );

const wrongStatus = withSigns(
  'wrong-status-indented',
  '409 tested where 412 answers, or the reverse',
  (subject, clauses) => {
    const statuses = new Set(signs(clauses).map((s) => s.status));
    const [only] = statuses;
    const { site } = subject;
    if (site.service !== 'cosmos' || statuses.size !== 1 || only !== (site.cause === 'concurrency' ? 412 : 409))
      return [];
    return [{ edits: changed(clauses, only === 409 ? 412 : 409), expected: WRONG_STATUS }];
  },
);

const otherStatus = withSigns(
  'other-status-indented',
  '404 tested in the place of 409 and 412',
  (_subject, clauses) => {
    const edits = changed(clauses, 404);
    return edits.length > 0 ? [{ edits, expected: NOT_TOLD_APART }] : [];
  },
);

const wrongProperty = withSigns('wrong-property-indented', 'another member is tested', (_subject, clauses) => {
  const members = clauses
    .flatMap((clause) => below(clause, ['attribute']))
    .flatMap((at) => at.childForFieldName('attribute') ?? [])
    .filter((name) => /^(?:response_)?status_code$/.test(name.text));
  return members.length > 0 ? [{ edits: members.map((name) => replace(name, 'code')), expected: WRONG_PROPERTY }] : [];
});

const wrongType = withSigns('wrong-type-indented', 'errors of another library are taken', (subject, clauses) => {
  const [only, ...more] = clauses;
  const type = only && below(only, ['identifier']).find((n) => /^(?:CosmosHttpResponseError|ODataError)$/.test(n.text));
  if (!type || more.length > 0 || signs(clauses).length === 0 || subject.text.includes('Exception as')) return [];
  return [
    {
      edits: [replace(type, type.text === 'ODataError' ? 'CosmosHttpResponseError' : 'ODataError')],
      expected: WRONG_TYPE,
    },
  ];
});

const negate = withSigns('negate-indented', 'told apart the other way round', (_subject, clauses) => {
  const tests = clauses.flatMap((clause) => below(clause, ['comparison_operator']));
  const [test] = tests;
  const [clause] = clauses;
  const block = clause && blockOf(clause);
  const operator = test?.children.find((c) => c?.type === '==' || c?.type === '!=');
  if (tests.length !== 1 || clauses.length !== 1 || !operator || !block || signs(clauses).length !== 1) return [];
  // The other errors are raised again, so that the conflict takes their way.
  const branch = test?.parent;
  const raises = branch?.type === 'if_statement' && branch.childForFieldName('alternative') === null;
  const inside = branch?.childForFieldName('consequence')?.text.trim() === 'raise';
  const after = parts(block).at(-1)?.text.trim() === 'raise';
  if (!raises || inside === after) return [];
  const text = operator.type === '==' ? '!=' : '==';
  return [{ edits: [replace(operator, text)], expected: [...PASSES_ON, ...REPORTS] }];
});

/** The handlers become one for everything. */
function handlers(id: string, title: string, body: string[], expected: readonly Expected[]): Mutator {
  return {
    id,
    title,
    family: 'indented',
    make(subject) {
      const handling = handlingOf(subject);
      const first = handling?.clauses[0];
      const last = handling?.clauses.at(-1);
      if (!first || !last) return [];
      const text = ['except Exception as error:', ...body.map((line) => `${lead(first)}    ${line}`)].join('\n');
      // In a loop it is gone on with, by trying again or with the next one.
      const goesOn = [...ancestors(first, subject.dialect.functions)].some((at) => LOOPS.includes(at.type));
      const right = goesOn && expected === SWALLOWS_SILENTLY ? SWALLOWS : expected;
      return [{ edits: [{ start: first.startIndex, end: last.endIndex, text }], expected: right }];
    },
  };
}

const removeHandler: Mutator = {
  id: 'remove-handler-indented',
  title: 'the handler is taken away',
  family: 'indented',
  make(subject) {
    const handling = handlingOf(subject);
    const first = handling?.clauses[0];
    const last = handling?.clauses.at(-1);
    if (!handling || !first || !last) return [];
    const { startIndex } = handling.node;
    return [
      {
        edits: [
          { start: startIndex, end: startIndex + 'try'.length, text: 'if True' },
          { start: first.startIndex, end: last.endIndex, text: 'pass' },
        ],
        expected: NO_HANDLER,
      },
    ];
  },
};

const dropAwait: Mutator = {
  id: 'drop-await-indented',
  title: 'the call is not awaited inside the try',
  family: 'indented',
  make(subject) {
    const { call } = subject;
    const at = call.parent;
    if (!handlingOf(subject) || at?.type !== 'await') return [];
    return [{ edits: [{ start: at.startIndex, end: call.startIndex, text: '' }], expected: NOT_AWAITED }];
  },
};

const removeBound: Mutator = {
  id: 'remove-bound-indented',
  title: 'a bounded retry is made endless',
  family: 'indented',
  make(subject) {
    const handling = handlingOf(subject);
    if (!handling || subject.site.cause !== 'concurrency') return [];
    const loop = [...ancestors(handling.node, subject.dialect.functions)].find((at) => LOOPS.includes(at.type));
    const right = loop?.type === 'for_statement' ? loop.childForFieldName('right') : undefined;
    if (!loop || !right?.text.startsWith('range(')) return [];
    if (handling.clauses.some((clause) => /\b(?:raise|return|break)\b/.test(clause.text))) return [];
    return [{ edits: [{ start: loop.startIndex, end: right.endIndex, text: 'while True' }], expected: RETRY_UNCAPPED }];
  },
};

export const indentedMutators: Mutator[] = [
  wrongStatus,
  otherStatus,
  wrongProperty,
  wrongType,
  negate,
  removeHandler,
  dropAwait,
  removeBound,
  handlers('swallow-all-indented', 'every error is reported and ends here', ['print(error)'], SWALLOWS_SILENTLY),
  handlers('swallow-all-quietly-indented', 'every error ends here without a word', ['pass'], SWALLOWS_SILENTLY),
  handlers('rethrow-all-indented', 'every error is raised again', ['raise'], PASSES_ON),
  handlers(
    'log-and-rethrow-all-indented',
    'every error is reported and raised again',
    ['print(error)', 'raise'],
    REPORTS_ALL,
  ),
];
