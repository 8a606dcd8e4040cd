/** The condition of a guarded write is not sent. */
import type { Node } from 'web-tree-sitter';
import { NO_CONDITION } from '../expected.js';
import { below, nearest, parts } from '../nodes.js';
import type { Edit, Mutator, Subject } from '../types.js';

const conditional = /if-?match|accessCondition|etag|condition|predicate/i;

/** The argument that carries the condition: the options written out, or a name that says so. */
function optionsArgument(subject: Subject): Node | undefined {
  const list = subject.call.childForFieldName('arguments');
  const args = list ? parts(list) : [];
  return args.findLast(
    (arg) => args.indexOf(arg) > 0 && (conditional.test(arg.text) || /^(\w+:\s*)?\w*options\w*$/i.test(arg.text)),
  );
}

/** Takes an argument out of its list, with the comma before it. */
function withoutArgument(arg: Node): Edit {
  const before = arg.previousNamedSibling;
  return { start: before ? before.endIndex : arg.startIndex, end: arg.endIndex, text: '' };
}

/** `.header('If-Match', etag)` further down the call's own chain. */
function headerStep(subject: Subject): Edit | undefined {
  const callee = subject.call.childForFieldName('function');
  const step =
    callee &&
    below(callee, subject.dialect.calls).find((at) =>
      /^\(\s*['"]if-match['"]/i.test(at.childForFieldName('arguments')?.text ?? ''),
    );
  const object = step?.childForFieldName('function')?.childForFieldName('object');
  return step && object ? { start: object.endIndex, end: step.endIndex, text: '' } : undefined;
}

/** `'If-Match': etag` among the headers of the call's function. */
function headerEntry(subject: Subject): Edit | undefined {
  const fn = nearest(subject.call, subject.dialect.functions);
  const entries = fn
    ? below(fn, ['pair']).filter((pair) => /^['"]?if-match['"]?$/i.test(pair.childForFieldName('key')?.text ?? ''))
    : [];
  const [only] = entries;
  if (entries.length !== 1 || !only) return undefined;
  const comma = /^\s*,/.exec(subject.text.slice(only.endIndex))?.[0] ?? '';
  return { start: only.startIndex, end: only.endIndex + comma.length, text: '' };
}

export const conditionMutators: Mutator[] = [
  {
    id: 'drop-condition',
    title: 'the ETag or predicate is not sent',
    make(subject) {
      if (subject.site.cause !== 'concurrency') return [];
      const arg = optionsArgument(subject);
      const edit = arg ? withoutArgument(arg) : (headerStep(subject) ?? headerEntry(subject));
      return edit ? [{ edits: [edit], expected: NO_CONDITION }] : [];
    },
  },
];
