/** One file under inspection: what the normal analysis found in it, and the means to ask more. */
import type { Translate } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Range } from '../code-model.js';
import type { Candidate } from '../operations/operation.js';
import type { Recognition } from '../operations/recognition.js';
import { Lines } from '../position.js';
import type { Judgement } from '../verdict/judge.js';
import type { Place } from './answer.js';

/** A recognised call; without a judgement it is no site. */
export interface Found {
  candidate: Candidate;
  judgement: Judgement | undefined;
}

export class Inspection {
  private readonly lines = new Map<string, Lines>();

  constructor(
    readonly file: BoundFile,
    readonly rx: Recognition,
    /** Every recognised call in source order. */
    readonly found: Found[],
    readonly t: Translate,
  ) {}

  /** Offsets of a file as lines and columns. */
  place({ file, range }: { file: BoundFile; range: Range }): Place {
    let lines = this.lines.get(file.path);
    if (!lines) {
      lines = new Lines(file.text);
      this.lines.set(file.path, lines);
    }
    const start = lines.at(range.start);
    const end = lines.at(range.end);
    return { file: file.path, ...start, endLine: end.line, endColumn: end.column };
  }

  /** A piece of the file's text in one short line. */
  written(range: Range, file: BoundFile = this.file): string {
    const text = file.text.slice(range.start, range.end).replace(/\s+/g, ' ');
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  }
}
