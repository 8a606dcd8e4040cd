/** Types that a call names, and those that have to be named for it when it becomes another one. */
import { bodyOf } from '../../remedies/pieces.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';

/** What stands between `<` and `>` before the arguments of the call; undefined for none. */
export function typeArguments(subject: Subject): string | undefined {
  const { callee, args } = subject.call;
  const [first] = args;
  if (callee.v !== 'member' || !first) return undefined;
  const between = sourceOf(subject, { start: callee.nameRange.end, end: first.value.range.start });
  return /^\s*<([\s\S]*)>\s*\(\s*$/.exec(between)?.[1];
}

/** Names that `typeof` takes. */
const QUERIED = /^[\w$]+(?:\.[\w$]+)*$/;

/**
 * Type arguments for another method of the same form. Where the call names none, the type of what it hands out comes
 * from the body; `upsert` of `@azure/cosmos` has an overload that takes any body and would hand out less.
 */
export function typeForOther(subject: Subject): string {
  if (subject.language.id === 'javascript' || subject.unused || typeArguments(subject) !== undefined) return '';
  // A client that may be of type `any` takes no type arguments, and needs none.
  if (subject.site.certainty !== 'certain') return '';
  const body = bodyOf(subject);
  // With what is asserted of it: `order as Order` is no name.
  const arg = subject.call.args.find(({ value }) => value === body);
  const source = arg && (body?.v === 'ref' || body?.v === 'member') ? sourceOf(subject, arg.range) : '';
  return QUERIED.test(source) ? `<typeof ${source}>` : '<any>';
}
