/** `switch` as nested `If` with ordered tests. */
import type { If, Op, Range, Ref, Stmt, Val } from '../../code-model.js';
import { field, fields, hasToken, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { unwrap } from './wrappers.js';

/** The label of a `break` that leaves a `switch` from inside one of its cases. No label in a source can be called so. */
export const SWITCH_LABEL = 'switch';

/** Values that may be written down again for every case: reading them twice does nothing. */
const REPEATABLE = new Set(['identifier', 'this', 'super', 'true', 'false', 'string', 'number', 'undefined', 'null']);

interface Group {
  cases: Syntax[];
  isDefault: boolean;
  body: Stmt[];
  range: Range;
  /** Its end is reached: what follows is the next case's body. */
  falls: boolean;
}

export function switchStatement(node: Syntax, l: Lowering): Stmt[] {
  const written = field(node, 'value');
  const subject = written ? unwrap(written) : undefined;
  const groups = groupsOf(field(node, 'body'), l);
  const out: Stmt[] = [];
  const test = tests(subject, out, l);

  const fallback = groups.find((g) => g.isDefault);
  let last: Stmt[] = fallback ? fallback.body : [];
  // From the end to the front, so that each group becomes the `else` of the one before.
  const chained = groups.filter((g) => !g.isDefault);
  for (let i = chained.length - 1; i >= 0; i--) {
    const group = chained[i];
    if (!group) continue;
    const condition = test(group, before(chained, i));
    // A group that falls through is tested, and then the rest is: the next group's test includes its cases.
    const rest: Stmt[] = group.falls ? [] : last;
    const range = hull(group.range, [condition, ...rest]);
    const then: If = { s: 'if', range, test: condition, then: group.body, else: rest };
    last = group.falls ? [then, ...last] : [then];
  }
  out.push(...last);
  return out;
}

/** The cases of the groups directly before that fall into this one. */
function before(groups: Group[], at: number): Syntax[] {
  const out: Syntax[] = [];
  for (let i = at - 1; i >= 0 && groups[i]?.falls; i--) out.unshift(...(groups[i]?.cases ?? []));
  return out;
}

/** How a case is tested against the subject. A subject that does something is bound once, before the tests. */
function tests(subject: Syntax | undefined, out: Stmt[], l: Lowering): (group: Group, more: Syntax[]) => Val {
  let again = (at: number): Val => ({ v: 'opaque', range: { start: at, end: at }, values: [] });
  if (subject && repeatable(subject)) again = (at) => subjectAt(subject, at, l);
  else if (subject) {
    const name = `$switch${l.functions}`;
    const target: Ref = { v: 'ref', range: rangeOf(subject), name };
    out.push({ s: 'bind', range: rangeOf(subject), target, value: l.value(subject), declares: true });
    again = (at) => ({ v: 'ref', range: { start: at, end: at }, name });
  }
  const one = (value: Syntax): Val =>
    subject?.type === 'true'
      ? l.value(value)
      : { v: 'op', range: rangeOf(value), op: 'eq', args: [again(value.start), l.value(value)] };
  return (group, more) => {
    const all = [...more, ...group.cases].map(one);
    const joined = all.reduce<Val | undefined>((left, right) => (left ? or(left, right) : right), undefined);
    return joined ?? again(group.range.start);
  };
}

/** The subject as it is read for a case: it stands at that case, with no width of its own. */
function subjectAt(node: Syntax, at: number, l: Lowering): Val {
  const here = unwrap(node);
  const object = here.type === 'member_expression' ? field(here, 'object') : undefined;
  const property = field(here, 'property');
  if (!object || !property) return { ...l.value(here), range: { start: at, end: at } };
  return {
    v: 'member',
    range: { start: at, end: at },
    obj: subjectAt(object, at, l),
    name: textOf(property, l),
    nameRange: { start: at, end: at },
    safe: hasToken(here, '?.') || field(here, 'optional_chain') !== undefined,
  };
}

function hull(range: Range, parts: { range: Range }[]): Range {
  return {
    start: Math.min(range.start, ...parts.map((p) => p.range.start)),
    end: Math.max(range.end, ...parts.map((p) => p.range.end)),
  };
}

function or(left: Val, right: Val): Op {
  return { v: 'op', range: { start: left.range.start, end: right.range.end }, op: 'or', args: [left, right] };
}

function repeatable(node: Syntax): boolean {
  let at = unwrap(node);
  while (at.type === 'member_expression') {
    const object = field(at, 'object');
    if (!object) return false;
    at = unwrap(object);
  }
  return REPEATABLE.has(at.type);
}

/** Cases with the body they share. */
function groupsOf(body: Syntax | undefined, l: Lowering): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const node of body ? named(body) : []) {
    if (node.type !== 'switch_case' && node.type !== 'switch_default') continue;
    open ??= { cases: [], isDefault: false, body: [], range: rangeOf(node), falls: false };
    open.range.end = node.end;
    if (node.type === 'switch_default') open.isDefault = true;
    const value = field(node, 'value');
    if (value) open.cases.push(value);
    const statements = bodyOf(node, l);
    if (statements.length === 0) continue;
    open.falls = !leaves(statements);
    open.body = withoutBreak(statements);
    groups.push(open);
    open = undefined;
  }
  if (open) groups.push(open);
  const last = groups[groups.length - 1];
  if (last) last.falls = false;
  return groups;
}

function bodyOf(node: Syntax, l: Lowering): Stmt[] {
  const outer = l.inSwitch;
  l.inSwitch = true;
  const out = fields(node, 'body').flatMap((s) => (s.type === 'statement_block' ? l.block(s) : l.statement(s)));
  l.inSwitch = outer;
  return out;
}

const isOwnBreak = (s: Stmt | undefined): boolean => s?.s === 'leave' && s.label === SWITCH_LABEL;

function withoutBreak(statements: Stmt[]): Stmt[] {
  return isOwnBreak(statements[statements.length - 1]) ? statements.slice(0, -1) : statements;
}

/** True if control cannot run past the last of these statements. */
function leaves(statements: Stmt[]): boolean {
  const last = statements[statements.length - 1];
  switch (last?.s) {
    case 'leave':
    case 'raise':
      return true;
    case 'return':
      return last.yields !== true;
    case 'if':
      return leaves(last.then) && leaves(last.else);
    case 'try':
      return last.final && leaves(last.final) ? true : leaves(last.body) && last.handlers.every((h) => leaves(h.body));
    case 'other':
      return leaves(last.body);
    default:
      return false;
  }
}
