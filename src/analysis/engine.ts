/**
 * The engine: a file's text in, its sites out. It does no IO (grammars and neighbours are handed in), never throws on
 * any text, and hands out plain objects.
 */
import { scenarios } from '../catalog/index.js';
import { t as globalT, type Translate } from '../l10n/t.js';
import { analyseModel } from './analyse-model.js';
import type { FileModel, Range } from './code-model.js';
import { DEFAULT_CONFIG, type EngineConfig } from './engine-config.js';
import { AnalysisTimeout, type Evaluator } from './evaluate/evaluate.js';
import type { FileResult, FixId, Offer, Problem, Refusal, Site } from './findings.js';
import { applyIgnoreComments } from './ignore-comments.js';
import { type Grammars, ParseTimeout } from './languages/grammars.js';
import { type Language, languageOf } from './languages/index.js';
import type { Candidate } from './operations/operation.js';
import { sdks } from './operations/sdks/index.js';
import { Lines } from './position.js';
import { prefilter } from './prefilter.js';
import { NeighbourCache, NeighbourFiles, type ReadNeighbour } from './project/neighbour-files.js';
import { type OwnNames, ownNames } from './project/own-names.js';
import { type SeverityInput, severityOf } from './severity.js';
import type { Judgement } from './verdict/judge.js';
import { toSite } from './verdict/site.js';

export type { ReadNeighbour } from './project/neighbour-files.js';

/** What an engine is made of. */
export interface EngineOptions {
  grammars: Grammars;
  config?: EngineConfig;
  t?: Translate;
  /** Also find out what the project could say about each marked call (`Site.teach`). */
  teach?: boolean;
  /** Longest time for reading, and again for judging, one file, in milliseconds. */
  budgetMs?: number;
  /**
   * Runs a piece of synchronous work (reading a file, one round of judging) and gives back its result: at once if this is
   * left out. A host that must serve others meanwhile runs it in its turn.
   */
  run?: RunPiece;
  /** Decides which fixes can be written at a marked call. */
  offers?: (found: FoundCall) => { offers: Offer[]; refused: { fix: FixId; why: Refusal }[] };
}

/** A site together with what was found on the way to it. Only valid while its model is the current one. */
export interface FoundCall {
  site: Site;
  candidate: Candidate;
  judgement: Judgement;
  /** The statement the call stands in. */
  statement: Range;
  ev: Evaluator;
  language: Language;
  text: string;
}

/** @see EngineOptions.run */
export type RunPiece = <T>(work: () => T) => Promise<T>;

/** A file that takes longer is skipped and reported, in milliseconds. */
const FILE_BUDGET_MS = 500;
/** Rule ids that exist. */
const RULES: ReadonlySet<string> = new Set(scenarios.map((scenario) => scenario.id));
/** Rounds of waiting for neighbours that are read later. */
const MAX_ROUNDS = 6;

/** Judges files with one configuration and one set of grammars. */
export class Engine {
  readonly grammars: Grammars;
  readonly config: EngineConfig;
  readonly budgetMs: number;
  readonly run: RunPiece;
  readonly t: Translate;
  private readonly severity: (input: SeverityInput) => ReturnType<ReturnType<typeof severityOf>>;
  private readonly cache: NeighbourCache;
  private readonly own: (file: string) => OwnNames;
  private readonly teach: boolean;
  private readonly offers: EngineOptions['offers'];

  constructor(options: EngineOptions) {
    this.grammars = options.grammars;
    this.config = options.config ?? DEFAULT_CONFIG;
    this.t = options.t ?? globalT;
    this.budgetMs = options.budgetMs ?? FILE_BUDGET_MS;
    this.run = options.run ?? (async (work) => work());
    this.severity = severityOf(this.config);
    this.own = ownNames(this.config);
    this.teach = options.teach ?? false;
    this.offers = options.offers;
    this.cache = new NeighbourCache(400, this.grammars, this.budgetMs);
  }

  /** Whether a file may hold an operation, by its text alone. */
  maybe(file: string, text: string): boolean {
    const language = languageOf(file);
    return language !== undefined && prefilter(language.id, text, this.config.httpClients);
  }

  /**
   * Analyses a file and hands each site to `look` while everything known of it is at hand: what a fix is written from.
   * Parameters as for `analyse`.
   */
  analyseWith(file: string, text: string, read: ReadNeighbour, look: (found: FoundCall) => void): Promise<FileResult> {
    return this.analyseFile(file, text, read, look);
  }

  /**
   * Analyses a file.
   *
   * @param file its path with forward slashes; goes into the result, and decides language and severity
   * @param read gives the texts of neighbours, by paths of the same form
   */
  analyse(file: string, text: string, read: ReadNeighbour): Promise<FileResult> {
    return this.analyseFile(file, text, read);
  }

