/** Where each snippet for PowerShell is used. */
import type { Frame } from './snippet-frames.js';

const inFunction = (body: string): string => `function Invoke-Run {\n${body.replace(/^(?=.)/gm, '\t')}\n}\n`;
const frame = (operation: string | undefined, verdict?: string): Frame => ({
  file: inFunction,
  operation,
  ...(verdict ? { verdict } : {}),
});
const DOCS = 'POST /dbs/{}/colls/{}/docs';
const MEMBER = 'POST /groups/{}/members/$ref';

/** By prefix. */
export const POWERSHELL_FRAMES: Record<string, Frame> = {
  '409-graph-create': frame('POST /users/{}/mailFolders'),
  '409-graph-user': frame('POST /users'),
  '409-graph-member': frame(MEMBER),
  '409-graph-app-role': frame('POST /servicePrincipals/{}/appRoleAssignments'),
  '409-graph-subscription': frame('POST /subscriptions'),
  '409-graph-error-variable': frame(MEMBER),
  '409-rest-status': frame('POST /subscriptions'),
  '409-rest-variable': frame('POST /subscriptions'),
  '409-cosmos-create-or-get': frame(DOCS),
  '409-cosmos-upsert': frame(DOCS, 'idempotent upsert'),
  '409-back-off': frame(undefined),
};
