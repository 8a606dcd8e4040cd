/** Every program of the proof for TypeScript and JavaScript. */
import type { Program } from '../program.js';
import { brokenPrograms } from './broken.js';
import { cosmosPrograms } from './cosmos.js';
import { extensionPrograms } from './extensions.js';
import { graphPrograms } from './graph.js';
import { httpPrograms } from './http.js';
import { httpClientPrograms } from './http-clients.js';
import { keyedPrograms } from './keyed.js';
import { policyPrograms } from './policies.js';
import { statePrograms } from './states.js';

export const programs: readonly Program[] = [
  ...cosmosPrograms,
  ...graphPrograms,
  ...extensionPrograms,
  ...keyedPrograms,
  ...statePrograms,
  ...policyPrograms,
  ...httpPrograms,
  ...httpClientPrograms,
  ...brokenPrograms,
];
