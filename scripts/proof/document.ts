/** docs/remedies.md: which remedy is offered where, how it is proven, and what cannot be proven and why. */
import { readFileSync } from 'node:fs';
import type { FixId, Offer, Site } from '../../src/analysis/findings.js';
import { scenarios } from '../../src/catalog/index.js';
import type { Scenario } from '../../src/catalog/types.js';
import { REFUSALS } from '../../src/explain/refusals.js';
import { csharpCells, notInCSharp } from '../../test/proof/csharp/programs.js';
import { readSignatures, signatureNames } from '../../test/proof/csharp/sdk/index.js';
import { goCells } from '../../test/proof/go/programs.js';
import { javaCells } from '../../test/proof/java/programs.js';
import { apply, insertedNames, openSites } from '../../test/proof/lib/fixing.js';
import type { Program } from '../../test/proof/program.js';
import { programs } from '../../test/proof/programs/index.js';
import { pythonCells } from '../../test/proof/python/programs.js';
import { runs } from '../../test/proof/runs/index.js';
import { probesOf } from './probes.js';
import type { TypesResult } from './types-result.js';

/** Cells no run exists for, and why. */
const UNPROVEN: readonly { what: string; why: string }[] = [
  {
    what: 'a soft-deleted or unlisted holder, for resources that are deleted at once',
    why: 'there is none: Cosmos DB items, subscriptions, grants, assignments, connections, extensions and folders leave nothing behind that holds their name',
  },
  {
    what: 'going on with a soft-deleted holder',
    why: 'it is not done: the runs prove that the original error comes out; a restore would bring back licences, roles and members',
  },
  {
    what: 'Retry-After, for remedies that do not wait for the service',
    why: 'a duplicate does not clear; only "wait and try again" waits for what the service asks',
  },
  {
    what: 'a conflict that clears, for create or get',
    why: 'where the holder vanishes between the refusal and the read, the original error is thrown; the create is not repeated behind the caller',
  },
  {
    what: 'triggers, user-defined functions and permissions of Cosmos DB',
    why: 'the helper is the one that is proven for stored procedures and users',
  },
  {
    what: 'C#: the client of Cosmos DB before version 3 (`Microsoft.Azure.DocumentDB`)',
    why: 'its sources are not published, so no signature can be checked; its fixes are proven by their judgement alone',
  },
  {
    what: 'C#: what the libraries do by themselves below their methods',
    why: 'the stubs send one request for each call: retries of 429 and 503, and the binary form in which a batch travels, are not theirs',
  },
  {
    what: 'C#: pipelines of Polly 8',
    why: 'the compiler at hand has no lambdas that give a `ValueTask`; the widened predicate is compiled, the pipeline is not run. Policies of Polly 7, which 8 still has, are',
  },
  {
    what: 'C#: looking into a list before the create',
    why: 'it is not offered; `create-or-get` finds the twin in the list afterwards',
  },
  {
    what: 'C#: logging around an answer that is no error (streams, batches, `HttpClient`)',
    why: 'it is not offered: there is nothing to catch before the answer is looked at',
  },
  {
    what: 'conflicts between regions of Cosmos DB (`enableMultipleWriteLocations`)',
    why: 'no region answers 409 for what another one wrote, and no remedy at the call helps; the fixes for items say so in the panel and the preview, and in their titles where the code shows that several regions write',
  },
  {
    what: 'PowerShell: running the fixes',
    why: 'no shell is at hand that could run them; each is proven by analysing the fixed text, which must read without damage, and by tests of what the helper writes, raises and lets pass',
  },
  {
    what: 'PowerShell: reading what is there where its key stands in a pipeline (`$_`) or a body nobody sees, lists by `Invoke-MgGraphRequest`, upsert, answers of other programs (`az rest`)',
    why: 'they are not written; the conflict is reported there instead, and the answers of other programs are left to the snippets',
  },
  {
    what: 'Go, Java and Python: the programs without a number in their columns',
    why: 'their remedies are not written there, or their helper is that of another program, or they are about a library that is not run here; what is offered is compiled (Java), parsed (Python) and proven by its judgement',
  },
];

