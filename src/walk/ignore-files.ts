/** `.gitignore` files, nested as git reads them: a deeper file wins over one above it. Whoever walks has read the texts. */
import ignore, { type Ignore } from 'ignore';
import { type MayMatch, mayMatchFile } from './ignore-names.js';
import { join, nameOf } from './names.js';

/** The name of an ignore file. */
export const IGNORE_FILE = '.gitignore';
/** Rules of one copy of a repository, from its root. */
export const EXCLUDE_FILE = '.git/info/exclude';

interface Rules {
  ignore: Ignore;
  mayMatch: MayMatch;
}

/** The ignore files that apply in a folder. Immutable: a folder with its own file gets a new link of the chain. */
export class IgnoreFiles {
  constructor(
    private readonly above: IgnoreFiles | undefined,
    private readonly root: string,
    private readonly rules: Rules,
  ) {}

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

/** The chain for a folder that has an ignore file with this text; unchanged where there is none. */
export type EnterFolder = (
  above: IgnoreFiles | undefined,
  folder: string,
  text: string | undefined,
) => IgnoreFiles | undefined;

/**
 * Makes chains, and keeps compiled rules by their text: repositories of samples hold the same file hundreds of times.
 *
 * @param ignoreCase as git does where the file system usually does
 */
export function ignoreFiles(ignoreCase: boolean): EnterFolder {
  const compiled = new Map<string, Rules>();
  return (above, folder, text) => {
    if (text === undefined) return above;
    let rules = compiled.get(text);
    if (!rules) {
      rules = { ignore: ignore({ ignorecase: ignoreCase }).add(text), mayMatch: mayMatchFile(text) };
      compiled.set(text, rules);
    }
    return new IgnoreFiles(above, folder, rules);
  };
}

/** The folders whose ignore files reach into `folder`: from the repository's root on, without `folder` itself. */
export function foldersAbove(repository: string, folder: string): string[] {
  if (folder === repository) return [];
  const parts = folder.slice(repository.endsWith('/') ? repository.length : repository.length + 1).split('/');
  const out = [repository];
  for (const part of parts.slice(0, -1)) out.push(join(out.at(-1) ?? '', part));
  return out;
}

/**
 * The chain that holds above `folder`. A folder that is ignored itself was named on purpose: then none of it counts.
 *
 * @param exclude text of the repository's own exclude file
 * @param above the folders of `foldersAbove` with the texts of their ignore files
 */
export function chainAbove(
  enter: EnterFolder,
  { repository, exclude }: { repository: string; exclude: string | undefined },
  above: readonly { folder: string; text: string | undefined }[],
  folder: string,
): IgnoreFiles | undefined {
  let chain = enter(undefined, repository, exclude);
  for (const [index, row] of above.entries()) {
    chain = enter(chain, row.folder, row.text);
    if (chain?.ignoresFolder(above[index + 1]?.folder ?? folder)) return undefined;
  }
  return chain;
}
