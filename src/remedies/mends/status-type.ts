/** A clause for a type of error that stands for another status: it names the type that the conflict comes as. */
import { t } from '../../l10n/t.js';
import { handlersAround } from '../comparisons.js';
import type { Plan } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';

/** Only of one clause with one type, in a library that has such types for both. */
export function statusType(subject: Subject): Plan | undefined {
  const types = subject.candidate.error?.statusTypes ?? {};
  const [tell] = subject.tells;
  const [handler, ...more] = handlersAround(subject);
  const [type, ...others] = handler?.types ?? [];
  const named = type?.path.at(-1) ?? '';
  const wanted = Object.keys(types).find((name) => types[name] === tell?.status);
  if (!handler || !tell || wanted === undefined || more.length + others.length > 0) return undefined;
  if (types[named] === undefined || types[named] === tell.status) return undefined;
  const { start } = handler.range;
  const head = sourceOf(subject, { start, end: handler.body[0]?.range.start ?? handler.range.end });
  const at = new RegExp(`(?<!\\w)${named}(?!\\w)`).exec(head)?.index;
  if (at === undefined) return undefined;
  const range = { start: start + at, end: start + at + named.length };
  const qualified = head[at - 1] === '.';
  return {
    title: t('Test for {0}, which is what the service answers here', tell.status),
    safe: true,
    edit: { kind: 'rewrite', edits: [{ range, type: wanted, ...(qualified ? { qualified } : {}) }] },
  };
}
