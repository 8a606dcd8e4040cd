/** A judgement in the words and positions of the JSON contract. */
import type { Translate } from '../../l10n/t.js';
import type { Site } from '../findings.js';
import type { Candidate } from '../operations/operation.js';
import type { Lines } from '../position.js';
import { Lines as LinesOf } from '../position.js';
import { reasonSentence } from '../reason-text.js';
import type { SeverityInput } from '../severity.js';
import type { Judgement } from './judge.js';

/** The site of a judged call. */
export function toSite(
  c: Candidate,
  j: Judgement,
  lines: Lines,
  severity: (input: SeverityInput) => Site['severity'],
  t: Translate,
): Site {
  const start = lines.at(c.name.start);
  const end = lines.at(c.name.end);
  const { scenario } = j.match;
  const certainty = c.certain && !j.unseen ? 'certain' : 'likely';
  const operation = `${c.method} ${c.path}`;
  const statuses = anyOf([...new Set(scenario.answers.map((a) => a.status))], t);
  const file = c.cell.file.path;
  return {
    rule: scenario.id,
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    severity: severity({ rule: scenario.id, file, verdict: j.verdict, certainty }),
    verdict: j.verdict,
    reason: j.reason,
    service: scenario.service,
    operation,
    cause: scenario.cause,
    certainty,
    evidence: c.evidence,
    also: [...new Set(j.also.map((m) => m.scenario.id))].filter((id) => id !== scenario.id),
    message: t('{0}: {1} can answer {2}. {3}', t(scenario.title), operation, statuses, t(reasonSentence(j.reason))),
    trail: [
      ...(c.runsAt ?? [])
        .slice(0, 1)
        .map((r) => ({ file: r.file, range: r.val.range, message: t('the batch is run here') })),
      ...j.notes,
    ]
      .slice(0, 10)
      .map((n) => {
        const own = n.file.path === file ? lines : new LinesOf(n.file.text);
        const from = own.at(n.range.start);
        const to = own.at(n.range.end);
        return {
          file: n.file.path,
          line: from.line,
          column: from.column,
          endLine: to.line,
          endColumn: to.column,
          message: n.message,
        };
      }),
    remedies: scenario.remedies.filter((r) => !r.cannotHelp).map((r) => r.id),
  };
}

/** `409`, `409 or 412`, `409, 412 or 424`. */
function anyOf(statuses: number[], t: Translate): string {
  const [last, ...rest] = [...statuses].reverse();
  if (last === undefined || rest.length === 0) return String(last ?? '');
  return t('{0} or {1}', rest.reverse().join(', '), last);
}
