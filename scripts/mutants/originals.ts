/** Collects what is said to be handled: fixtures, and labelled rows handled in the same function or file. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { byFile, folderOf, readRows } from '../accuracy/labels.js';
import { familyOf } from '../accuracy/rates.js';
import { analyserIn, readBelow } from '../lib/engine.js';
import { readExpectations } from './expectations.js';
import type { Original } from './run.js';

/** Handled calls of the fixtures. Each folder of fixtures is a project of its own. */
export async function fixtureOriginals(folder: string): Promise<Original[]> {
  const out: Original[] = [];
  for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true })).sort(byPath)) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const text = await readFile(full, 'utf8');
    const handled = readExpectations(text).filter((e) => e.verdict === 'handled');
    if (handled.length === 0) continue;
    const analyse = analyserIn(folder);
    const file = relative(folder, full).split(sep).join('/');
    const origin = relative(dirname(dirname(folder)), full)
      .split(sep)
      .join('/');
    for (const { line } of handled) out.push({ origin, file, text, lines: [line], analyse });
  }
  return out;
}

const byPath = (a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number =>
  join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;

/** Handled rows of labelled files. */
export async function labelledOriginals(labels: string, sources: string): Promise<Original[]> {
  const rows = (await readRows(labels)).filter(
    (row) =>
      row.label === 'handled' &&
      row.where !== 'other-file' &&
      ['typescript', 'javascript', 'csharp', 'java', 'python', 'go', 'powershell'].includes(familyOf(row.lang)),
  );
  const out: Original[] = [];
  for (const [, fileRows] of byFile(rows)) {
    const first = fileRows[0];
    if (!first) continue;
    const root = join(sources, folderOf(first.repo));
    const text = await readBelow(root, first.path);
    if (text === undefined) continue;
    const analyse = analyserIn(root);
    for (const row of fileRows)
      out.push({
        origin: `${row.repo} ${row.path}`,
        file: row.path,
        text,
        lines: [row.line, ...(row.alt_lines ?? [])],
        analyse,
      });
  }
  return out;
}
