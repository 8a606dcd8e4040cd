/** `.gitignore` files, nested as git reads them: a deeper file wins over one above it. */
import { readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { type MayMatch, mayMatchFile } from './ignore-names.js';
import { join, nameOf } from './paths.js';

/** git ignores case where the file system usually does. */
const IGNORE_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** Compiled rules by their text: repositories of samples hold the same file hundreds of times. */
const compiled = new Map<string, Rules>();

interface Rules {
  ignore: Ignore;
  mayMatch: MayMatch;
}

/** The ignore files that apply in a folder. Immutable: a folder with its own file gets a new link of the chain. */
export class IgnoreFiles {
  private constructor(
    private readonly above: IgnoreFiles | undefined,
    private readonly root: string,
    private readonly rules: Rules,
  ) {}

  /** The chain for `folder`, longer by its own ignore file if it has one. */
  static enter(above: IgnoreFiles | undefined, folder: string, fileName = '.gitignore'): IgnoreFiles | undefined {
    let text: string;
    try {
      text = readFileSync(join(folder, fileName), 'utf8');
    } catch {
      return above;
    }
    let rules = compiled.get(text);
    if (!rules) {
      rules = { ignore: ignore({ ignorecase: IGNORE_CASE }).add(text), mayMatch: mayMatchFile(text) };
      compiled.set(text, rules);
    }
    return new IgnoreFiles(above, folder, rules);
  }

  /** Whether a folder is ignored. Folders above it are taken to be not ignored: the walk has asked for each. */
  ignoresFolder(path: string): boolean {
    const result = this.rules.ignore.test(`${this.relative(path)}/`);
    if (result.ignored || result.unignored) return result.ignored;
    return this.above?.ignoresFolder(path) ?? false;
  }

  /** Whether the file `name` in `folder` is ignored; its folders are taken to be not. */
  ignoresFile(folder: string, name: string): boolean {
    if (this.rules.mayMatch(name, nameOf(folder))) {
      const result = this.rules.ignore.test(this.relative(join(folder, name)));
      if (result.ignored || result.unignored) return result.ignored;
    }
    return this.above?.ignoresFile(folder, name) ?? false;
  }

  private relative(path: string): string {
    return path.slice(this.root.endsWith('/') ? this.root.length : this.root.length + 1);
  }
}
