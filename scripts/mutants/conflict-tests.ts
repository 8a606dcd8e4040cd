/** The tests of a handling that tell a conflict apart, with their polarity and the branch they decide. */
import type { Node } from 'web-tree-sitter';
import { ancestors, below, calleeOf, contains, isCall, parts } from './nodes.js';
import { searching } from './signals.js';
import type { Subject } from './types.js';

export interface ConflictTest {
  /** The comparison, pattern or predicate call. */
  node: Node;
  /** True where it holds for everything but a conflict. */
  negative: boolean;
  /** The `if` whose condition it is a part of. */
  if?: Node;
  /** The filter it is a part of. */
  filter?: Node;
}

const predicateName = /(^|\.)(is|was|has)?\w*(conflict|alreadyexist|duplicate|precondition|etagmismatch|stale)\w*$/i;

/** All tests in the regions of a subject's handling. */
export function conflictTests(subject: Subject): ConflictTest[] {
  const { dialect, handling } = subject;
  const comparisons = handling.near.flatMap(({ node }) => comparisonAround(node));
  const predicates = handling.regions
    .flatMap((region) => below(region, dialect.calls))
    .filter((call) => predicateName.test(calleeOf(call)))
    .filter((call) => !handling.near.some((signal) => contains(call, signal.node)));
  const seen = new Set<number>();
  return [...comparisons, ...predicates].flatMap((node) => {
    if (seen.has(node.id)) return [];
    seen.add(node.id);
    const test = place(node, subject);
    return test ? [test] : [];
  });
}

/** The comparison a signal is a part of: `e.code === 409`, `status is Conflict`, `[409, 412].includes(e.code)`. */
function comparisonAround(signal: Node): Node[] {
  for (const at of ancestors(signal)) {
    if (at.type === 'is_pattern_expression') return [at];
    if (at.type === 'binary_expression') {
      const operator = at.childForFieldName('operator')?.text ?? '';
      return /^[=!]==?$/.test(operator) ? [at] : [];
    }
    if (isCall(at) && searching.test(calleeOf(at))) return [at];
    if (/statement|clause|block|lambda|arrow/.test(at.type)) return [];
  }
  return [];
}

function place(node: Node, { dialect }: Subject): ConflictTest | undefined {
  let negative = ownNegation(node);
  for (const at of ancestors(node)) {
    if (/unary/.test(at.type) && at.text.startsWith('!')) negative = !negative;
    if (at.type === 'catch_filter_clause') return { node, negative, filter: at };
    if (at.type === dialect.ifs) {
      const condition = at.childForFieldName('condition');
      return condition && contains(condition, node) ? { node, negative, if: at } : undefined;
    }
    if (/statement|block|lambda|arrow|ternary|conditional_expression|switch/.test(at.type)) return undefined;
  }
  return undefined;
}

function ownNegation(node: Node): boolean {
  const operator = node.childForFieldName('operator')?.text;
  if (operator) return operator.startsWith('!');
  return node.type === 'is_pattern_expression' && parts(node).some((part) => part.type === 'negated_pattern');
}
