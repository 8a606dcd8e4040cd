/**
 * What makes a finding the same finding in a later version: its rule, file, operation and the code of the call, not its
 * line. Equal calls in a file are told apart by their order.
 */
import { createHash } from 'node:crypto';
import type { Site } from '../analysis/findings.js';
import type { LineOf } from './source-lines.js';

/** The name under which fingerprints stand in SARIF; its number grows when they are made in another way. */
export const FINGERPRINT_NAME = 'guard409/v1';

/** Lines of a call that count; longer ones differ in their first lines. */
const MAX_LINES = 12;

/**
 * Fingerprints of sites, 32 hexadecimal digits each.
 *
 * @param sites in the order of their files and lines
 * @param pathOf the path that counts: relative to a folder that stays the same between machines
 */
export function fingerprints(
  sites: readonly Site[],
  lineOf: LineOf,
  pathOf: (file: string) => string,
): Map<Site, string> {
  const seen = new Map<string, number>();
  const result = new Map<Site, string>();
  for (const site of sites) {
    const key = [site.rule, pathOf(site.file), site.operation, codeOf(site, lineOf)].join('\n');
    const order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
    result.set(site, createHash('sha256').update(`${key}\n${order}`).digest('hex').slice(0, 32));
  }
  return result;
}

/** The call's lines without white space, so that formatting does not count. */
function codeOf(site: Site, lineOf: LineOf): string {
  const last = Math.min(Math.max(site.endLine, site.line), site.line + MAX_LINES - 1);
  let code = '';
  for (let line = site.line; line <= last; line++) code += lineOf(site.file, line) ?? '';
  return code.replace(/\s+/g, '');
}
