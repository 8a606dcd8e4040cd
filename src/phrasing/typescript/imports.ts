/** Imports that inserted code needs, written as the file writes its own. */
import type { Import } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';
import type { TextEdit } from '../phrasing.js';

/** One name and the line end, to be written in the style of the file. */
type Restyle = (source: string) => string;

/**
 * The edit by which a file comes to have names of a module.
 *
 * @param names as the module exports them; those that the file has under their own name are left out
 * @returns undefined where nothing is missing
 */
export function importing(
  { text, candidate }: Subject,
  module: string,
  names: readonly string[],
  restyled: Restyle,
): TextEdit | undefined {
  const { imports } = candidate.cell.file.model;
  const own = imports.filter((one) => one.module === module && !one.reexport);
  const missing = names.filter(
    (name) => !own.some((one) => !one.typeOnly && one.names.some(({ local }) => local === name)),
  );
  if (missing.length === 0) return undefined;
  const listed = own.find((one) => lastName(text, one) !== undefined);
  const at = listed && lastName(text, listed);
  if (at !== undefined) return { start: at, end: at, text: `, ${missing.join(', ')}` };
  const byDefault = own.find(
    ({ form, range }) => form === 'default' && !text.slice(range.start, range.end).includes('{'),
  );
  if (byDefault) {
    const local = byDefault.names[0]?.local ?? '';
    const end = text.indexOf(local, byDefault.range.start + 'import'.length) + local.length;
    return { start: end, end, text: `, { ${missing.join(', ')} }` };
  }
  return statement(text, imports, module, missing, restyled);
}

/** Where a further name goes behind the last one of `{ a, b }`; undefined where there are no such braces. */
function lastName(text: string, { form, names, range }: Import): number | undefined {
  if (names.length === 0 || (form !== 'named' && form !== 'require')) return undefined;
  if (names.some(({ imported }) => imported === '*' || imported === 'default')) return undefined;
  const source = text.slice(range.start, range.end);
  if (/^import\s+type\b/.test(source)) return undefined;
  const end = source.lastIndexOf('}', Math.max(source.lastIndexOf('from'), source.lastIndexOf('=')));
  const [, listed = ''] = /^([\s\S]*?[\w$])[\s,]*$/.exec(source.slice(0, Math.max(0, end))) ?? [];
  return listed === '' ? undefined : range.start + listed.length;
}

/** A statement of its own behind the last import, or before everything but what has to stand first. */
function statement(
  text: string,
  imports: readonly Import[],
  module: string,
  names: readonly string[],
  restyled: Restyle,
): TextEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const required = imports.filter(
    ({ form, range }) => form === 'require' && /^(?:const|let|var)\s/.test(lineAt(text, range.start)),
  );
  const stated = imports.filter(
    ({ range, reexport }) => !reexport && /^import\s/.test(text.slice(range.start, range.end)),
  );
  const isRequired = stated.length === 0 && required.length > 0;
  const line = restyled(
    isRequired
      ? `const { ${names.join(', ')} } = require('${module}');`
      : `import { ${names.join(', ')} } from '${module}';`,
  );
  const last = Math.max(-1, ...(isRequired ? required : stated).map(({ range }) => range.end));
  if (last >= 0) {
    const next = text.indexOf('\n', last - 1);
    const at = next < 0 ? text.length : next + 1;
    return { start: at, end: at, text: next < 0 ? `${eol}${line}` : `${line}${eol}` };
  }
  const at =
    /^(?:#!.*\r?\n)?(?:\s*\/\*[\s\S]*?\*\/\s*?\r?\n|\s*\/\/.*\r?\n)*(?:\s*(['"])use [a-z ]+\1;?\r?\n)*/.exec(text)?.[0]
      .length ?? 0;
  return { start: at, end: at, text: `${line}${eol}` };
}

function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}
