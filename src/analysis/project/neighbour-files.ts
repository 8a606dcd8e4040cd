/**
 * The files beside the judged one, read on demand. A reader may answer at once or later: what is not there yet is
 * collected, and the analysis is run again once it is.
 */
import { BoundFile } from '../bind/file.js';
import type { Grammars } from '../languages/grammars.js';
import { languageOf } from '../languages/index.js';
import type { ModuleTraits } from '../languages/language.js';
import { mappedPaths } from './module-maps.js';
import { fileBeside } from './package-files.js';
import type { Neighbours } from './project.js';

/**
 * Gives the text of a file, by a path of the same form as the judged file's; for one that ends in a slash the names of the
 * files in that folder, one a line.
 */
export type ReadNeighbour = (path: string) => string | undefined | Promise<string | undefined>;

/** Parsed neighbours by path and text, for a whole scan. */
export class NeighbourCache {
  private readonly files = new Map<string, { text: string; file: BoundFile | undefined }>();

  constructor(
    private readonly limit: number,
    private readonly grammars: Grammars,
    /** Longest time for reading one neighbour, in milliseconds. */
    private readonly limitMs = 300,
  ) {}

  bound(path: string, text: string): BoundFile | undefined {
    const known = this.files.get(path);
    if (known?.text === text) {
      this.files.delete(path);
      this.files.set(path, known);
      return known.file;
    }
    const file = this.read(path, text);
    this.files.set(path, { text, file });
    const oldest = this.files.keys().next().value;
    if (this.files.size > this.limit && oldest !== undefined) this.files.delete(oldest);
    return file;
  }

  private read(path: string, text: string): BoundFile | undefined {
    const language = languageOf(path);
    if (!language || text.length > MAX_TEXT || !language.grammars.every((g) => this.grammars.has(g))) return undefined;
    try {
      const { model } = language.read(text, { grammars: this.grammars, limitMs: this.limitMs });
      return new BoundFile(path, text, model, language.traits);
    } catch {
      // A neighbour that cannot be read is one that says nothing.
      return undefined;
    }
  }
}

const MAX_TEXT = 1_000_000;
/** How many files away from the judged one is looked: its imports, and what these import for base classes. */
const MAX_HOPS = 2;

/** The neighbours of one judgement: found by their paths, read on demand, counted by their distance. */
export class NeighbourFiles implements Neighbours {
  private readonly hops = new Map<BoundFile, number>();
  /** Texts that were asked for and are not there yet. */
  readonly pending: Promise<void>[] = [];

  constructor(
    private readonly read: ReadNeighbour,
    private readonly cache: NeighbourCache,
    private readonly texts: Map<string, string | undefined>,
  ) {}

  private readonly near = new Map<BoundFile, { hop: number; modules: Map<string, BoundFile | undefined> }>();

  module(from: BoundFile, module: string): BoundFile | undefined {
    const hop = this.hops.get(from) ?? 0;
    const known = this.near.get(from);
    if (known?.hop === hop && known.modules.has(module)) return known.modules.get(module);
    const waiting = this.pending.length;
    const found = this.findModule(from, module);
    // What is still being read is asked for again in the next round.
    if (this.pending.length > waiting) return found;
    if (known?.hop === hop) known.modules.set(module, found);
    else this.near.set(from, { hop, modules: new Map([[module, found]]) });
    return found;
  }

  private findModule(from: BoundFile, module: string): BoundFile | undefined {
    const { moduleMaps, modules } = from.traits;
    if (RELATIVE.test(module) || modules?.fromAbove) return this.first(from, candidates(from, module));
    if (!moduleMaps || (this.hops.get(from) ?? 0) >= MAX_HOPS) return undefined;
    const paths = mappedPaths(from.path, module, moduleMaps, (path) => this.text(path));
    return this.first(
      from,
      paths.flatMap((path) => withEndings(path, modules ?? BY_PATH)),
    );
  }

  type(from: BoundFile, name: string, wide: boolean): BoundFile | undefined {
    if (from.traits.packages) return this.name(from, name);
    if (!from.traits.implicitThis || !/^[A-Z]\w+$/.test(name)) return undefined;
    const dir = from.path.slice(0, from.path.lastIndexOf('/') + 1);
    const dot = from.path.lastIndexOf('.');
    const file = `${name}${from.path.slice(dot)}`;
    return this.first(
      from,
      [dir, ...(wide ? foldersOf(from, dir) : [])].map((folder) => folder + file),
    );
  }

  name(from: BoundFile, name: string): BoundFile | undefined {
    const { packages } = from.traits;
    if (!packages || (this.hops.get(from) ?? 0) >= MAX_HOPS || !NAME.test(name)) return undefined;
    const key = `beside\n${from.path}\n${name}`;
    if (this.resolved.has(key)) return this.resolved.get(key);
    const waiting = this.pending.length;
    const path = fileBeside(from, packages, name, (one) => this.text(one));
    const found = path === undefined ? undefined : this.first(from, [path]);
    if (this.pending.length === waiting) this.resolved.set(key, found);
    return found;
  }

  method(from: BoundFile, type: string, name: string): BoundFile | undefined {
    return this.name(from, `${type}.${name}`);
  }

  private readonly resolved = new Map<string, BoundFile | undefined>();

  private first(from: BoundFile, paths: string[]): BoundFile | undefined {
    const hop = this.hops.get(from) ?? 0;
    if (hop >= MAX_HOPS) return undefined;
    const key = `${hop}\n${paths.join('\n')}`;
    if (this.resolved.has(key)) return this.resolved.get(key);
    const waiting = this.pending.length;
    const found = this.search(from, hop, paths);
    // What is still being read is asked for again in the next round.
    if (this.pending.length === waiting) this.resolved.set(key, found);
    return found;
  }

