/** What the lab notes of each remedy: the programs of the proof, run against it with the fault and with the fix. */

import { scenarioById } from '../../src/catalog/index.js';
import type { JournalRow, JournalTable } from '../../src/explain/journals.js';
import type { JournalEntry } from '../../src/lab/index.js';
import { apply } from '../../test/proof/lib/fixing.js';
import { Session } from '../../test/proof/lib/session.js';
import type { Program } from '../../test/proof/program.js';
import { programs } from '../../test/proof/programs/index.js';

/** The table, made anew. Scenarios and remedies stand in alphabetical order. */
export async function recordJournals(): Promise<JournalTable> {
  const session = await Session.start();
  const table: Record<string, JournalTable[string]> = {};
  try {
    for (const rule of [...new Set(programs.map((program) => program.rule))].sort()) {
      const own = programs.filter((program) => program.rule === rule && !program.broken);
      const remedies =
        scenarioById(rule)
          ?.remedies.filter(({ cannotHelp }) => !cannotHelp)
          .map(({ id }) => id) ?? [];
      for (const remedy of [...remedies].sort()) {
        const program = own.find(({ fixes }) => fixes.some((fix) => fix === remedy));
        const fix = program?.fixes.find((one) => one === remedy);
        if (!program || !fix) continue;
        const before = await journalOf(session, program, program.text);
        const { text } = await apply('src/program.ts', program.text, fix);
        const after = await journalOf(session, program, text);
        // Where the fix is about what is said of the conflict, nothing else happens.
        if (JSON.stringify(before) === JSON.stringify(after)) continue;
        table[rule] = { ...table[rule], [remedy]: { before, after } };
      }
    }
  } finally {
    await session.close();
  }
  return table;
}

async function journalOf(session: Session, program: Program, text: string): Promise<JournalRow[]> {
  await session.prepare(program);
  const { run } = await session.load(text);
  const { operation, rule, cause = 'duplicate' } = program;
  const ending = (): Promise<unknown> => run('again').catch(() => undefined);
  if (cause === 'duplicate') await ending();
  if (cause === 'transient') session.lab.fault({ on: operation, times: 2, answer: { rule } });
  if (cause === 'stale') session.lab.fault({ on: operation, otherWriter: true });
  await ending();
  return session.requests().map(rowOf);
}

function rowOf({ method, path, status, code }: JournalEntry): JournalRow {
  return code === undefined ? [`${method} ${path}`, status] : [`${method} ${path}`, status, code];
}
