/** A line on the terminal while the scan runs; nothing where no terminal is. */
import { t } from '../l10n/t.js';
import type { Io } from './io.js';

/** How often it is drawn, in milliseconds; scans that end sooner show nothing. */
const EVERY_MS = 120;

export interface Progress {
  update(progress: { files: number; judged: number; candidates: number }): void;
  /** Takes the line away. */
  end(): void;
}

export function makeProgress({ stderr, env }: Io): Progress {
  if (!stderr.isTTY || env['TERM'] === 'dumb') return { update: () => undefined, end: () => undefined };
  let drawn = performance.now();
  let visible = false;
  return {
    update({ files, judged, candidates }) {
      const now = performance.now();
      if (now - drawn < EVERY_MS) return;
      drawn = now;
      visible = true;
      const text = t('{0} files found, {1} of {2} candidates judged', files, judged, candidates);
      stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    end() {
      if (visible) stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}
