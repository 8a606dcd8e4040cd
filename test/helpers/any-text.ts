/** The promise every language makes: any text is read without an error, and read again as it was edited. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Grammars, TextEdit } from '../../src/analysis/languages/grammars.js';
import type { Language } from '../../src/analysis/languages/index.js';
import { loadGrammars } from './grammars.js';

/** Checks that every range lies in the text and inside the range of what holds it. */
export function checkRanges(value: unknown, low: number, high: number): void {
  if (Array.isArray(value)) {
    for (const item of value) checkRanges(item, low, high);
  } else if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    let [from, to] = [low, high];
    for (const key of ['range', 'nameRange', 'typeRange']) {
      const found = record[key] as { start: number; end: number } | undefined;
      if (!found) continue;
      // The text of a failure is made only where there is one: it costs as much as the whole node.
      if (found.start > found.end || found.start < low || found.end > high)
        fail(`${key} ${found.start}-${found.end} outside ${low}-${high}: ${JSON.stringify(value).slice(0, 300)}`);
      if (key === 'range') [from, to] = [found.start, found.end];
    }
    for (const key in record) if (!key.endsWith('ange')) checkRanges(record[key], from, to);
  }
}

/** Checks that nothing in the model stands in two places: offsets are moved in place. */
export function checkTree(value: unknown, seen = new Set<object>()): void {
  if (value === null || typeof value !== 'object') return;
  if (seen.has(value)) fail(`shared: ${JSON.stringify(value).slice(0, 200)}`);
  seen.add(value);
  for (const child of Object.values(value)) checkTree(child, seen);
}

function position(text: string, offset: number): { row: number; column: number } {
  const before = text.slice(0, offset);
  return { row: before.split('\n').length - 1, column: offset - before.lastIndexOf('\n') - 1 };
}

/** A change of a text from one offset to another, and what the parser is told of it. */
export function editOf(before: string, from: number, to: number, inserted: string): { after: string; edit: TextEdit } {
  const [start, oldEnd] = [Math.min(from, before.length), Math.min(to, before.length)];
  const after = before.slice(0, start) + inserted + before.slice(oldEnd);
  const newEnd = start + inserted.length;
  return {
    after,
    edit: {
      start,
      oldEnd,
      newEnd,
      startPosition: position(before, start),
      oldEndPosition: position(before, oldEnd),
      newEndPosition: position(after, newEnd),
    },
  };
}

/**
 * Tests of a language on texts nobody would write.
 *
 * @param seed a sound text with many constructs
 * @param pieces what is put into it at random places
 */
export function describeAnyText(language: Language, seed: string, pieces: readonly string[]): void {
  const splice = fc.record({ at: fc.nat(seed.length), remove: fc.nat(40), insert: fc.constantFrom(...pieces) });
  let grammars: Grammars;
  const options = () => ({ grammars, limitMs: 20_000 });
  const read = (text: string) => language.read(text, options()).model;

  describe(`${language.title} on any text`, () => {
    before(async () => {
      grammars = await loadGrammars(...language.grammars);
      deepEqual(read(seed).damaged, []);
    });

    it('never throws, and ranges nest, after random splices', () => {
      fc.assert(
        fc.property(fc.array(splice, { maxLength: 4 }), (splices) => {
          let text = seed;
          for (const s of splices) text = editOf(text, s.at, s.at + s.remove, s.insert).after;
          const model = read(text);
          checkRanges({ top: model.top, imports: model.imports }, 0, text.length);
          checkTree(model);
        }),
        { numRuns: 250 },
      );
    });

    it('never throws on a text cut short', () => {
      for (let end = 0; end < seed.length; end += 7) {
        const model = read(seed.slice(0, end));
        checkRanges({ top: model.top, imports: model.imports }, 0, end);
      }
    });

    // What is read without a tree is read anew each time.
    if (language.grammars.length === 0) return;

    it('reads edits as it reads the whole text, wherever that is sound', () => {
      let compared = 0;
      fc.assert(
        fc.property(fc.array(splice, { minLength: 1, maxLength: 3 }), (splices) => {
          let text = seed;
          let state = language.read(text, { ...options(), keep: true }).state;
          const apply = (edited: { after: string; edit: TextEdit }) => {
            if (!state) throw new Error('no state kept');
            const result = language.read(edited.after, {
              ...options(),
              keep: true,
              previous: { state, edits: [edited.edit] },
            });
            text = edited.after;
            state = result.state;
            return result.model;
          };
          for (const s of splices) {
            const model = apply(editOf(text, s.at, s.at + s.remove, s.insert));
            const fresh = read(text);
            // In broken code the parser's repairs may depend on what it saw before.
            if (fresh.damaged.length > 0 || model.damaged.length > 0) continue;
            compared++;
            deepEqual(model, fresh);
          }
          // Undone, the text is sound again and must read as at first.
          deepEqual(apply(editOf(text, 0, text.length, seed)), read(seed));
          state?.tree.delete();
        }),
        { numRuns: 60 },
      );
      ok(compared > 0);
    });
  });
}
