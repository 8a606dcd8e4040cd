/**
 * The tree-sitter parsers. The engine does no IO: whoever starts it says how the bytes of a grammar are read, so that
 * the same code runs in Node, in a worker and in a browser.
 */
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { useModule } from './cursor.js';

/** Reads a file of the grammar package by name: `tree-sitter.wasm` or `tree-sitter-typescript.wasm`. */
export type ReadGrammar = (fileName: string) => Promise<Uint8Array>;

/** One change of a text, in the form tree-sitter wants it. Offsets in UTF-16 code units. */
export interface TextEdit {
  start: number;
  oldEnd: number;
  newEnd: number;
  startPosition: { row: number; column: number };
  oldEndPosition: { row: number; column: number };
  newEndPosition: { row: number; column: number };
}

/** A parse took longer than its budget. */
export class ParseTimeout extends Error {
  constructor(readonly limitMs: number) {
    super(`parsing took longer than ${limitMs} ms`);
  }
}

let initialised: Promise<void> | undefined;
/** The parser's module, once it is there: its view of the memory is renewed whenever that grows. */
let memory: { HEAP32?: Int32Array } | undefined;

/** A set of loaded grammars; each costs memory, so one set is made per thread. */
export class Grammars {
  private readonly loaded = new Map<string, Language>();
  private readonly pending = new Map<string, Promise<void>>();
  private parser: Parser | undefined;

  constructor(private readonly read: ReadGrammar) {}

  /** Loads the grammars named, once each. Parsing with one that was not loaded throws. */
  async ensure(names: Iterable<string>): Promise<void> {
    initialised ??= (async () => {
      const wasmBinary = await this.read('web-tree-sitter.wasm');
      // Nothing is loaded by address, and a bundle for the browser has none to start from.
      const module: { wasmBinary: Uint8Array; locateFile(name: string): string; HEAP32?: Int32Array } = {
        wasmBinary,
        locateFile: (name) => name,
      };
      await Parser.init(module);
      useModule(module);
      memory = module;
    })();
    await initialised;
    this.parser ??= new Parser();
    await Promise.all([...new Set(names)].map((name) => this.loadOnce(name)));
  }

  private loadOnce(name: string): Promise<void> {
    let pending = this.pending.get(name);
    if (!pending) {
      pending = (async () => {
        const bytes = await this.read(`tree-sitter-${name}.wasm`);
        this.loaded.set(name, await Language.load(bytes));
      })();
      this.pending.set(name, pending);
    }
    return pending;
  }

  /** Size of the memory that parsers, grammars and trees share, in bytes; 0 before anything was loaded. It never shrinks. */
  get memoryBytes(): number {
    return memory?.HEAP32?.buffer.byteLength ?? 0;
  }

  /** True if the grammar can be used now. */
  has(name: string): boolean {
    return this.loaded.has(name);
  }

  /**
   * Parses a text. The caller owns the tree and must `delete()` it.
   *
   * @param previous the tree of an earlier text that differs by `edits`; it is edited in place, still the caller's
   * @throws ParseTimeout when the budget is exceeded
   */
  parse(name: string, text: string, limitMs: number, previous?: Tree, edits: TextEdit[] = []): Tree {
    const language = this.loaded.get(name);
    if (!language || !this.parser) throw new Error(`grammar ${name} is not loaded`);
    this.parser.setLanguage(language);
    if (previous) for (const e of edits) previous.edit(toEdit(e));
    const until = Date.now() + limitMs;
    const tree = this.parser.parse(text, previous, {
      progressCallback: () => Date.now() > until,
    });
    if (!tree) {
      this.parser.reset();
      throw new ParseTimeout(limitMs);
    }
    return tree;
  }

  /** Frees the parser; grammars stay until the thread ends. */
  dispose(): void {
    this.parser?.delete();
    this.parser = undefined;
  }
}

function toEdit(e: TextEdit): Edit {
  return new Edit({
    startIndex: e.start,
    oldEndIndex: e.oldEnd,
    newEndIndex: e.newEnd,
    startPosition: e.startPosition,
    oldEndPosition: e.oldEndPosition,
    newEndPosition: e.newEndPosition,
  });
}
