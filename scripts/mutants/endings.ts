/** How a handling ends for the errors that are not told apart: thrown on, or ended there. Decides the right reasons. */
import type { Node } from 'web-tree-sitter';
import type { ConflictTest } from './conflict-tests.js';
import { NOT_TOLD_APART, PASSES_ON, REPORTS, SWALLOWS } from './expected.js';
import { nearest, parts } from './nodes.js';
import type { Expected, Subject } from './types.js';

const reporting = /\b(console\.|log|logger|trace|track|telemetry|Write(Line|Error))/i;

/** The error's name in the clause or function that holds a node. */
export function errorName(node: Node, subject: Subject): string {
  const clause = subject.handling.clauses.find(
    (c) => c.node.startIndex <= node.startIndex && node.endIndex <= c.node.endIndex,
  );
  if (clause) return clause.variable ?? 'error';
  const fn = nearest(node, subject.dialect.functions);
  const parameters = fn?.childForFieldName('parameters') ?? fn?.childForFieldName('parameter');
  return /\w+/.exec(parameters?.text ?? '')?.[0] ?? 'error';
}

/** The node ends in `throw;` or `throw e;`. */
export function rethrows(node: Node | undefined, subject: Subject, variable: string): boolean {
  if (!node) return false;
  if (node.type === subject.dialect.throws)
    return /^throw\s*;?$/.test(node.text) || new RegExp(`^throw\\s+${variable}\\s*;?$`).test(node.text);
  if (!subject.dialect.blocks.includes(node.type) && node.type !== 'else_clause') return false;
  return rethrows(parts(node).at(-1), subject, variable);
}

/** Statements after a node in its block. */
export function following(node: Node): Node[] {
  const siblings = node.parent ? parts(node.parent) : [];
  return siblings.filter((sibling) => sibling.startIndex >= node.endIndex);
}

export const alternative = (branch: Node): Node | undefined => branch.childForFieldName('alternative') ?? undefined;
export const consequence = (branch: Node): Node | undefined => branch.childForFieldName('consequence') ?? undefined;

/** The way other errors take ends in a rethrow. */
export function othersRethrown(test: ConflictTest, subject: Subject): boolean {
  if (!test.if) return false;
  const variable = errorName(test.if, subject);
  if (test.negative) return rethrows(consequence(test.if), subject, variable);
  return rethrows(alternative(test.if) ?? following(test.if).at(-1), subject, variable);
}

/** What is right when conflicts take the way of other errors. */
export function likeOthers(tests: readonly ConflictTest[], subject: Subject): readonly Expected[] {
  const [test] = tests;
  const { handling } = subject;
  if (!test || tests.length > 1 || handling.shape === 'response') return NOT_TOLD_APART;
  if (test.filter) return handling.clauses.length === 1 ? PASSES_ON : NOT_TOLD_APART;
  const text = handling.regions.map((r) => r.text).join('\n');
  if (!othersRethrown(test, subject)) return /\bthrow\b/.test(text) ? NOT_TOLD_APART : SWALLOWS;
  return reporting.test(text) ? [...PASSES_ON, ...REPORTS] : PASSES_ON;
}

/** What is right when other errors take the way of conflicts. */
export function likeConflicts(branch: Node | undefined): readonly Expected[] {
  return branch && /\bthrow\b/.test(branch.text) ? NOT_TOLD_APART : SWALLOWS;
}
