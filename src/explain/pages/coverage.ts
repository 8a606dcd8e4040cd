/** What is known of conflicts, and how much of it this workspace meets: services against causes. */
import type { Site } from '../../analysis/findings.js';
import { coverage, omissions } from '../../catalog/coverage.js';
import { scenarios } from '../../catalog/index.js';
import { CAUSE_TITLES, SERVICE_TITLES } from '../../catalog/titles.js';
import type { Cause, Service } from '../../catalog/types.js';
import { t } from '../../l10n/t.js';
import { escapeMarkdown as plain } from '../markdown-text.js';

/** Calls of one cell: seen, handled or unable to conflict, not handled. */
interface Count {
  seen: number;
  quiet: number;
  open: number;
}

/** @param sites every call that is known, of open files and of the last scan */
export function coveragePage(sites: readonly Site[]): string {
  const known = scenarios.flatMap((s) => s.operations.map((o) => o.op));
  const marked = scenarios.filter((s) => s.operations.some((o) => o.marks));
  const records = Object.keys(coverage).length;
  const left = omissions();
  const parts = [
    `# ${t('Conflict coverage')}`,
    [
      `- ${t('{0} scenarios, {1} of them marked in code and the others explained', scenarios.length, marked.length)}`,
      `- ${t('{0} operations', new Set(known).size)}`,
      `- ${t('{0} of {1} records of the conflict reference covered, {2} left out on purpose', records - left.length, records, left.length)}`,
    ].join('\n'),
    `## ${t('Known conflicts')}`,
    grid((service, cause) => {
      const own = scenarios.filter((s) => s.service === service && s.cause === cause);
      return own.length === 0 ? '–' : String(own.length);
    }),
    `## ${t('Calls in this workspace')}`,
    sites.length === 0
      ? t('None is known. Scan the workspace to look at the files that are not open too.')
      : `${t('Each cell: calls seen, handled or unable to conflict, not handled.')}\n\n${grid((service, cause) => cell(count(sites, service, cause)))}`,
    `## ${t('Left out on purpose')}`,
    left.map(({ record, reason }) => `- ${plain(record)}: ${plain(reason)}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function count(sites: readonly Site[], service: Service, cause: Cause): Count {
  const own = sites.filter((s) => s.service === service && s.cause === cause);
  const quiet = own.filter((s) => s.severity === 'none').length;
  return { seen: own.length, quiet, open: own.length - quiet };
}

function cell({ seen, quiet, open }: Count): string {
  return seen === 0 ? '–' : `${seen} / ${quiet} / ${open}`;
}

function grid(value: (service: Service, cause: Cause) => string): string {
  const causes = Object.keys(CAUSE_TITLES) as Cause[];
  const services = Object.keys(SERVICE_TITLES) as Service[];
  const head = `| | ${causes.map((c) => t(CAUSE_TITLES[c])).join(' | ')} |`;
  const rows = services.map((s) => `| ${SERVICE_TITLES[s]} | ${causes.map((c) => value(s, c)).join(' | ')} |`);
  return [head, `|---|${causes.map(() => '---').join('|')}|`, ...rows].join('\n');
}
