/** The mutators for languages whose errors are results. What tells a conflict apart are the conditions behind the call. */
import type { Node } from 'web-tree-sitter';
import { NO_CONDITION, NOT_TOLD_APART, WRONG_STATUS, WRONG_TYPE } from '../expected.js';
import { ancestors, below, contains, nearest, parts, replace } from '../nodes.js';
import type { OtherStatus, Signal } from '../signals.js';
import type { Expected, Mutant, Mutator, Subject } from '../types.js';

const family = 'results' as const;

/** Every way in which nobody tells the conflict apart; a check before the call is then a race. */
const ALIKE: readonly Expected[] = [...NOT_TOLD_APART, { verdict: 'race', reasons: ['check-then-create'] }];

/** The function of the call, and those of the file that it or a caller asks about the error. */
function scope({ root, call, dialect }: Subject): Node[] {
  const own = [...ancestors(call)].filter((at) => dialect.functions.includes(at.type)).at(-1);
  if (!own) return [];
  const named = below(root, ['function_declaration', 'method_declaration']);
  const nameOf = (fn: Node): string => fn.childForFieldName('name')?.text ?? '';
  const callers = named.filter((fn) => fn.id !== own.id && calls(fn, nameOf(own)));
  const asked = named.filter((fn) => [own, ...callers].some((one) => one.id !== fn.id && calls(one, nameOf(fn))));
  return [own, ...callers, ...asked];
}

const calls = (fn: Node, name: string): boolean => name !== '' && new RegExp(`\\b${name}\\(`).test(fn.text);

/** The signals by which this call's conflict is told. */
function signalsOf(subject: Subject): Signal[] {
  const places = scope(subject);
  return subject.handling.signals.filter((s) => places.some((place) => contains(place, s.node)));
}

/** Only what is told by a status is spoilt by another one. */
const byStatus = (subject: Subject): boolean => {
  const signals = signalsOf(subject);
  return signals.length > 0 && signals.every((s) => s.status !== undefined);
};

const wrongStatus: Mutator = {
  id: 'wrong-status-result',
  title: '409 tested where 412 answers, or the reverse',
  family,
  make(subject) {
    const [only, ...more] = new Set(signalsOf(subject).map((s) => s.status));
    if (!byStatus(subject) || more.length > 0 || only !== (subject.site.cause === 'concurrency' ? 412 : 409)) return [];
    return [
      { edits: signalsOf(subject).map((s) => replace(s.node, s.as(only === 409 ? 412 : 409))), expected: WRONG_STATUS },
    ];
  },
};

function otherStatus(status: OtherStatus): Mutator {
  return {
    id: `other-status-${status}-result`,
    title: `${status} tested in the place of 409 and 412`,
    family,
    make(subject) {
      if (!byStatus(subject)) return [];
      return [{ edits: signalsOf(subject).map((s) => replace(s.node, s.as(status))), expected: ALIKE }];
    },
  };
}

const unique = (nodes: Node[]): Node[] => [...new Map(nodes.map((node) => [node.id, node])).values()];

/** Types of errors, and one of another library that looks like it. */
const TYPES: readonly { right: string; wrong: string; service: RegExp }[] = [
  { right: 'azcore.ResponseError', wrong: 'odataerrors.ODataError', service: /cosmos/ },
  { right: 'odataerrors.ODataError', wrong: 'azcore.ResponseError', service: /graph|bookings/ },
];

const wrongType: Mutator = {
  id: 'wrong-type-result',
  title: 'the error of another library is looked for',
  family,
  make(subject) {
    const row = TYPES.find((r) => r.service.test(subject.site.service));
    if (!row || !byStatus(subject)) return [];
    const types = scope(subject)
      .flatMap((place) => below(place, ['qualified_type']))
      .filter((node) => node.text === row.right);
    return types.length === 0
      ? []
      : [{ edits: unique(types).map((node) => replace(node, row.wrong)), expected: WRONG_TYPE }];
  },
};

/** The `if` whose condition holds the only signal of the function. */
function onlyIf(subject: Subject): { condition: Node; node: Node } | undefined {
  const [signal, ...more] = subject.handling.near;
  const fn = nearest(subject.call, subject.dialect.functions);
  if (!signal || more.length > 0 || !fn || !contains(fn, signal.node)) return undefined;
  const node = nearest(signal.node, ['if_statement']);
  const condition = node?.childForFieldName('condition');
  return node && condition && contains(condition, signal.node) ? { condition, node } : undefined;
}

/** The name the error of the call is given. */
function errorOf({ call }: Subject): string | undefined {
  const statement = [...ancestors(call)].find((at) => /^(?:short_var_declaration|assignment_statement)$/.test(at.type));
  const left = statement?.childForFieldName('left');
  return left ? parts(left).at(-1)?.text : undefined;
}

const removeTest: Mutator = {
  id: 'remove-test-result',
  title: 'what is done for conflicts is done for every error',
  family,
  make(subject): Mutant[] {
    const own = onlyIf(subject);
    const error = errorOf(subject);
    // An answer is no error, and a test for everything else leads elsewhere.
    if (!own || !error || !/errors\.As\(/.test(own.condition.text) || /!=|!/.test(own.condition.text)) return [];
    return [{ edits: [replace(own.condition, `${error} != nil`)], expected: ALIKE }];
  },
};

const dropCondition: Mutator = {
  id: 'no-condition-result',
  title: 'the condition is not sent',
  family,
  make(subject) {
    const args = subject.call.childForFieldName('arguments');
    const option = args && parts(args).find((part) => /IfMatchE[tT]ag/.test(part.text));
    return option ? [{ edits: [replace(option, 'nil')], expected: NO_CONDITION }] : [];
  },
};

export const resultMutators: Mutator[] = [
  wrongStatus,
  otherStatus(404),
  otherStatus(429),
  wrongType,
  removeTest,
  dropCondition,
];
