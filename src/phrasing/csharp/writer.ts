/** Writes the parts of C# helpers that depend on the call: names of types, and the test for the conflict. */
import type { Subject } from '../../remedies/subject.js';
import { type ErrorRow, errorRows } from './errors.js';

/** A text as a literal. */
export function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;
}

export class Writer {
  readonly error: ErrorRow | undefined;

  constructor(readonly subject: Subject) {
    this.error = errorRows[subject.candidate.sdk?.id ?? ''];
  }

  /** A type by its full name, short where its namespace is imported. */
  type(full: string): string {
    const dot = full.lastIndexOf('.');
    const { imports } = this.subject.candidate.cell.file.model;
    return imports.some((row) => row.module === full.slice(0, dot)) ? full.slice(dot + 1) : full;
  }

  /** The filter that a caught error is the conflict. */
  isConflict(name: string): string {
    const { error } = this;
    if (!error) return '';
    const parts = this.subject.tells.map((tell) => {
      const same = `(int?)${name}.${error.status} == ${tell.status}`;
      const words = [...tell.codes, ...tell.texts];
      const said = words.map((word) => `${name}.${error.text}.Contains(${literal(word)})`);
      return said.length > 0 ? `(${same} && (${said.join(' || ')}))` : same;
    });
    return parts.join(' || ');
  }
}
