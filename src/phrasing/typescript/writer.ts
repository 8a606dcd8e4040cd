/** Writes the parts of TypeScript and JavaScript helpers that depend on the call: types, and the test for the conflict. */
import type { ErrorShape } from '../../analysis/operations/sdk.js';
import type { Subject } from '../../remedies/subject.js';

/** A text as a literal. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\r?\n/g, '\\n')}'`;
}

export class Writer {
  /** Types are written in TypeScript only. */
  readonly typed: boolean;

  constructor(readonly subject: Subject) {
    this.typed = subject.language.id !== 'javascript';
  }

  /** A piece that stands in TypeScript only. */
  ts(piece: string): string {
    return this.typed ? piece : '';
  }

  /** A cast of a name to `any`-like members: the error of a catch clause may be anything. */
  loose(name: string): string {
    return this.typed ? `(${name} as any)` : name;
  }

  /** The test that a caught error is the conflict. */
  isConflict(name: string): string {
    return this.test(name, this.subject.candidate.error);
  }

  /** The test that an answer is the conflict. */
  isConflictAnswer(name: string): string {
    return this.test(name, this.subject.candidate.response);
  }

  private test(name: string, shape: ErrorShape | undefined): string {
    const status = shape?.status[0];
    const { tells } = this.subject;
    if (status === undefined) return '';
    const parts = tells.map((tell) => {
      const same = `${this.member(name, status)} === ${tell.status}`;
      const words = [
        ...tell.codes.map((word) => [shape?.code[0], word]),
        ...tell.texts.map((word) => [shape?.text[0], word]),
      ];
      const said = words.flatMap(([path, word]) =>
        path === undefined || word === undefined ? [] : [`${this.text(name, path)}.includes(${literal(word)})`],
      );
      return said.length > 0 ? `(${same} && (${said.join(' || ')}))` : same;
    });
    return parts.join(' || ');
  }

  private text(name: string, path: string): string {
    return `String(${this.member(name, path)})`;
  }

  private member(name: string, path: string): string {
    return [this.loose(name), ...path.split('.')].join('?.');
  }
}