  private search(from: BoundFile, hop: number, paths: string[]): BoundFile | undefined {
    for (const path of paths) {
      if (path === from.path) continue;
      const text = this.text(path);
      if (text === undefined) continue;
      const file = this.cache.bound(path, text);
      if (file) this.hops.set(file, Math.min(hop + 1, this.hops.get(file) ?? hop + 1));
      return file;
    }
    return undefined;
  }

  /** A file that cannot be read is one that is not there. */
  private ask(path: string): ReturnType<ReadNeighbour> {
    try {
      return this.read(path);
    } catch {
      return undefined;
    }
  }

  private text(path: string): string | undefined {
    if (this.texts.has(path)) return this.texts.get(path);
    const answer = this.ask(path);
    if (answer instanceof Promise) {
      this.texts.set(path, undefined);
      this.pending.push(
        answer.then(
          (text) => void this.texts.set(path, text),
          () => undefined,
        ),
      );
      return undefined;
    }
    this.texts.set(path, answer);
    return answer;
  }
}

/** What may be declared; names that the language itself has are not. */
const NAME =
  /^(?!(?:any|append|bool|byte|cap|clear|close|copy|delete|error|false|float\d+|int\d*|iota|len|make|max|min|new|nil|panic|print(?:ln)?|recover|rune|string|true|uint\d*)$)[A-Za-z_][\w.]*$/;
const RELATIVE = /^\.\.?(?:\/|$)/;

/** Where the file of a module is, for languages that do not say. */
const BY_PATH: ModuleTraits = {
  endings: ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cjs'],
  folder: 'index',
};
/** How many endings the file that stands for a folder is looked for with. */
const MAX_FOLDER_ENDINGS = 3;
/** How many folders above the importing file a module is looked for in. */
const MAX_ABOVE = 6;

const lists = new Map<string, string[]>();

/** The files a module of the project may be: with its ending, with another, or the one that stands for a folder. */
function candidates(from: BoundFile, module: string): string[] {
  const folder = from.path.slice(0, from.path.lastIndexOf('/') + 1);
  const key = `${from.model.language}\n${folder}\n${module}`;
  let list = lists.get(key);
  if (!list) {
    if (lists.size > 5000) lists.clear();
    const traits = from.traits.modules ?? BY_PATH;
    list = RELATIVE.test(module)
      ? listCandidates(folder, module, traits)
      : above(folder).flatMap((f) => listCandidates(f, module.replaceAll('.', '/'), traits));
    lists.set(key, list);
  }
  return list;
}

/** A folder and those above it. */
function above(folder: string): string[] {
  const out = [folder];
  for (let at = folder; at !== '' && out.length <= MAX_ABOVE; ) {
    const slash = at.lastIndexOf('/', at.length - 2);
    at = at.slice(0, slash + 1);
    if (out[out.length - 1] === at) break;
    out.push(at);
  }
  return out;
}

function listCandidates(folder: string, module: string, traits: ModuleTraits): string[] {
  const base = join(folder, module);
  return base === undefined ? [] : withEndings(base, traits);
}

/** The files a path may mean: with its ending, with another, or as the one that stands for a folder. */
function withEndings(base: string, { endings, folder: own }: ModuleTraits): string[] {
  const known = endings.find((e) => base.endsWith(e));
  const stem = known ? base.slice(0, -known.length) : base;
  const out = known ? [base] : [];
  for (const e of endings) out.push(stem + e);
  if (!known) for (const e of endings.slice(0, MAX_FOLDER_ENDINGS)) out.push(`${base}/${own}${e}`);
  return [...new Set(out)];
}

/** Joins a folder and a relative path; undefined where it leads out above the top. */
function join(folder: string, relative: string): string | undefined {
  const parts = folder.split('/').slice(0, -1);
  for (const p of relative.split('/')) {
    if (p === '' || p === '.') continue;
    if (p === '..') {
      if (parts.length === 0 || (parts.length === 1 && parts[0] === '')) return undefined;
      parts.pop();
    } else parts.push(p);
  }
  return parts.join('/');
}

/** How many folders of imported namespaces are looked into. */
const MAX_FOLDERS = 8;

/**
 * The folders of the namespaces a file imports, as far as they are its own project's: where namespaces follow folders, the
 * way from one namespace to another is the way from one folder to the other.
 */
function foldersOf(from: BoundFile, dir: string): string[] {
  const own = from.types[0]?.namespace?.split('.') ?? [];
  const out: string[] = [];
  for (const { module, form, names } of from.model.imports) {
    if (form !== 'using' || names.length > 0) continue;
    const other = module.split('.');
    const shared = other.findIndex((part, i) => part !== own[i]);
    const common = shared < 0 ? other.length : shared;
    // One shared name is a vendor's: it says nothing of the project.
    if (common < Math.min(2, own.length) || common === 0) continue;
    const folders = dir.split('/').filter((part) => part !== '');
    const up = own.length - common;
    if (up > folders.length) continue;
    const path = [...folders.slice(0, folders.length - up), ...other.slice(common)].join('/');
    out.push(`${dir.startsWith('/') ? '/' : ''}${path}${path === '' ? '' : '/'}`);
  }
  return [...new Set(out)].filter((folder) => folder !== dir).slice(0, MAX_FOLDERS);
}
