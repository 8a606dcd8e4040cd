/** The stubs of the SDKs: made from the lists of signatures alone, sending real requests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureList } from '../../../../scripts/signatures/list.js';
import { cosmosBodies } from './cosmos-bodies.js';
import { graph4Bodies } from './graph-4-bodies.js';
import { graphBodies } from './graph-bodies.js';
import { efcoreBodies, loggingBodies } from './other-bodies.js';
import { pollyBodies } from './polly-bodies.js';
import { type Bodies, stubsOf } from './write.js';

/** Lists by file, with what stands inside their members. */
const BODIES: Readonly<Record<string, Bodies>> = {
  cosmos: cosmosBodies,
  efcore: efcoreBodies,
  graph: graphBodies,
  'graph-4': graph4Bodies,
  'graph-4-core': graph4Bodies,
  'graph-core': graphBodies,
  kiota: graphBodies,
  logging: loggingBodies,
  polly: pollyBodies,
};

/** What is compiled together: version 4 of Microsoft.Graph has other types of the same names. */
const TOGETHER = {
  newer: ['cosmos', 'efcore', 'graph', 'graph-core', 'kiota', 'logging', 'polly'],
  older: ['cosmos', 'efcore', 'graph-4', 'graph-4-core', 'logging', 'polly'],
} as const;

/** What only one of them needs at run time. */
const RUNTIME = { newer: 'Sending.cs', older: 'Older.cs' } as const;

export type Generation = keyof typeof TOGETHER;

const LISTS = join(import.meta.dirname, '..', '..', '..', 'data', 'signatures');

export const signatureNames = Object.keys(BODIES);

export function readSignatures(name: string): SignatureList {
  return JSON.parse(readFileSync(join(LISTS, `${name}.json`), 'utf8')) as SignatureList;
}

/** Sources of an assembly that stands in for the SDKs, by file name. */
export function stubSources(generation: Generation): Map<string, string> {
  const out = new Map<string, string>();
  const signed = TOGETHER[generation].map((name) => ({ name, list: readSignatures(name) }));
  for (const { name, list } of signed) out.set(`${name}.cs`, stubsOf(list, BODIES[name] ?? { body: () => undefined }));
  const other = generation === 'newer' ? RUNTIME.older : RUNTIME.newer;
  const folder = join(import.meta.dirname, 'runtime');
  for (const file of readdirSync(folder).filter((one) => one !== other))
    out.set(file, readFileSync(join(folder, file), 'utf8'));
  return out;
}
