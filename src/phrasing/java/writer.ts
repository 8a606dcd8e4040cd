/** Writes the parts of Java helpers that depend on the call: names of types, the form of the call, the test for the conflict. */
import type { BoundFile } from '../../analysis/bind/file.js';
import { children, type Node } from '../../analysis/bind/walk.js';
import type { Val } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';
import { type ErrorRow, errorRows } from './errors.js';
import { literal } from './literal.js';

/** What holds a later result, by id of the library; other calls give their result at once. */
const HOLDERS: Readonly<Record<string, string>> = {
  'cosmos-java': 'reactor.core.publisher.Mono',
  'spring-cosmos-java': 'reactor.core.publisher.Mono',
  'documentdb-java': 'rx.Observable',
  'graph-java-v5': 'java.util.concurrent.CompletableFuture',
};

/** Libraries whose calls only describe a request that a later call of the chain sends. */
const DESCRIBES = /^(?:retrieve|exchange\w*)$/;

export class Writer {
  readonly error: ErrorRow | undefined;

  constructor(readonly subject: Subject) {
    const row = errorRows[subject.candidate.sdk?.id ?? ''];
    const { imports } = subject.candidate.cell.file.model;
    // The reactive client of version 2 has an exception of the same name in a package of its own.
    const moved = imports.some((i) => i.module.startsWith('com.microsoft.azure.cosmosdb'));
    this.error = row && moved ? { ...row, type: row.type.replace('.documentdb.', '.cosmosdb.') } : row;
  }

  /** Full name of the type that holds the later result; undefined where the call blocks. */
  get holder(): string | undefined {
    return this.subject.deferred ? HOLDERS[this.subject.candidate.sdk?.id ?? ''] : undefined;
  }

  /** A type by its full name, short where it is imported and nothing in the file has the same name. */
  type(full: string): string {
    const plain = full.replace(/<.*$/, '');
    const dot = plain.lastIndexOf('.');
    const [space, name] = [plain.slice(0, dot), plain.slice(dot + 1)];
    const { file } = this.subject.candidate.cell;
    if (space === 'java.lang') return full.slice(dot + 1);
    const here = file.types[0]?.namespace === space;
    const taken = file.typeNamed(name) !== undefined || importedElsewhere(file, space, name);
    const imported = file.model.imports.some(
      (i) => i.module === space && (i.names.length === 0 || i.names.some((n) => n.imported === name)),
    );
    return !taken && (here || imported) ? full.slice(dot + 1) : full;
  }

  /** The test that a caught error is the conflict. */
  isConflict(name: string): string {
    const row = this.error;
    if (!row) return 'false';
    const tests = this.subject.tells.map(({ status, codes, texts }) => {
      const same = `${filled(row.status, name)} == ${status}`;
      const said = [
        ...codes.flatMap((word) => row.code.map((test) => filled(test, name, word))),
        ...texts.flatMap((word) => row.text.map((test) => filled(test, name, word))),
      ];
      const any = [...new Set(said)];
      if (any.length === 0) return same;
      const both = `${same} && ${any.length > 1 ? `(${any.join(BREAK)})` : any[0]}`;
      return this.subject.tells.length > 1 ? `(${both})` : both;
    });
    return tests.join(BREAK);
  }

  hasStatus(name: string, status: number): string {
    return this.error ? `${filled(this.error.status, name)} == ${status}` : 'false';
  }

  /** How a blocking call is handed over: as what gives its result, or where it gives none as what runs. */
  function(): { type: string; run(parameter: string): string; gives: string; generic: string } {
    const checked = this.error?.checked === true;
    if (givesNothing(this.subject)) return { type: 'Runnable', run: (p) => `${p}.run();`, gives: 'void', generic: '' };
    const [full, method] = checked
      ? ['java.util.concurrent.Callable<T>', 'call']
      : ['java.util.function.Supplier<T>', 'get'];
    return { type: this.type(full ?? ''), run: (p) => `return ${p}.${method}();`, gives: 'T', generic: '<T> ' };
  }
}

const BREAK = '\n        || ';

/** An expression of a row with its holes filled. */
export function filled(expression: string, name: string, word = ''): string {
  return expression.replaceAll('{E}', name).replaceAll('{W}', literal(word));
}

function importedElsewhere(file: BoundFile, space: string, name: string): boolean {
  return file.model.imports.some((i) => i.module !== space && i.names.some((n) => n.local === name));
}

/** Calls that give nothing. */
function givesNothing({ candidate, call }: Subject): boolean {
  const id = candidate.sdk?.id;
  const name = call.callee.v === 'member' ? call.callee.name : '';
  if (id === 'graph-java') return candidate.path.endsWith('$ref');
  return id === 'rest-template-java' && (name === 'put' || name === 'delete');
}

/**
 * The call as an argument: what holds its later result as it is, a blocking one as a function. Undefined where a function must
 * not hold it, or where what it gives is no result yet.
 */
export function handedOver(call: string, subject: Subject): string | undefined {
  const name = subject.call.callee.v === 'member' ? subject.call.callee.name : '';
  if (DESCRIBES.test(name) || subject.judgement.reason === 'lost') return undefined;
  if (subject.deferred) return HOLDERS[subject.candidate.sdk?.id ?? ''] === undefined ? undefined : call;
  return capturable(subject) ? `() -> ${call}` : undefined;
}

/** Calls whose own names say that they throw nothing that has to be declared. */
const HARMLESS = /^(?:get|is|set|with|of|to)(?:[A-Z]|$)|^(?:id|name|value|build|toString|valueOf|format|asList|block)$/;

/**
 * A function may only hold names that are given a value once, and nothing that throws what it does not declare: of the calls
 * inside, only those of the library, of accessors and of makers of values are sure not to.
 */
function capturable(subject: Subject): boolean {
  const { file } = subject.candidate.cell;
  const own = new Set(Object.values(subject.candidate.sdk?.roles ?? {}).flatMap((r) => Object.keys(r.calls ?? {})));
  const builder = subject.candidate.sdk?.builder !== undefined || subject.candidate.sdk?.id === 'graph-java-v5';
  const fine = (node: Node): boolean => {
    if ('v' in node) {
      const v = node as Val;
      if (v.v === 'assign' || v.v === 'fn') return v.v === 'fn';
      if (v.v === 'ref' && !isSteadyName(file, v)) return false;
      if (v.v === 'call' && v !== subject.call) {
        const callee = v.callee;
        const name = callee.v === 'member' ? callee.name : callee.v === 'ref' ? callee.name : '';
        const inChain = builder && v.range.start === subject.call.range.start;
        if (!inChain && !own.has(name) && !HARMLESS.test(name)) return false;
        // A method of the file may declare what it throws.
        const called = subject.ev.callee({ file, val: v });
        if (called && /\)\s*throws\s/.test(called.file.text.slice(called.fn.range.start, bodyStart(called.fn))))
          return false;
      }
    }
    let ok = true;
    children(node, (c) => {
      ok = ok && fine(c);
    });
    return ok;
  };
  return fine(subject.call);
}

function bodyStart(fn: { range: { end: number }; body?: { range: { start: number } }[] }): number {
  return fn.body?.[0]?.range.start ?? fn.range.end;
}

/** A local name that is given a value once; fields and types may change. */
function isSteadyName(file: BoundFile, ref: Extract<Val, { v: 'ref' }>): boolean {
  const def = file.resolve(ref);
  if (!def || def.kind === 'field' || def.kind === 'import' || def.kind === 'type' || def.kind === 'function')
    return true;
  const own = def.param ? 0 : 1;
  return def.sources.length <= own;
}
