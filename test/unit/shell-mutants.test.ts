/**
 * Handled calls of the shell fixtures, changed in the way in which such code goes wrong: what was handled must not be any
 * more. The share that is noticed is printed.
 */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { filesUnder, textOf } from '../helpers/repository.js';

const engine = fixingEngine();

/** Words by which a conflict is told, each with one that tells of something else. */
const OTHERWISE: [RegExp, string][] = [
  [/\b409\b/g, '404'],
  [/\bConflict\b/g, 'NotFound'],
  [/already exists?|already in use/gi, 'was not found'],
  [/Request_MultipleObjectsWithSameKeyValue/g, 'Request_ResourceNotFound'],
];

/** Ways to break a call and what stands behind it; the same text where a way does not apply. */
const MUTATORS: Record<string, (segment: string) => string> = {
  'another failure is told apart': (s) => OTHERWISE.reduce((text, [from, to]) => text.replace(from, to), s),
  'messages are not merged into the output': (s) => s.replace(/^(.*\b(?:az|wget) .*) 2>&1/, '$1'),
  'there is no body with --fail': (s) =>
    /^.*(?: -o | -w | -fsS | -so |--fail|--output|-si)/.test(s) ? s : s.replace(/^(.*)\bcurl -s /, '$1curl -sf '),
  'the status is not written': (s) => s.replace(/^(.*?) (?:-w|--write-out) ["'][^"']*["']/, '$1'),
};

describe('broken handlers in shell scripts', () => {
  let noticed = 0;
  let all = 0;
  const missed: string[] = [];

  for (const [what, mutate] of Object.entries(MUTATORS))
    it(`are noticed: ${what}`, async function () {
      this.timeout(120_000);
      for (const file of filesUnder('test/fixtures/shellscript', () => true)) {
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
    assert.ok(all > 30, `${all} cases`);
    assert.ok(noticed >= 0.95 * all, `${noticed} of ${all}\n${missed.join('\n')}`);
  });
});
