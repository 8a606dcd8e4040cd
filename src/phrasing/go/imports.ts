/** Names of packages in a file, and the edit by which it comes to have one more. */
import type { Import } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';
import type { TextEdit } from '../phrasing.js';
import type { Style } from '../style.js';

/** The name a package goes by in the file of the call; the last part of its path where the file does not have it. */
export function packageName(subject: Subject, module: string): string {
  const imp = importOf(subject, module);
  const [first] = imp?.names ?? [];
  // Where no name is given, the path says it, as far as these packages go.
  return (isNamed(subject, imp) ? first?.local : undefined) ?? lastOf(module);
}

/** True where a name of the file would hide the package. */
export function isHidden(subject: Subject, module: string): boolean {
  if (importOf(subject, module)) return false;
  const def = subject.candidate.cell.file.top.names.get(lastOf(module));
  return def !== undefined;
}

function importOf(subject: Subject, module: string): Import | undefined {
  return subject.candidate.cell.file.model.imports.find((i) => i.module === module && i.form === 'namespace');
}

function isNamed(subject: Subject, imp: Import | undefined): boolean {
  return imp !== undefined && !/^["`]/.test(subject.text.slice(imp.range.start, imp.range.end));
}

function lastOf(module: string): string {
  const parts = module.split('/');
  const last = parts.at(-1) ?? '';
  return /^v\d+$/.test(last) ? (parts.at(-2) ?? last) : last;
}

/** Packages of the standard library have no dot in the first part of their path. */
const isStandard = (module: string): boolean => !(module.split('/')[0] ?? '').includes('.');

/** The edit that imports a package, where gofmt would have it; undefined where it is imported. */
export function importing(
  subject: Subject,
  module: string,
  _names: readonly string[],
  style: Style,
): TextEdit | undefined {
  if (importOf(subject, module)) return undefined;
  const { imports } = subject.candidate.cell.file.model;
  const like = imports.filter((i) => isStandard(i.module) === isStandard(module) && isInList(subject, i));
  const after = [...like].reverse().find((i) => i.module < module);
  if (after) return line(after.range.end, `${style.eol}\t"${module}"`);
  const [before] = like;
  if (before) return line(before.range.start, `"${module}"${style.eol}\t`);
  const [first] = imports.filter((i) => isInList(subject, i));
  const last = imports.filter((i) => isInList(subject, i)).at(-1);
  if (first && isStandard(module)) return line(first.range.start, `"${module}"${style.eol}${style.eol}\t`);
  if (last) return line(last.range.end, `${style.eol}${style.eol}\t"${module}"`);
  const head = /^package\s+\w+[^\n]*$/m.exec(subject.text);
  return head ? line(head.index + head[0].length, `${style.eol}${style.eol}import "${module}"`) : undefined;
}

const line = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** It stands in parentheses, on a line of its own. */
function isInList({ text }: Subject, imp: Import): boolean {
  const from = text.lastIndexOf('\n', imp.range.start - 1) + 1;
  return /^\s*$/.test(text.slice(from, imp.range.start));
}
