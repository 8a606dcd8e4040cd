/** A baseline: findings that were there before and are not reported again. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Site } from '../analysis/findings.js';
import { reasonOf } from '../host-node/read-text.js';
import { t } from '../l10n/t.js';
import { UsageError } from './usage-error.js';

interface BaselineRow {
  fingerprint: string;
  /** For people who read the file; only the fingerprint counts. */
  rule: string;
  file: string;
}

/** Fingerprints of a baseline file. @throws UsageError when it cannot be read or is none */
export function readBaseline(path: string, label: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(t('the baseline {0} cannot be read: {1}', label, reasonOf(error)));
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new UsageError(t('the baseline {0} is not JSON', label));
  }
  const found = rowsOf(content);
  if (!found) throw new UsageError(t('{0} is not a baseline of this tool, or of another version', label));
  return new Set(found);
}

function rowsOf(content: unknown): string[] | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  if (!('version' in content) || content.version !== 1 || !('findings' in content)) return undefined;
  if (!Array.isArray(content.findings)) return undefined;
  const rows: unknown[] = content.findings;
  const texts: string[] = [];
  for (const row of rows) {
    if (typeof row !== 'object' || row === null || !('fingerprint' in row)) return undefined;
    if (typeof row.fingerprint !== 'string') return undefined;
    texts.push(row.fingerprint);
  }
  return texts;
}

/** Writes the findings as a baseline, sorted, one row each, so that it merges well. */
export function writeBaseline(path: string, label: string, findings: readonly Site[], of: Map<Site, string>): void {
  const rows: BaselineRow[] = findings
    .map((site) => ({ fingerprint: of.get(site) ?? '', rule: site.rule, file: site.file }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  const list = rows.length === 0 ? '[]' : `[\n${lines}\n  ]`;
  try {
    writeFileSync(path, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
  } catch (error) {
    throw new UsageError(t('the baseline {0} cannot be written: {1}', label, reasonOf(error)));
  }
}
