/** Over all fixtures: whatever is offered there proves, keeps every other byte, and never throws. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { fixingEngine, readBelow } from '../../scripts/lib/engine.js';
import { isOpen } from '../../src/analysis/engine.js';
import { computeFix } from '../../src/phrasing/fixer.js';
import { filesUnder, root, textOf } from '../helpers/repository.js';
import { syntaxFaults } from '../proof/lib/fixing.js';

const fixtures = ['typescript', 'javascript'].flatMap((language) =>
  filesUnder(`test/fixtures/${language}`, (path) => /\.[jt]sx?$/.test(path)),
);

/** The same file as somebody else would have kept it. */
const kept: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with carriage returns': (text) => text.replace(/\r?\n/g, '\r\n'),
  'with tabs': (text) => text.replace(/^( {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  'without an end': (text) => text.trimEnd(),
  'with lines before it': (text) => `// first\n\n${text}`,
};

describe('the fixes over the fixtures', () => {
  it('prove wherever they are offered, and keep every other byte', async function () {
    this.timeout(120_000);
    const engine = fixingEngine();
    const read = (path: string): Promise<string | undefined> => readBelow(join(root, 'test/fixtures'), path);
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.constantFrom(...Object.keys(kept)),
        fc.nat(),
        async (path, form, pick) => {
          const text = kept[form]?.(textOf(path)) ?? '';
          const file = path.replace('test/fixtures/', '');
          const { sites } = await engine.analyse(file, text, read);
          const all = sites.filter(isOpen).flatMap((site) => (site.offers ?? []).map(({ fix }) => ({ site, fix })));
          const one = all[pick % Math.max(1, all.length)];
          if (!one) return;
          const fixed = await computeFix(engine, file, text, read, one.site, one.fix);
          assert.ok(fixed?.cured, `${path}:${one.site.line} ${form}: ${one.fix} is offered and does not prove`);
          let rebuilt = '';
          let at = 0;
          for (const edit of fixed.edits) {
            assert.ok(edit.start >= at && edit.end >= edit.start);
            rebuilt += text.slice(at, edit.start) + edit.text;
            at = edit.end;
          }
          assert.equal(fixed.text, rebuilt + text.slice(at));
          if ((await syntaxFaults(path, text)).length === 0)
            assert.deepEqual(await syntaxFaults(path, fixed.text), [], `${path}:${one.site.line} ${one.fix}`);
          applied++;
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(applied > 60, `${applied} fixes were tried`);
  });
});
