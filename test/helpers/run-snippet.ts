/** Runs a snippet for TypeScript as the editor inserts it, without waiting. */
import assert from 'node:assert/strict';
import { expand, readSnippets } from './snippets.js';

const snippets = readSnippets('snippets/typescript.json');

/** Runs a snippet with the given names in reach, then answers `result`; no wait takes time, each is noted. */
export async function run(prefix: string, names: Record<string, unknown>, result = 'undefined') {
  const body = snippets.find((s) => s.prefix === prefix)?.body;
  assert.ok(body);
  const waits: number[] = [];
  const setTimeout = (done: () => void, ms: number): void => {
    waits.push(ms);
    queueMicrotask(done);
  };
  const all = { ...names, setTimeout };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  const value = await new AsyncFunction(...Object.keys(all), `${expand(body)}\nreturn ${result};`)(
    ...Object.values(all),
  );
  return { value, waits };
}

/** An error that carries a status, or more, as the SDKs throw it. */
export const failure = (
  property: string,
  status: number,
  more: { message?: string; [key: string]: unknown } = {},
): Error => Object.assign(new Error(more.message ?? 'no'), more, { [property]: status });
