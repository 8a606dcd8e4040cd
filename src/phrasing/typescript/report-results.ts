/** The helper that looks at the single results of a batch or bulk call, which fail without the call failing. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { raise, reportHead } from './report.js';
import { Writer } from './writer.js';

/** Where the single results stand in the answer and the status in each: by library; Graph's `$batch` for any client. */
const RESULTS: Readonly<Record<string, { list: string; status: string }>> = {
  'azure-cosmos-js': { list: 'answer.result ?? answer', status: 'one.statusCode' },
  'graph-client-js': { list: 'answer.responses', status: 'one.status' },
  graph: { list: 'answer.responses ?? answer.body?.responses ?? answer.data?.responses', status: 'one.status' },
};

/** Undefined where it is not known how the library hands out single results. */
export function reportResults(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const row = RESULTS[subject.candidate.sdk?.id ?? ''] ?? RESULTS[subject.site.service];
  if (!row) return undefined;
  const any = w.ts(': any');
  const isConflict = subject.tells.map(({ status }) => `${row.status} === ${status}`).join(' || ');
  return {
    name: 'reportConflicts',
    source: (
      name,
    ) => `/** Lets conflicts among the results leave as a ConflictError that names their places; the others are done all the same. */
${reportHead(w, name)}
  const answer${any} = await call;
  const results${w.ts(': any[]')} = ${row.list};
  const conflicts = results.filter((one${any}) => ${isConflict});
  if (conflicts.length > 0) {
    const places = conflicts.map((one${any}) => results.indexOf(one));
    ${raise(', places', String(subject.tells[0]?.status ?? 409))}
  }
  return answer;
}`,
  };
}
