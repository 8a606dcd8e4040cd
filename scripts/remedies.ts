/**
 * Measures what the fixes do on labelled call sites that are not handled: how many are offered a cure, and whether each
 * offered edit keeps the file readable and is judged handled.
 *
 * Usage: npm run remedies -- --labels FILE --sources DIR [--lang a,b] [--show FIX] [--brief]
 */
import { join } from 'node:path';
import type { FixId, Refusal, Site } from '../src/analysis/findings.js';
import { computeFix, type Fixed } from '../src/phrasing/fixer.js';
import { byFile, folderOf, readRows } from './accuracy/labels.js';
import { familyOf } from './accuracy/rates.js';
import { parseArguments, required } from './lib/arguments.js';
import { fixingEngine, readBelow } from './lib/engine.js';

const args = parseArguments(process.argv.slice(2), ['labels', 'sources', 'lang', 'show'], ['brief']);
const languages = new Set((args.values.get('lang') ?? 'typescript,javascript,csharp').split(',').map(familyOf));
const open = new Set(['unhandled', 'mismatched']);
const rows = (await readRows(required(args, 'labels'))).filter(
  (row) => languages.has(familyOf(row.lang)) && open.has(row.label),
);
const show = args.values.get('show');
const brief = args.flags.has('brief');

const engine = fixingEngine();
let marked = 0;
let cured = 0;
const offered = new Map<FixId, { good: number; bad: number }>();
const reasons = new Map<Refusal | 'not marked', number>();
const count = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);

for (const [key, own] of byFile(rows)) {
  const [first] = own;
  if (!first) continue;
  const root = join(required(args, 'sources'), folderOf(first.repo));
  const text = await readBelow(root, first.path);
  if (text === undefined) continue;
  const read = (path: string): Promise<string | undefined> => readBelow(root, path);
  const result = await engine.analyse(first.path, text, read);
  for (const row of own) {
    const site = result.sites.find((s) => s.line === row.line && s.severity !== 'none');
    if (!site) {
      count(reasons, 'not marked');
      continue;
    }
    marked++;
    const cures = (site.offers ?? []).filter((offer) => offer.cures);
    if (cures.length > 0) cured++;
    else for (const why of new Set((site.refused ?? []).map((r) => r.why))) count(reasons, why);
    if (cures.length === 0 && !brief) console.log(`no cure: ${key}:${row.line} ${site.rule} ${words(site)}`);
    for (const offer of site.offers ?? []) {
      const fixed = await computeFix(engine, first.path, text, read, site, offer.fix);
      const good = fixed?.cured === true;
      const tally = offered.get(offer.fix) ?? { good: 0, bad: 0 };
      offered.set(offer.fix, { ...tally, [good ? 'good' : 'bad']: tally[good ? 'good' : 'bad'] + 1 });
      if (!good) console.log(`NOT CURED: ${offer.fix} ${key}:${row.line} ${site.rule}`);
      if (show === offer.fix || !good) print(text, fixed);
    }
  }
}

console.log(
  `\n${rows.length} rows, ${marked} marked, ${cured} offered a cure (${Math.round((100 * cured) / Math.max(1, marked))} % of the marked, ${Math.round((100 * cured) / Math.max(1, rows.length))} % of all)`,
);
for (const [fix, { good, bad }] of offered) console.log(`  ${fix}: ${good} judged handled, ${bad} not`);
for (const [why, n] of reasons) console.log(`  refused or missing: ${why} ${n}`);

function words(site: Site): string {
  return (site.refused ?? []).map((r) => `${r.fix}:${r.why}`).join(' ');
}

function print(text: string, fixed: Fixed | undefined): void {
  if (!fixed || brief) return;
  for (const edit of fixed.edits) console.log(`--- ${text.slice(edit.start, edit.end)}\n+++ ${edit.text}`);
}
