/** Libraries for retries that a file already uses: the wait is written with them. Modules and names: their documentation. */
import type { Import } from '../analysis/code-model.js';
import type { Subject } from './subject.js';

/** A library a retry can be written with. */
export interface Resilience {
  /** As people call it. */
  title: string;
  module: string;
  /** Key of the helper that is written with it. */
  helper: string;
  /** What the file imports by default, where the library is used by that. */
  whole?: string;
  /** Names the helper uses besides. */
  names: readonly string[];
  /** What in the text tells that this form of the library is used. */
  sign?: RegExp;
}

const ROWS: readonly Omit<Resilience, 'whole'>[] = [
  {
    title: 'cockatiel',
    module: 'cockatiel',
    helper: 'retry-cockatiel',
    names: ['DelegateBackoff', 'handleWhen', 'retry'],
  },
  { title: 'p-retry', module: 'p-retry', helper: 'retry-p-retry', names: ['AbortError'] },
  { title: 'tenacity', module: 'tenacity', helper: 'retry-tenacity', names: [] },
  {
    title: 'Polly',
    module: 'Polly',
    helper: 'retry-polly',
    names: [],
    sign: /\bPolicy\s*\.\s*\w|\bI?AsyncPolicy\b|\bAsyncRetryPolicy\b/,
  },
];

/** Libraries that hand out what they do as the module itself. */
const WHOLE = new Set(['p-retry']);

/** The library for retries that the file of the call uses, in a form in which the helper can be written. */
export function resilienceOf({ candidate, text }: Subject): Resilience | undefined {
  const { imports } = candidate.cell.file.model;
  for (const row of ROWS) {
    const own = imports.filter((one) => one.module === row.module && !one.typeOnly && !onlyHandsOn(one, text));
    if (own.length === 0 || !(row.sign?.test(text) ?? true)) continue;
    if (!row.names.every((name) => isFree(name, own, text))) continue;
    if (!WHOLE.has(row.module)) return row;
    const whole = own.find(isWhole)?.names[0]?.local;
    if (whole !== undefined) return { ...row, whole };
  }
  return undefined;
}

/** `export … from`: its names cannot be used here. */
function onlyHandsOn({ reexport, range }: Import, text: string): boolean {
  return reexport === true && text.startsWith('export', range.start);
}

/** What stands for the module itself: its default, or the whole of it. */
function isWhole({ form, names }: Import): boolean {
  return form === 'default' || (form === 'require' && names[0]?.imported === '*');
}

/** The name means the library's, or nothing yet. */
function isFree(name: string, own: readonly Import[], text: string): boolean {
  const imported = own.some((one) => one.names.some((pair) => pair.imported === name && pair.local === name));
  return imported || !new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
}