/** The whole text. `types` is the result of the last run over real projects. */
export async function remediesMarkdown(): Promise<string> {
  const types = JSON.parse(readFileSync('test/data/remedies-types.json', 'utf8')) as TypesResult;
  const rows = await Promise.all(programs.map(async (program) => ({ program, site: await siteOf(program) })));
  const proven = await helpersOf(programs);
  return [
    HEAD,
    '## The remedies',
    '',
    table(['Remedy', 'What the light bulb says', 'Applied by fix-all', 'What it is put through'], remedyRows(rows)),
    '',
    "A remedy is applied by fix-all only where no decision is left to the user; the others open the editor's preview, and `guard409 fix` applies them with `--unsafe`.",
    '',
    '## What is run',
    '',
    'Each program is run as TypeScript, as the JavaScript a compiler makes of it, as C#, Go, Java and Python; each with every run of its remedy. Without the fix, the runs in which the conflict comes about must fail.',
    '',
    table(
      [
        'Scenario',
        'Makes or changes',
        'Remedy',
        'Runs in TypeScript and JavaScript',
        'in C#',
        'in Go',
        'in Java',
        'in Python',
      ],
      provenRows(),
    ),
    '',
    'TypeScript and JavaScript are type-checked and run with the real @azure/cosmos, @microsoft/microsoft-graph-client, axios, got, ky, superagent, cockatiel and p-retry.',
    '',
    'Go is built with the real azcosmos and the standard library, and with a stub of msgraph-sdk-go, which takes minutes to build; Java with the real azure-cosmos, microsoft-graph 6 and `java.net.http`; Python runs with the real azure-cosmos, requests, httpx, tenacity and msgraph-sdk.',
    '',
    'C# is compiled by Mono against stubs that are made from lists of signatures, each read in the sources the package was made from (`npm run signatures`):',
    '',
    table(['Package', 'Version', 'Types', 'Members', 'Read in'], signatureRows()),
    '',
    '## Every scenario',
    '',
    "For a call of each scenario that is marked: what is offered in TypeScript and JavaScript, and why the rest is not. *run*: a program above; *same helper*: its code is the very helper that another scenario's program runs, with another address or other fields; *compiled*: proven by its tests, its types and its judgement, not run.",
    '',
    table(['Scenario', 'Offered', 'Not offered'], await scenarioRows(proven)),
    '',
    '## What cannot be proven here',
    '',
    table(['Cell', 'Reason'], [...UNPROVEN.map(({ what, why }) => [what, why]), ...elsewhereRows()]),
    '',
    '## Real projects',
    '',
    `${types.files} files of ${types.projects} public projects were made to type-check with the real SDKs: modules that were not at hand declared, ${types.silenced} lines silenced, none of them at a marked call. Of ${types.fixes} fixes, each applied by itself, ${types.compiling} leave a file that type-checks${types.failing.length === 0 ? '' : `; not: ${types.failing.join(', ')}`}. \`npm run remedies:types\` measures this anew; the projects are no part of this repository.`,
    '',
  ].join('\n');
}

const HEAD = `# Remedies

Generated by \`npm run remedies:docs\` from the remedies, the catalog and the programs of \`test/proof\`; do not edit.

Every fix that is offered is proven before it is shown: the fixed text is analysed again, and the call must be handled then. The tests go further: the result is parsed and type-checked with the real SDKs, its helper is renamed (still handled) and its test of the conflict taken out (no longer handled), and it is run against the lab with the real SDKs (\`npm run proof\`).
`;

async function siteOf(program: Program): Promise<Site | undefined> {
  return (await openSites('src/program.ts', program.text))[0];
}

/** Names of the helpers that programs run, with the remedy. */
async function helpersOf(all: readonly Program[]): Promise<Set<string>> {
  const out = new Set<string>();
  for (const program of all)
    for (const fix of program.fixes) {
      const { edits } = await apply('src/program.ts', program.text, fix);
      for (const name of insertedNames(edits)) out.add(`${fix} ${name}`);
    }
  return out;
}

function remedyRows(rows: { site: Site | undefined }[]): string[][] {
  const offers = rows.flatMap(({ site }) => site?.offers ?? []);
  return [...new Set(offers.map((offer) => offer.fix))].map((fix) => {
    const own = offers.filter((offer) => offer.fix === fix);
    return [
      `\`${fix}\``,
      distinct(own, (o) => o.title).join('<br>'),
      safety(own),
      (runs[fix] ?? []).map((run) => run.name).join(', '),
    ];
  });
}

function safety(offers: readonly Offer[]): string {
  const safe = offers.filter((offer) => offer.safe).length;
  return safe === 0 ? 'no' : safe === offers.length ? 'yes' : 'where nothing is left to decide';
}

