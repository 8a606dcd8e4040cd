/** Reading sources in tests: once, or version after version as an editor does. */
import type { FileModel, Range } from '../../src/analysis/code-model.js';
import type { Grammars, TextEdit } from '../../src/analysis/languages/grammars.js';
import type { Language, ReadState } from '../../src/analysis/languages/language.js';

const LIMIT_MS = 10_000;

/** The model of a text. */
export function readOnce(language: Language, grammars: Grammars, text: string): FileModel {
  return language.read(text, { grammars, limitMs: LIMIT_MS }).model;
}

/** Replaces `[start, oldEnd)` of a text, with the description of that change the parser wants. */
export function splice(
  text: string,
  start: number,
  oldEnd: number,
  inserted: string,
): { text: string; edit: TextEdit } {
  const after = text.slice(0, start) + inserted + text.slice(oldEnd);
  const newEnd = start + inserted.length;
  return {
    text: after,
    edit: {
      start,
      oldEnd,
      newEnd,
      startPosition: positionAt(text, start),
      oldEndPosition: positionAt(text, oldEnd),
      newEndPosition: positionAt(after, newEnd),
    },
  };
}

function positionAt(text: string, offset: number): { row: number; column: number } {
  const before = text.slice(0, offset);
  return { row: before.split('\n').length - 1, column: offset - (before.lastIndexOf('\n') + 1) };
}

/** A document that is read again after each change, keeping what it can. */
export class LiveDocument {
  private state: ReadState | undefined;
  model: FileModel;

  constructor(
    private readonly language: Language,
    private readonly grammars: Grammars,
    public text: string,
  ) {
    this.model = this.read([]);
  }

  private read(edits: TextEdit[]): FileModel {
    const previous = this.state ? { previous: { state: this.state, edits } } : {};
    const { model, state } = this.language.read(this.text, {
      grammars: this.grammars,
      limitMs: LIMIT_MS,
      keep: true,
      ...previous,
    });
    this.state = state;
    return model;
  }

  /** Replaces a part of the text and reads it again. */
  change(start: number, oldEnd: number, inserted: string): void {
    const { text, edit } = splice(this.text, start, oldEnd, inserted);
    this.text = text;
    this.model = this.read([edit]);
  }

  /** Units lowered afresh and taken over in the last reading. */
  get counts(): { lowered: number; reused: number } {
    return { lowered: this.state?.units.lowered ?? 0, reused: this.state?.units.reused ?? 0 };
  }

  close(): void {
    this.state?.tree.delete();
    this.state = undefined;
  }
}

/**
 * What is wrong with the ranges of a model: outside the text or the parent, reversed, or one object used twice
 * (reuse moves each range once, so a shared one would move twice).
 */
export function rangeFaults(model: FileModel, textLength: number): string[] {
  const faults: string[] = [];
  const seen = new Set<Range>();
  const visit = (value: unknown, outer: Range, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        visit(item, outer, `${path}[${i}]`);
      });
      return;
    }
    const record = value as Record<string, unknown>;
    const own = record['range'] as Range | undefined;
    for (const key of ['range', 'nameRange', 'typeRange']) {
      const range = record[key] as Range | undefined;
      if (!range) continue;
      const within = key === 'range' || !own ? outer : own;
      if (seen.has(range)) faults.push(`${path}.${key} is shared`);
      seen.add(range);
      if (range.start > range.end || range.start < within.start || range.end > within.end)
        faults.push(`${path}.${key} ${range.start}-${range.end} is not within ${within.start}-${within.end}`);
    }
    for (const [key, child] of Object.entries(record))
      if (!key.endsWith('ange')) visit(child, own ?? outer, `${path}.${key}`);
  };
  visit({ imports: model.imports, top: model.top }, { start: 0, end: textLength }, '');
  return faults;
}
