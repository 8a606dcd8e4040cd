/** Every program of the proof for C#. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { httpClientPrograms } from '../programs/http-clients.js';
import { programs as others } from '../programs/index.js';
import { brokenCosmosPrograms, cosmosTexts, ownPrograms } from './cosmos-programs.js';
import { graph4Programs } from './graph-4-programs.js';
import { brokenGraphPrograms, graphTexts, policyPrograms } from './graph-programs.js';

const texts = { ...cosmosTexts, ...graphTexts };

export const csharpPrograms: readonly Program[] = [
  ...others.flatMap((program) => {
    const own = program.broken ? undefined : texts[program.title];
    return own ? [{ ...program, ...own }] : [];
  }),
  ...ownPrograms,
  ...policyPrograms,
  ...brokenCosmosPrograms,
  ...brokenGraphPrograms,
  ...graph4Programs,
];

/** Compiled with Microsoft.Graph 4, not 5. */
export const isOlder = (program: Program): boolean => graph4Programs.includes(program);

const OWN_POLICY = 'it is about a library of JavaScript; C# is run with Polly';
const OWN_CLIENT = 'it is about a client of JavaScript; C# is run with HttpClient';
const KEYED = 'such a form is written for URLs, not for request builders, and is not offered in C#';

/** Programs of the other languages that have none here, and why. */
export const notInCSharp: Readonly<Record<string, string>> = {
  'group with a unique name': KEYED,
  'application with a unique name': KEYED,
  'in a policy of cockatiel': OWN_POLICY,
  'in p-retry': OWN_POLICY,
  'beside policies of cockatiel': OWN_POLICY,
  'beside p-retry': OWN_POLICY,
  ...Object.fromEntries(httpClientPrograms.map(({ title }) => [title, OWN_CLIENT])),
};

/** Programs of the other languages that have none here, without a reason. */
export const missingPrograms = others
  .filter(({ broken, title }) => !broken && !texts[title] && !notInCSharp[title])
  .map(({ title }) => title);

/** Logging can be added to any call that throws and has a logger in reach. */
const fixesOf = ({ fixes, broken, answers }: Program): FixId[] => [
  ...fixes,
  ...(broken || answers ? [] : ['instrument' as const]),
];

/** Every fix of every program. */
export const csharpCells: readonly { program: Program; fix: FixId }[] = csharpPrograms.flatMap((program) =>
  fixesOf(program).map((fix) => ({ program, fix })),
);
