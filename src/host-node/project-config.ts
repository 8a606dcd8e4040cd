/** Finds, reads and keeps the `.guard409.jsonc` files of a scan. The nearest one above a file counts. */
import { existsSync } from 'node:fs';
import { DEFAULT_CONFIG, type EngineConfig } from '../analysis/engine-config.js';
import { compileGlobs, type PathTest, within } from '../analysis/globs.js';
import { CONFIG_FILE, type ConfigError, parseConfig } from '../config/config.js';
import type { PathRules } from '../walk/choose.js';
import { folderOf, join } from '../walk/names.js';
import { readText } from './read-text.js';

/** A configuration that cannot be used. */
export class ConfigFileError extends Error {
  constructor(
    /** The file, absolute. */
    readonly file: string,
    /** Places; empty when the file could not be read at all, and the message says why. */
    readonly errors: readonly ConfigError[],
    message: string,
  ) {
    super(message);
  }
}

/** A configuration in use. */
export interface ProjectConfig extends PathRules {
  /** Position in `ProjectConfigs.engines`: what crosses to the workers instead of the object. */
  index: number;
}

export class ProjectConfigs {
  /** What the engine is told, by `ProjectConfig.index`. */
  readonly engines: EngineConfig[] = [];
  private readonly loaded = new Map<string, ProjectConfig>();

  /**
   * @param rules rule ids that exist
   * @param forced the file given on the command line, which then counts for all files
   */
  constructor(
    private readonly rules: readonly string[],
    private readonly forced?: string,
  ) {}

  /** The configuration of a scan's root: from its folder upwards to the repository's root, or none. */
  forRoot(folder: string, repository: string | undefined): ProjectConfig {
    if (this.forced !== undefined) return this.load(this.forced);
    for (let at = folder; ; at = folderOf(at)) {
      const file = join(at, CONFIG_FILE);
      if (existsSync(file)) return this.load(file);
      if (at === repository || repository === undefined || at === folderOf(at)) break;
    }
    return this.none(repository ?? folder);
  }

  /** The configuration below a folder that has its own file. */
  enter(folder: string): ProjectConfig {
    return this.load(this.forced ?? join(folder, CONFIG_FILE));
  }

  private none(root: string): ProjectConfig {
    return this.add(`${root}\0`, { ...DEFAULT_CONFIG, root }, [], []);
  }

  /** @throws ConfigFileError */
  private load(file: string): ProjectConfig {
    const known = this.loaded.get(file);
    if (known) return known;
    const source = readText(file);
    if (!source.ok) throw new ConfigFileError(file, [], source.message);
    const root = folderOf(file);
    const parsed = parseConfig(source.text, { root, rules: this.rules });
    if (!parsed.ok) throw new ConfigFileError(file, parsed.errors, parsed.errors[0]?.message ?? '');
    return this.add(file, parsed.config.engine, parsed.config.include, parsed.config.exclude);
  }

  private add(key: string, engine: EngineConfig, include: readonly string[], exclude: readonly string[]) {
    const known = this.loaded.get(key);
    if (known) return known;
    const test = (matches: PathTest) => (path: string) => matches(within(engine.root, path));
    const config: ProjectConfig = {
      index: this.engines.push(engine) - 1,
      includes: include.length === 0 ? () => true : test(compileGlobs(include)),
      excludes: exclude.length === 0 ? () => false : test(compileGlobs(exclude)),
    };
    this.loaded.set(key, config);
    return config;
  }
}
