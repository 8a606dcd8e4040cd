/** Writes the parts of C# helpers that depend on the call: names of types, the head of the helper, the test for the conflict. */

import type { Subject } from '../../remedies/subject.js';
import type { Tell } from '../../remedies/tell.js';
import { handOver } from '../../remedies/wrappable.js';
import { type ErrorRow, errorRows } from './errors.js';
import { givesNothing, type House, houseOf } from './house.js';
import { literal } from './literal.js';

/** The parts of a helper that depend on how the call is handed over and what it gives. */
export interface Form {
  /** Its name: a helper that waits is named so. */
  name(stem: string): string;
  /** Its head, up to the parameters that follow the call. */
  head(name: string, parameter: string): string;
  /** Makes or awaits the call and hands out what it gives. */
  run(parameter: string): string;
  /** The same without handing out anything. */
  only(parameter: string): string;
}

export class Writer {
  readonly error: ErrorRow | undefined;
  readonly house: House | undefined;

  constructor(readonly subject: Subject) {
    const known = errorRows[subject.candidate.sdk?.id ?? ''];
    this.house = known ? undefined : houseOf(subject);
    this.error = known ?? this.house?.error;
  }

  /** A type by its full name, short where its namespace is imported and nothing in the file has the same name. */
  type(full: string): string {
    const dot = full.lastIndexOf('.');
    const [space, name] = [full.slice(0, dot), full.slice(dot + 1)];
    const { file } = this.subject.candidate.cell;
    if (dot < 0 || file.typeNamed(name) || new RegExp(`\\busing\\s+${name}\\s*=`).test(this.subject.text)) return full;
    const here = file.enclosingType(this.subject.candidate.cell.val)?.namespace;
    const near = here === space || here?.startsWith(`${space}.`);
    return near || file.model.imports.some((row) => row.module === space && row.names.length === 0) ? name : full;
  }

  /** The form of a helper that is given the call as the plan says. */
  form(how: 'started' | 'function' = handOver(this.subject)): Form {
    const waits = this.subject.deferred;
    const nothing = givesNothing(this.subject, this.house);
    const task = waits ? this.type('System.Threading.Tasks.Task') : '';
    const gives = waits ? (nothing ? task : `${task}<TAnswer>`) : nothing ? 'void' : 'TAnswer';
    const func = nothing && !waits ? this.type('System.Action') : `${this.type('System.Func')}<${gives}>`;
    const made = how === 'function' ? (parameter: string) => `${parameter}()` : (parameter: string) => parameter;
    const value = (parameter: string): string =>
      waits ? `await ${made(parameter)}.ConfigureAwait(false)` : made(parameter);
    return {
      name: (stem) => (waits ? `${stem}Async` : stem),
      head: (name, parameter) =>
        `private static ${waits ? 'async ' : ''}${gives} ${name}${nothing ? '' : '<TAnswer>'}(${how === 'function' ? func : gives} ${parameter}`,
      run: (parameter) => `${nothing ? '' : 'return '}${value(parameter)};`,
      only: (parameter) => `${value(parameter)};`,
    };
  }

  /** The filter that a caught error is the conflict. */
  isConflict(name: string): string {
    return this.error ? this.test(name, this.error, this.subject.tells) : '';
  }

  /** The test that a caught error has a status. */
  hasStatus(name: string, status: number): string {
    return this.error ? `${this.filled(this.error.status, name)} == ${status}` : 'false';
  }

  /** A test of statuses, with the words where a status is shared; a long one over several lines. */
  test(name: string, row: ErrorRow, tells: readonly Tell[]): string {
    const parts = tells.map(({ status, codes, texts }) => {
      const same = `${this.filled(row.status, name)} == ${status}`;
      const said = [
        ...codes.flatMap((word) => row.code.map((test) => this.filled(test, name, word))),
        ...texts.flatMap((word) => row.text.map((test) => this.filled(test, name, word))),
      ];
      const any = [...new Set(said)];
      if (any.length === 0) return same;
      const both = `${same} && ${any.length > 1 ? `(${lines(any)})` : any[0]}`;
      return tells.length > 1 ? `(${both})` : both;
    });
    return lines(parts);
  }

  /** An expression of a row with its holes filled. */
  filled(expression: string, name: string, word = ''): string {
    return expression.replace(/\{([^}]+)\}/g, (_all, hole: string) =>
      hole === 'E' ? name : hole === 'W' ? literal(word) : this.type(hole),
    );
  }
}

/** Tests of which any will do, on lines of their own where one line would be long. */
function lines(tests: readonly string[]): string {
  return tests.join(tests.join('').length > 80 ? '\n      || ' : ' || ');
}
