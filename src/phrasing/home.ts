/** A file of the project in which helpers live, so that there is one of each: other files import them. */
import type { FoundCall } from '../analysis/engine.js';
import type { Subject } from '../remedies/subject.js';
import { phrasingOf } from './index.js';
import { freeName } from './names.js';
import type { Helper, Phrasing, TextEdit } from './phrasing.js';
import { styleOf } from './style.js';

/** A file for helpers. */
export interface Home {
  path: string;
  /** Undefined where there is no such file yet. */
  text: string | undefined;
  /** It is only used for helpers that it has. */
  asItIs?: boolean;
}

/** How a helper is had from its home. */
export interface AtHome {
  name: string;
  /** The edit of the importing file; undefined where it imports the helper already. */
  imports: TextEdit | undefined;
  /** The home with the helper in it. */
  text: string;
}

/** @returns undefined where the helper cannot live there: another language, names of a library it would have to import */
export function atHome(helper: Helper, subject: Subject, phrasing: Phrasing, home: Home): AtHome | undefined {
  const rules = phrasing.home;
  const own = subject.candidate.cell.file;
  if (!rules || helper.imports || home.path === own.path || !rules.suits(own.path, home.path)) return undefined;
  const before = home.text ?? '';
  const style = styleOf(before.trim() === '' ? subject.text : before);
  const module = rules.module(subject, home.path);
  const imported = (name: string): boolean =>
    own.model.imports.some((one) => one.module === module && one.names.some(({ local }) => local === name));
  const clashes = (name: string): boolean => freeName(name, subject.text) !== name && !imported(name);
  const inserted: string[] = [];
  const have = (wanted: Helper, isExported: boolean): string => {
    const used = (wanted.uses ?? []).map((one) => have(one, false));
    const write = (name: string): string => {
      const source = wanted.source(name, used);
      return phrasing.restyle(isExported ? rules.exported(source, name, before, subject) : source, style, subject);
    };
    const names = [wanted.name, ...[2, 3, 4, 5].map((n) => `${wanted.name}${n}`)];
    const known = names.find((name) => before.includes(write(name)) && !(isExported && clashes(name)));
    if (known !== undefined) return known;
    const name = freeName(wanted.name, isExported && clashes(wanted.name) ? `${before}\n${subject.text}` : before);
    inserted.push(write(name));
    return name;
  };
  const name = have(helper, true);
  if (inserted.length > 0 && home.asItIs) return undefined;
  const gap = before === '' ? '' : before.endsWith('\n') ? style.eol : style.eol + style.eol;
  const added = inserted.reverse().join(style.eol + style.eol);
  return {
    name,
    imports: phrasing.importing?.(subject, module, [name], styleOf(subject.text)),
    text: added === '' ? before : `${before}${gap}${added}${style.eol}`,
  };
}

/** Folders that helpers are often kept in. */
const FOLDERS = ['', 'lib/', 'utils/', 'shared/'];
/** How many folders above a file are looked into. */
const MAX_ABOVE = 2;

/** What a module with helpers of this kind speaks of. */
const HELPS = /\b409\b|\bConflict\b|retry|backoff/i;

/**
 * Where a helper for a call could live: in a module of the project that its file imports and that answers conflicts or makes
 * calls again already, else in a file beside it, which may be new. Undefined where the language has no such files.
 */
export function homeFor({ candidate, language, ev }: FoundCall): string | undefined {
  const { file, val } = candidate.cell;
  const rules = phrasingOf(language.id)?.home;
  if (!rules?.suits(file.path, rules.fileName(file.path))) return undefined;
  for (const { names, relative } of file.model.imports) {
    const [first] = relative ? names : [];
    const def = first && file.lookup(first.local, val);
    const there = def && ev.project.follow({ file, def })?.file;
    if (there && there !== file && rules.suits(file.path, there.path) && HELPS.test(there.text)) return there.path;
  }
  return `${file.path.slice(0, file.path.lastIndexOf('/') + 1)}${rules.fileName(file.path)}`;
}

/** The paths of files that may have a helper for a call already: the modules its file imports, and those near by. */
export function homesFor({ candidate, language }: FoundCall): string[] {
  const { file } = candidate.cell;
  const rules = phrasingOf(language.id)?.home;
  if (!rules) return [];
  const imported = file.model.imports.flatMap(({ module, relative }) =>
    relative ? rules.paths(file.path, module) : [],
  );
  return [...new Set([...imported, ...near(file.path, rules.fileName(file.path))])].filter(
    (path) => path !== file.path,
  );
}

/** Where a file for helpers may be, the nearest first. */
function near(file: string, name: string): string[] {
  const out: string[] = [];
  let folder = file.slice(0, file.lastIndexOf('/') + 1);
  for (let level = 0; level <= MAX_ABOVE; level++) {
    out.push(...FOLDERS.map((below) => `${folder}${below}${name}`));
    const above = folder.lastIndexOf('/', folder.length - 2);
    if (folder === '' || folder === '/') break;
    folder = folder.slice(0, above + 1);
  }
  return out;
}
