/** A handler for a call that throws nothing, in a library whose answers can: they are made to, so that the handler sees the conflict. */
import type { Val } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { handlersAround } from '../comparisons.js';
import type { Plan } from '../remedy.js';
import { alone, functionText, type Subject } from '../subject.js';

/** Only where nothing else asks the answer how it went: what it says of other failures would be an error then. */
export function answerEnsured(subject: Subject): Plan | undefined {
  const { candidate, call } = subject;
  const { response, error } = candidate;
  const [ensure] = response?.ensure ?? [];
  if (ensure === undefined || response?.ensureGives === undefined || candidate.runsAt || candidate.steps)
    return undefined;
  // What it throws has to be what the handler is for.
  const catches = handlersAround(subject).some(({ types }) =>
    types.some(({ path }) => error?.types.includes(path.at(-1) ?? '')),
  );
  const answer = waitedFor(subject);
  if (!catches || !answer || isAsked(subject, answer)) return undefined;
  const { start, end } = answer.range;
  const behind = { range: { start: end, end } };
  return {
    title: t('Let every failed answer be thrown, so that the handler sees the conflict ({0})', ensure),
    // Every other failure, which went unseen so far, is thrown then too.
    safe: false,
    edit: {
      kind: 'rewrite',
      edits:
        answer === call
          ? [{ ...behind, code: `.${ensure}()` }]
          : [
              { range: { start, end: start }, code: '(' },
              { ...behind, code: `).${ensure}()` },
            ],
    },
  };
}

/** The value that is the answer: the call, or what waits for it. */
function waitedFor({ candidate, call, deferred, use }: Subject): Val | undefined {
  if (!deferred) return call;
  const above = candidate.cell.file.parent(call)?.node;
  return use === 'awaited' && above && 'v' in above && above.v === 'await' && above.how !== 'block' ? above : undefined;
}

/** The answer is handed on, or asked how it went. */
function isAsked(subject: Subject, answer: Val): boolean {
  const { candidate, unused } = subject;
  if (unused) return false;
  const bound = candidate.cell.file.parent(answer)?.node;
  if (!bound || !('s' in bound) || bound.s !== 'bind' || bound.target.v !== 'ref') return true;
  const { response } = candidate;
  const { name } = bound.target;
  const members = [...(response?.status ?? []), ...(response?.ok ?? [])].filter((member) => /^\w+$/.test(member));
  return new RegExp(`${alone(name)}\\??\\.(?:${members.join('|')})(?![\\w$])`).test(functionText(subject));
}