/** One row for each remedy of each program, whatever languages it is run in. */
function provenRows(): string[][] {
  const cells = [
    ...programs.flatMap((program) => fixesOf(program).map((fix) => ({ program, fix, at: 0 }))),
    ...csharpCells.map(({ program, fix }) => ({ program, fix, at: 1 })),
    ...goCells.map(({ program, fix }) => ({ program, fix, at: 2 })),
    ...javaCells.map(({ program, fix }) => ({ program, fix, at: 3 })),
    ...pythonCells.map(({ program, fix }) => ({ program, fix, at: 4 })),
  ];
  const rows = new Map<string, { head: string[]; counts: string[] }>();
  for (const { program, fix, at } of cells) {
    const head = [link(program.rule), program.title, `\`${fix}\``];
    const row = rows.get(head.join()) ?? { head, counts: ['', '', '', '', ''] };
    row.counts[at] = String(applicable(program, fix));
    rows.set(head.join(), row);
  }
  return [...rows.values()].map(({ head, counts }) => [...head, ...counts]);
}

/** Logging can be added to any call that is made where it stands. */
function fixesOf({ fixes, broken }: Program): FixId[] {
  return [...fixes, ...(broken ? [] : ['instrument' as const])];
}

/** How many runs a program is put through, in each of its languages. */
function applicable(program: Program, fix: FixId): number {
  return (runs[fix] ?? []).filter((run) => !run.applies || run.applies(program)).length;
}

/** Programs that C# has none of. */
function elsewhereRows(): string[][] {
  const whys = distinct(Object.values(notInCSharp), (why) => why);
  return whys.map((why) => {
    const titles = Object.keys(notInCSharp).filter((title) => notInCSharp[title] === why);
    return [`C#: ${titles.join(', ')}`, why];
  });
}

function signatureRows(): string[][] {
  return signatureNames.map((name) => {
    const { package: library, version, types, repository, commit } = readSignatures(name);
    const members = types.reduce((sum, type) => sum + type.members.length, 0);
    return [library, version, String(types.length), String(members), `${repository} at \`${commit.slice(0, 10)}\``];
  });
}

async function scenarioRows(proven: ReadonlySet<string>): Promise<string[][]> {
  const out: string[][] = [];
  for (const scenario of scenarios) {
    const found = await probed(scenario);
    if (found === 'explained') continue;
    if (found === undefined) {
      out.push([link(scenario.id), 'where the call stands in its context', 'a call by itself is not marked']);
      continue;
    }
    const { site, text, file } = found;
    const offered: string[] = [];
    for (const { fix } of site.offers ?? [])
      offered.push(`\`${fix}\` (${await standing(scenario, fix, { file, text, at: found.at }, proven)})`);
    const refused = (site.refused ?? []).map(({ fix, why }) => `\`${fix}\`: ${REFUSALS[why].replace(/\.$/, '')}`);
    out.push([link(scenario.id), offered.join(', '), refused.join('; ')]);
  }
  return out;
}

interface Probed {
  site: Site;
  file: string;
  text: string;
  at: number;
}

async function probed(scenario: Scenario): Promise<Probed | 'explained' | undefined> {
  const texts = probesOf(scenario);
  if (texts.length === 0) return 'explained';
  const file = 'src/probe.ts';
  for (const text of texts) {
    const sites = await openSites(file, text);
    const at = sites.findIndex((site) => site.rule === scenario.id);
    const site = sites[at];
    if (site) return { site, file, text, at };
  }
  return undefined;
}

async function standing(
  scenario: Scenario,
  fix: FixId,
  { file, text, at }: { file: string; text: string; at: number },
  proven: ReadonlySet<string>,
): Promise<string> {
  const run = programs.some(
    ({ rule, fixes, broken }) => rule === scenario.id && !broken && (fixes.includes(fix) || fix === 'instrument'),
  );
  if (run) return 'run';
  const names = insertedNames((await apply(file, text, fix, at)).edits);
  return fix === 'instrument' || names.some((name) => proven.has(`${fix} ${name}`)) ? 'same helper' : 'compiled';
}

const link = (id: string): string => `[${id}](scenarios.md#${id.replace(/\//g, '')})`;

function distinct<T>(all: readonly T[], of: (one: T) => string): string[] {
  return [...new Set(all.map(of))];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
