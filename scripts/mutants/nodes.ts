/** Small questions asked of syntax trees. */
import type { Node } from 'web-tree-sitter';
import type { Edit } from './types.js';

/** Ancestors from the inside out, up to a node of one of the types `until` (not included). */
export function* ancestors(node: Node, until: readonly string[] = []): Generator<Node> {
  for (let at = node.parent; at && !until.includes(at.type); at = at.parent) yield at;
}

/** The nearest ancestor of one of these types. */
export function nearest(node: Node, types: readonly string[], until: readonly string[] = []): Node | undefined {
  for (const at of ancestors(node, until)) if (types.includes(at.type)) return at;
  return undefined;
}

export const contains = (outer: Node, inner: Node): boolean =>
  outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;

/** Named children that are nodes. Comments are left out. */
export const parts = (node: Node): Node[] =>
  node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');

/** All nodes below of these types, in order. */
export const below = (node: Node, types: readonly string[]): Node[] =>
  node.descendantsOfType([...types]).filter((found): found is Node => found !== null);

export const replace = (node: Node, text: string): Edit => ({ start: node.startIndex, end: node.endIndex, text });

export const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** What stands between the braces of a block. */
export const inside = (block: Node, text: string): Edit => ({
  start: block.startIndex + 1,
  end: block.endIndex - 1,
  text,
});

/**
 * Applies edits, which must not overlap.
 *
 * @param keep an offset of the original whose place in the new text is wanted
 * @throws Error if edits overlap or remove what stands at `keep`
 */
export function applyEdits(text: string, edits: readonly Edit[], keep: number): { text: string; kept: number } {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let done = 0;
  let kept = keep;
  for (const edit of ordered) {
    if (edit.start < done) throw new Error('edits overlap');
    if (edit.start <= keep && keep < edit.end) throw new Error('an edit removes the call');
    out += text.slice(done, edit.start) + edit.text;
    done = edit.end;
    if (edit.end <= keep) kept += edit.text.length - (edit.end - edit.start);
  }
  return { text: out + text.slice(done), kept };
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Calls of all grammars. */
const CALL = /^(?:call_expression|invocation_expression|method_invocation)$/;

/** True for a call of a function or method. */
export const isCall = (node: Node): boolean => CALL.test(node.type);

/** What a call calls, as written. */
export function calleeOf(call: Node): string {
  const whole = call.childForFieldName('function');
  if (whole) return whole.text;
  const object = call.childForFieldName('object');
  const name = call.childForFieldName('name')?.text ?? '';
  return object ? `${object.text}.${name}` : name;
}
