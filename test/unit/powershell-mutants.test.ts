/**
 * Handled calls of the PowerShell fixtures, changed in the way in which such code goes wrong: what was handled must not be any
 * more. The share that is noticed is printed.
 */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { filesUnder, textOf } from '../helpers/repository.js';

const engine = fixingEngine();

/** Words by which a conflict is told, each with one that tells of something else. */
const OTHERWISE: [RegExp, string][] = [
  [/\b4(?:09|12)\b/g, '404'],
  [/\b(?:Object)?Conflict\b/g, 'NotFound'],
  [/(?:name )?already exist\w*(?: for)?/gi, 'was not found'],
  [/references already\w*/gi, 'was not found'],
  [/Request_MultipleObjectsWithSameKeyValue/g, 'Request_ResourceNotFound'],
  [/NameAlreadyExists|already existed|duplicate|already in use/gi, 'NotFound'],
];

/** Ways to break what stands between a call and the next one; the same text where a way does not apply. */
const MUTATORS: Record<string, (segment: string) => string> = {
  'another failure is told apart': (s) => OTHERWISE.reduce((text, [from, to]) => text.replace(from, to), s),
  'the handler does the same for every error': (s) => {
    const at = /\bcatch\b[^{\n]*\{/.exec(s);
    if (!at) return s;
    const end = closing(s, at.index + at[0].length - 1);
    return end < 0 ? s : `${s.slice(0, at.index + at[0].length)} Write-Host $_ ${s.slice(end)}`;
  },
  'the handler raises every error again': (s) => {
    const at = /\bcatch\b[^{\n]*\{/.exec(s);
    if (!at) return s;
    const end = closing(s, at.index + at[0].length - 1);
    return end < 0 ? s : `${s.slice(0, at.index + at[0].length)} throw ${s.slice(end)}`;
  },
  'the error does not end the statement': (s) =>
    /-ErrorAction:? ?Stop/.test(s.split('\n')[0] ?? '') ? s.replace(/ ?-ErrorAction:? ?Stop/, '') : s,
  'the handler takes another type': (s) => s.replace(/\bcatch(?: \[[\w.]+\])? \{/, 'catch [System.IO.IOException] {'),
};

/** The bracket that closes the one at an offset; -1 where none does. */
function closing(text: string, from: number): number {
  let open = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') open++;
    else if (text[i] === '}' && --open === 0) return i;
  }
  return -1;
}

describe('broken handlers in PowerShell', () => {
  let noticed = 0;
  let all = 0;
  const missed: string[] = [];

  for (const [what, mutate] of Object.entries(MUTATORS))
    it(`are noticed: ${what}`, async function () {
      this.timeout(120_000);
      for (const file of filesUnder('test/fixtures/powershell', () => true)) {
        // What is said in comments must not be changed with the code.
        const lines = textOf(file)
          .split('\n')
          .map((l) => l.replace(/# expect: handled.*$/, '#!').replace(/# expect:.*$/, '#-'));
        const marks = lines.flatMap((l, i) => (/#[!-]\s*$/.test(l) ? [i] : []));
        for (const [n, at] of marks.entries()) {
          if (!lines[at]?.endsWith('#!') || lines[at]?.trim() === '#!') continue;
          const until = marks[n + 1] ?? lines.length;
          const segment = lines.slice(at, until).join('\n');
          const changed = mutate(segment);
          if (changed === segment) continue;
          const text = [...lines.slice(0, at), changed, ...lines.slice(until)].join('\n');
          const { sites } = await engine.analyse(file, text, () => undefined);
          all++;
          if (sites.some((s) => s.line === at + 1 && s.verdict !== 'handled')) noticed++;
          else missed.push(`${file}:${at + 1} ${what}`);
        }
      }
    });

  after(() => {
    console.log(`  ${noticed} of ${all} noticed (${((100 * noticed) / all).toFixed(1)} %)`);
  });

  it('are noticed in 95 of 100 cases or more', () => {
    assert.ok(all > 60, `${all} cases`);
    assert.ok(noticed >= 0.95 * all, `${noticed} of ${all}\n${missed.join('\n')}`);
  });
});
