/** Ranges that nest: what is put together from several places stands inside what holds it. */
import type { Range } from '../../code-model.js';

const RANGES = ['range', 'nameRange', 'typeRange'] as const;

/** Moves each range into that of the node around it, down from the given nodes. */
export function fitted<T>(nodes: T[], low: number, high: number): T[] {
  for (const node of nodes) nest(node, low, high);
  return nodes;
}

function nest(value: unknown, low: number, high: number): void {
  if (Array.isArray(value)) {
    for (const item of value) nest(item, low, high);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const record = value as Record<string, unknown> & Partial<Record<(typeof RANGES)[number], Range>>;
  let [from, to] = [low, high];
  for (const key of RANGES) {
    const range = record[key];
    if (!range) continue;
    const start = Math.min(Math.max(range.start, low), high);
    const end = Math.min(Math.max(range.end, start), high);
    if (start !== range.start || end !== range.end) record[key] = { start, end };
    if (key === 'range') [from, to] = [start, end];
  }
  for (const key of Object.keys(record)) if (!key.endsWith('ange')) nest(record[key], from, to);
}
