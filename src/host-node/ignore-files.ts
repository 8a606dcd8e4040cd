/** `.gitignore` files, nested as git reads them: a deeper file wins over one above it. */
import { readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { join } from './paths.js';

/** git ignores case where the file system usually does. */
const IGNORE_CASE = process.platform === 'win32' || process.platform === 'darwin';

/** Compiled rules by their text: repositories of samples hold the same file hundreds of times. */
const compiled = new Map<string, Ignore>();

/** The ignore files that apply in a folder. Immutable: a folder with its own file gets a new link of the chain. */
export class IgnoreFiles {
  private constructor(
    private readonly above: IgnoreFiles | undefined,
    private readonly root: string,
    private readonly rules: Ignore,
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
      rules = ignore({ ignorecase: IGNORE_CASE }).add(text);
      compiled.set(text, rules);
    }
    return new IgnoreFiles(above, folder, rules);
  }

  /** Whether an entry is ignored. Folders above it are taken to be not ignored: the walk has asked for each. */
  ignores(path: string, isFolder: boolean): boolean {
    const start = this.root.endsWith('/') ? this.root.length : this.root.length + 1;
    const result = this.rules.test(isFolder ? `${path.slice(start)}/` : path.slice(start));
    if (result.ignored) return true;
    if (result.unignored) return false;
    return this.above?.ignores(path, isFolder) ?? false;
  }
}
