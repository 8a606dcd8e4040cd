/** Where each snippet for the shell is used. */
import type { Frame } from './snippet-frames.js';

const script = (body: string): string => `#!/usr/bin/env bash\nset -euo pipefail\n${body}\n`;
const frame = (operation: string): Frame => ({ file: script, operation });

/** By prefix. */
export const SHELL_FRAMES: Record<string, Frame> = {
  '409-curl-create': frame('POST /subscriptions'),
  '409-az-create': frame('POST /subscriptions'),
  '409-az-member': frame('POST /groups/{}/members/$ref'),
  '409-cosmos-create': frame('POST /dbs/database/colls/container/docs'),
};
