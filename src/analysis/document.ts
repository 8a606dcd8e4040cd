/** An open document: each version costs what changed since the one before. */
import type { FileModel } from './code-model.js';
import type { Engine, ReadNeighbour } from './engine.js';
import type { FileResult } from './findings.js';
import type { TextEdit } from './languages/grammars.js';
import { languageOf } from './languages/index.js';
import type { Language, ReadState } from './languages/language.js';
import { prefilter } from './prefilter.js';

/** A document that is edited. Results come for the newest version; whoever asks decides when. */
export class Document {
  private file = '';
  private text = '';
  private state: ReadState | undefined;
  private edits: TextEdit[] = [];
  private version = 0;
  /** The version that was read last: tells a judgement under way that its model is no longer the current one. */
  private readVersion = 0;
  private closed = false;

  constructor(
    private readonly engine: Engine,
    private readonly read: ReadNeighbour,
  ) {}

  /** Takes a text as a whole. */
  open(file: string, text: string): void {
    this.drop();
    this.file = file;
    this.text = text;
    this.version++;
  }

  /** Takes the next version and how it differs from the one before, in the order in which the edits apply. */
  change(edits: TextEdit[], newText: string): void {
    this.edits.push(...edits);
    this.text = newText;
    this.version++;
  }

  /** Declarations lowered afresh and taken over by the last `result`, for the tests that count them. */
  get units(): { lowered: number; reused: number } {
    return { lowered: this.state?.units.lowered ?? 0, reused: this.state?.units.reused ?? 0 };
  }

  /** The sites of the current version. Nothing is parsed before the text gives a reason to. */
  async result(): Promise<FileResult> {
    const { file, text, engine } = this;
    const language = languageOf(file);
    if (!language) return this.nothing();
    if (!prefilter(language.id, text, engine.config.httpClients)) {
      this.drop();
      return { ...this.nothing(), stage: 'prefiltered' };
    }
    try {
      await engine.grammars.ensure(language.grammars);
      const begun = await engine.run(() => this.readNow(language, text));
      if (!begun) return this.closed ? { ...this.nothing(), stage: 'skipped' } : await this.result();
      return await engine.judgeModel(file, text, language, begun.model, this.read, begun.current);
    } catch (error) {
      this.drop();
      return engine.failed(file, language.id, error);
    }
  }

  /** Frees what is kept. A result that is still under way comes to nothing. */
  dispose(): void {
    this.closed = true;
    this.readVersion = -1;
    this.drop();
  }

  /** Reads the text if it is still the document's, and says how long what was read is true. */
  private readNow(language: Language, text: string): { model: FileModel; current: () => boolean } | undefined {
    if (this.closed || text !== this.text) return undefined;
    const { engine, state, edits } = this;
    this.state = undefined;
    this.edits = [];
    const read = language.read(text, {
      grammars: engine.grammars,
      limitMs: engine.budgetMs,
      keep: true,
      ...(state ? { previous: { state, edits } } : {}),
    });
    this.state = read.state;
    const version = this.version;
    this.readVersion = version;
    return { model: read.model, current: () => version === this.readVersion };
  }

  private nothing(): FileResult {
    return { file: this.file, language: languageOf(this.file)?.id, sites: [], problems: [], stage: 'unknown-language' };
  }

  private drop(): void {
    this.state?.tree.delete();
    this.state = undefined;
    this.edits = [];
  }
}
