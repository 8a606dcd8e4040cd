/** A bounded retry loses its bound. */
import type { Node } from 'web-tree-sitter';
import { RETRY_UNCAPPED } from '../expected.js';
import { below, nearest, replace } from '../nodes.js';
import type { Edit, Mutator, Subject } from '../types.js';

/** The loop around the call whose body also holds the handler. */
function retryLoop({ call, dialect, handling }: Subject): Node | undefined {
  const loop = nearest(call, dialect.loops, dialect.functions);
  const inner = handling.try;
  return loop && inner && loop.startIndex <= inner.startIndex && inner.endIndex <= loop.endIndex ? loop : undefined;
}

/** Comparisons that bound the attempts: `attempt < max`, `tries >= 5`. */
function bounds(loop: Node): { node: Node; inHeader: boolean }[] {
  const header = loop.childForFieldName('condition');
  return below(loop, ['binary_expression'])
    .filter((at) => /^[<>]=?$/.test(at.childForFieldName('operator')?.text ?? ''))
    .filter((at) => /attempt|tries|retr|count|max|^\w\s*[<>]/i.test(at.text))
    .map((node) => ({
      node,
      inHeader: header !== null && header.startIndex <= node.startIndex && node.endIndex <= header.endIndex,
    }));
}

/** `true` where going on asks for the bound, `false` where giving up does. */
function unbounded(at: { node: Node; inHeader: boolean }, subject: Subject): Edit {
  if (at.inHeader) return replace(at.node, 'true');
  const branch = nearest(at.node, [subject.dialect.ifs, 'catch_filter_clause']);
  const givesUp =
    branch?.type === subject.dialect.ifs &&
    /\b(throw|return|break)\b/.test(branch.childForFieldName('consequence')?.text ?? '');
  return replace(at.node, givesUp ? 'false' : 'true');
}

export const retryMutators: Mutator[] = [
  {
    id: 'remove-bound',
    title: 'the retry has no limit',
    make(subject) {
      const loop = retryLoop(subject);
      const list = loop ? bounds(loop) : [];
      if (list.length === 0) return [];
      return [{ edits: list.map((at) => unbounded(at, subject)), expected: RETRY_UNCAPPED }];
    },
  },
];