  private async analyseFile(
    file: string,
    text: string,
    read: ReadNeighbour,
    look?: (found: FoundCall) => void,
  ): Promise<FileResult> {
    const language = languageOf(file);
    if (!language) return empty(file, undefined, 'unknown-language');
    if (!prefilter(language.id, text, this.config.httpClients)) return empty(file, language.id, 'prefiltered');
    try {
      await this.grammars.ensure(language.grammars);
      const { model } = await this.run(() => language.read(text, { grammars: this.grammars, limitMs: this.budgetMs }));
      return await this.judgeModel(file, text, language, model, read, () => true, look);
    } catch (error) {
      return this.failed(file, language.id, error);
    }
  }

  /**
   * Judges a model that was read before (an open document's).
   *
   * @param current false once a later version of the document was read: its declarations are moved in place then, so
   *   this model must not be looked at again, and what is known so far is the answer
   */
  async judgeModel(
    file: string,
    text: string,
    language: Language,
    model: FileModel,
    read: ReadNeighbour,
    current: () => boolean = () => true,
    look?: (found: FoundCall) => void,
  ): Promise<FileResult> {
    const judge = (neighbours: NeighbourFiles) => this.once(file, text, language, model, neighbours);
    const judged = await this.withNeighbours(read, judge, current);
    for (const call of judged?.found ?? []) look?.(call);
    return judged?.result ?? empty(file, language.id, 'skipped');
  }

  /**
   * Asks something of a file again until all neighbours it looks at are there.
   *
   * @param current false once nobody waits for a better answer
   * @returns the last answer; undefined if nobody waited for the first
   */
  async withNeighbours<T>(
    read: ReadNeighbour,
    ask: (neighbours: NeighbourFiles) => T,
    current: () => boolean = () => true,
  ): Promise<T | undefined> {
    const texts = new Map<string, string | undefined>();
    let result: T | undefined;
    for (let round = 0; ; round++) {
      const neighbours = new NeighbourFiles(read, this.cache, texts);
      const next = await this.run(() => (current() ? { answer: ask(neighbours) } : undefined));
      if (!next) return result;
      result = next.answer;
      if (neighbours.pending.length === 0 || round >= MAX_ROUNDS) return result;
      await Promise.all(neighbours.pending);
    }
  }

  private once(
    file: string,
    text: string,
    language: Language,
    model: FileModel,
    neighbours: NeighbourFiles,
  ): { result: FileResult; found: FoundCall[] } {
    const { traits } = language;
    const deadline = performance.now() + this.budgetMs;
    const lines = new Lines(text);
    const firstLines = new Map<Site, number>();
    const found = analyseModel({
      file,
      text,
      model,
      traits,
      sdks,
      neighbours,
      own: this.own(file),
      deadline,
      teach: this.teach,
    }).map((call): FoundCall => {
      const judged = toSite(call.candidate, call.judgement, lines, this.severity, this.t);
      // A comment above the statement covers a call further down its chain.
      const statement = lines.at(call.statement.start);
      const site = call.teach ? { ...judged, teach: { ...statement, ...call.teach } } : judged;
      firstLines.set(site, statement.line);
      const all = { ...call, site, language, text };
      if (this.offers && isOpen(site)) Object.assign(site, this.offers(all));
      return all;
    });
    const sites = found.map((call) => call.site);
    const at = (offset: number): { line: number; column: number } => lines.at(offset);
    const ignored = applyIgnoreComments({
      file,
      text,
      comments: model.comments,
      position: at,
      sites,
      firstLine: (site) => firstLines.get(site) ?? site.line,
      rules: RULES,
      t: this.t,
    });
    const damage = this.damage(file, text, model, lines);
    const result: FileResult = {
      file,
      language: language.id,
      sites: ignored.sites,
      problems: [...ignored.problems, ...damage],
      stage: 'analysed',
      ...(damage.length > 0 ? { unread: damage.length } : {}),
    };
    return { result, found };
  }

  /** Damage is a problem only where a candidate call may lie in it. */
  private damage(file: string, text: string, model: FileModel, lines: Lines): Problem[] {
    return model.damaged
      .filter((d) => d.end > d.start && prefilter(model.language, text.slice(d.start, d.end)))
      .slice(0, 3)
      .map((d) => ({
        file,
        ...lines.at(d.start),
        message: this.t('This part could not be read, so calls in it are not judged.'),
      }));
  }

  /** What became of a file that could not be analysed. */
  failed(file: string, language: string | undefined, error: unknown): FileResult {
    const late = error instanceof ParseTimeout || error instanceof AnalysisTimeout;
    const message = late
      ? this.t('Skipped: it took longer than {0} ms.', this.budgetMs)
      : this.t('Skipped: the analysis failed ({0}).', error instanceof Error ? error.message : String(error));
    const skipped = late ? 'timeout' : 'failed';
    return { file, language, sites: [], problems: [{ file, message }], stage: 'skipped', skipped };
  }
}

/** A site that something can be done about. */
export function isOpen({ verdict }: Site): boolean {
  return verdict === 'unhandled' || verdict === 'mishandled' || verdict === 'race';
}

function empty(file: string, language: string | undefined, stage: FileResult['stage']): FileResult {
  return { file, language, sites: [], problems: [], stage };
}
