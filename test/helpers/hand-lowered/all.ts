/** All hand-lowered snippets with their ranges found. */
import { fileURLToPath } from 'node:url';
import type { HandLowered } from './fixture.js';
import { drafts as go } from './go.js';
import { drafts as powershell } from './powershell.js';
import { drafts as python } from './python.js';

export const fixturesFolder = fileURLToPath(new URL('../../fixtures/hand-lowered', import.meta.url));

export function fixtures(): HandLowered[] {
  return [...go, ...powershell, ...python].map((d) => ({
    ...d,
    source: d.source.split('\n'),
    model: d.model(d.source),
  }));
}
