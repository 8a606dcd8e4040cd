/** Applies fixes to small sources on the way the editor and the command line go, and the doubts every fix has to stand. */
import assert from 'node:assert/strict';
import { transform } from 'esbuild';
import { fixingEngine } from '../../../scripts/lib/engine.js';
import { isOpen } from '../../../src/analysis/engine.js';
import type { FileResult, FixId, Offer, Site } from '../../../src/analysis/findings.js';
import { computeFix, type Fixed } from '../../../src/phrasing/fixer.js';

const engine = fixingEngine();
const alone = async (): Promise<undefined> => undefined;

/** Analyses a text by itself, with the fixes that can be written in it. */
export function analyse(file: string, text: string): Promise<FileResult> {
  return engine.analyse(file, text, alone);
}

/** The findings of a text that something should be done about. */
export async function openSites(file: string, text: string): Promise<Site[]> {
  return (await analyse(file, text)).sites.filter(isOpen);
}

/** A fix that was applied to the one finding it is for. */
export interface Applied extends Fixed {
  site: Site;
  offer: Offer;
}

/**
 * Applies a fix to a finding.
 *
 * @param at which of the open findings (default the first)
 * @throws AssertionError where there is no such finding or the fix is not offered
 */
export async function apply(file: string, text: string, fix: FixId, at = 0): Promise<Applied> {
  const site = (await openSites(file, text))[at];
  assert.ok(site, `${file}: no finding ${at}`);
  const offer = site.offers?.find((one) => one.fix === fix);
  assert.ok(offer, `${file}: ${fix} is not offered: ${JSON.stringify(site.offers)} ${JSON.stringify(site.refused)}`);
  const fixed = await computeFix(engine, file, text, alone, site, fix);
  assert.ok(fixed, `${file}: ${fix} is offered and cannot be computed`);
  return { ...fixed, site, offer };
}

/** Applies a fix to every finding, one after another. @returns the text after all */
export async function applyAll(file: string, text: string, fix: FixId): Promise<string> {
  let out = text;
  for (let left = (await openSites(file, out)).length; left > 0; left--) out = (await apply(file, out, fix)).text;
  return out;
}

/** What has to be true of every fix, whatever it is. @throws AssertionError for the first thing that is not */
export async function stands(file: string, text: string, applied: Applied): Promise<void> {
  const { site, edits, text: fixed, after } = applied;
  assert.ok(applied.cured, `not cured:\n${fixed}`);
  onlyThere(text, applied);
  assert.deepEqual(await syntaxFaults(file, fixed), [], fixed);
  const there = after.sites.find((one) => one.line === site.line && one.rule === site.rule);
  if (!applied.offer.cures) assert.ok(there && isOpen(there), 'an add-on that counts as handled');
  else if (there) assert.ok(!isOpen(there), `still ${there.verdict} ${there.reason}:\n${fixed}`);
  if (!applied.offer.cures) return;
  // The same fix again at the same place: nothing is left to do there.
  const again = await computeFix(engine, file, fixed, alone, site, applied.offer.fix);
  assert.equal(again, undefined, `offered again:\n${fixed}`);
  for (const name of insertedNames(edits)) {
    const renamed = fixed.replace(new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g'), 'zebraCrossing');
    assert.equal(await openCount(file, renamed), openIn(after), `handled only by the name ${name}:\n${renamed}`);
  }
  const helper = edits.find((edit) => edit.start === edit.end && edit.text.includes('catch'));
  if (helper) {
    const gutted = gut(helper.text);
    assert.notEqual(gutted, helper.text, `no test of the conflict to take out:\n${helper.text}`);
    const open = await openCount(
      file,
      fixed.replace(helper.text, () => gutted),
    );
    assert.ok(open > openIn(after), `handled without its test:\n${gutted}`);
  }
}

/** Each byte that no edit covers is there still, in its order; an edit replaces the call or a part of it, or inserts. */
function onlyThere(text: string, { edits, text: fixed, site }: Applied): void {
  let from = 0;
  let to = 0;
  const lines = text.split('\n');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  assert.ok(edits.length > 0, 'no edit');
  for (const edit of edits) {
    assert.ok(edit.start >= from, 'edits overlap or are out of order');
    assert.equal(fixed.slice(to, to + edit.start - from), text.slice(from, edit.start));
    to += edit.start - from;
    assert.equal(fixed.slice(to, to + edit.text.length), edit.text);
    to += edit.text.length;
    from = edit.end;
    const inserted = edit.start === edit.end;
    assert.ok(
      inserted || lineOf(edit.end) >= site.line || site.verdict !== 'unhandled',
      'replaces code above the call',
    );
    assert.ok(edit.end <= text.length && lines.length > 0);
  }
  assert.equal(fixed.slice(to), text.slice(from));
}

/** Syntax errors by a parser that is not ours. */
export async function syntaxFaults(file: string, text: string): Promise<string[]> {
  const loader = /\.tsx$/.test(file) ? 'tsx' : /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx';
  try {
    await transform(text, { loader, logLevel: 'silent' });
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Names of functions that the edits bring with them. */
export function insertedNames(edits: Applied['edits']): string[] {
  return edits.flatMap(({ text }) => [...text.matchAll(/^(?:async )?function (\w+)/gm)].map(([, name = '']) => name));
}

/** Takes the test of the conflict out of a helper: what it did for conflicts, it does for everything. */
export function gut(helper: string): string {
  const test = /if \((?:[^)]*[!=]== 4\d\d.*|!?isConflict(?:\(.*\))?)\)/;
  return helper
    .replace(/^ *\t*const isConflict =[\s\S]*?\n(?=\s*if)/gm, '')
    .split('\n')
    .map((line) => {
      if (!test.test(line)) return line;
      return /\) throw (?:\w+|new \w+\(\w+\));?\r?$/.test(line) ? '' : line.replace(/if \(.*\) (\{\r?)$/, '$1');
    })
    .join('\n');
}

const openIn = (result: FileResult): number => result.sites.filter(isOpen).length;
const openCount = async (file: string, text: string): Promise<number> => (await openSites(file, text)).length;
