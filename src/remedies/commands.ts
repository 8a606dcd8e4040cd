/** Calls that are commands: what they send stands in arguments of its own, in a record that is spread, or in a body. */
import type { Cell } from '../analysis/evaluate/cell.js';
import { bodyOf, steadySource } from './pieces.js';
import { type Subject, sourceOf } from './subject.js';

/** The call is a command made for one operation; its name. */
export function commandOf({ sent, candidate }: Subject): string | undefined {
  const { row, sdk, cell } = candidate;
  if (!row?.op || !sdk?.commands || !cell.file.traits.bareWords) return undefined;
  return sent.callee.v === 'ref' ? sent.callee.name : undefined;
}

/**
 * A field of what a command sends, as source text that can be written twice. Of a record that is made elsewhere only the
 * fields that are seen in it: one that is not there would be read as nothing.
 */
export function sentField(subject: Subject, name: string): string | undefined {
  const { sent, candidate, ev } = subject;
  const lower = name.toLowerCase();
  const own = sent.args.find((arg) => arg.name?.toLowerCase() === lower);
  if (own) return again(steadySource(subject, own.value));
  const body = bodyOf(subject);
  if (body?.v === 'rec') {
    const entry = body.entries.find(({ key }) => String(key ?? '').toLowerCase() === lower);
    return again(steadySource(subject, entry?.value));
  }
  const records = body ? [body] : sent.args.flatMap((arg) => (arg.spread ? [arg.value] : []));
  for (const record of records) {
    const cell: Cell = { ...candidate.cell, val: record };
    const made = ev.origins(cell);
    const isRecord = made.length > 0 && made.every(({ val }) => val.v === 'rec');
    if (record.v === 'ref' && isRecord && ev.props(cell, [name], 0, true).length > 0) {
      const source = sourceOf(subject, record.range).replace(/^@/, '$');
      return again(`${source}.${name}`);
    }
  }
  return undefined;
}

/** What means something else in another block cannot be written there. */
function again(source: string | undefined): string | undefined {
  return source !== undefined && /\$(?:_|PSItem)\b/i.test(source) ? undefined : source;
}
