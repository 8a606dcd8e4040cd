/** Every row of every library is reached by some fixture: a row that nothing reaches is not known to work. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BoundFile } from '../../src/analysis/bind/file.js';
import { Evaluator } from '../../src/analysis/evaluate/evaluate.js';
import type { Grammars } from '../../src/analysis/languages/grammars.js';
import { languageOf, languages } from '../../src/analysis/languages/index.js';
import { recognise } from '../../src/analysis/operations/recognise.js';
import { Roles } from '../../src/analysis/operations/roles.js';
import type { CallRow, Sdk } from '../../src/analysis/operations/sdk.js';
import { sdks } from '../../src/analysis/operations/sdks/index.js';
import { NeighbourCache, NeighbourFiles } from '../../src/analysis/project/neighbour-files.js';
import { Project } from '../../src/analysis/project/project.js';
import { loadGrammars } from '../helpers/grammars.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../fixtures');
/** Models written by hand have no text to read. */
const folders = readdirSync(root).filter((folder) => folder !== 'hand-lowered');

/** Rows and verbs that recognised the calls of a file. */
function reached(grammars: Grammars, file: string, into: { rows: Set<CallRow>; verbs: Set<string> }): void {
  const language = languageOf(file);
  if (!language) return;
  const read = (path: string): string | undefined => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const text = read(file) ?? '';
  const { model } = language.read(text, { grammars, limitMs: 5_000 });
  const neighbours = new NeighbourFiles(read, new NeighbourCache(100, grammars), new Map());
  const ev = new Evaluator(new Project(neighbours));
  for (const c of recognise({ ev, roles: new Roles(ev, sdks) }, new BoundFile(file, text, model, language.traits))) {
    if (c.row) into.rows.add(c.row);
    const val = c.cell.val;
    // Calls of an older version stand under that one, which is read by the builder of the newer.
    const sdk = sdks.find(({ builder }) => builder && builder.older?.sdk === c.sdk) ?? c.sdk;
    if (sdk?.builder && val.v === 'call' && val.callee.v === 'member') into.verbs.add(`${sdk.id}.${val.callee.name}`);
  }
}

/** The rows of a library that stand for operations, by the name they are called by. */
function operations(sdk: Sdk): [string, CallRow][] {
  return Object.entries(sdk.roles)
    .flatMap(([role, r]) => [
      ...Object.entries(r.calls ?? {}).map(([name, row]): [string, CallRow] => [`${role}.${name}`, row]),
      ...(r.self ? [[role, r.self] as [string, CallRow]] : []),
    ])
    .filter(([, row]) => row.op !== undefined || row.http !== undefined);
}

describe('rows of the libraries', () => {
  const seen = { rows: new Set<CallRow>(), verbs: new Set<string>() };

  before(async function () {
    this.timeout(60_000);
    const grammars = await loadGrammars(...new Set(languages.flatMap((language) => language.grammars)));
    for (const folder of folders)
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
        if (languageOf(name)) reached(grammars, `${folder}/${name.replaceAll('\\', '/')}`, seen);
  });

  for (const sdk of sdks)
    it(`of ${sdk.title} (${sdk.id}) are reached`, () => {
      const missed = operations(sdk)
        .filter(([, row]) => !seen.rows.has(row))
        .map(([name]) => name);
      const verbs = Object.entries(sdk.builder?.verbs ?? {})
        .filter(([, op]) => op !== '')
        .map(([verb]) => verb);
      missed.push(...verbs.filter((verb) => !seen.verbs.has(`${sdk.id}.${verb}`)));
      assert.deepEqual(missed, []);
    });
});
