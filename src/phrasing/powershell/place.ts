/** Where helpers stand in a script: functions have to be there before they are called. */
import type { Stmt } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';

/** A parameter of the script is declared at its name; a variable that is assigned stands there. */
const isParameter = (s: Stmt): boolean =>
  s.s === 'bind' && s.declares && s.target.v === 'ref' && s.target.range.start === s.target.range.end;

/**
 * Behind the script's parameters and before its first statement, above the comment on that one. A file of functions has them
 * at its end: nothing is called before it is read as a whole, and each function keeps the help above it.
 */
export function place(subject: Subject): { at: number; depth: number } {
  const { text } = subject;
  const { top } = subject.candidate.cell.file.model;
  const written = top.filter((s) => !isParameter(s) && s.range.end > s.range.start);
  const own = written.filter((s) => s.s !== 'function' && s.s !== 'type' && !isExport(s));
  const signed = text.search(/^# SIG # Begin signature block/m);
  if (!own.length) return { at: signed < 0 ? text.length : signed, depth: 0 };
  const first = Math.min(...written.map((s) => s.range.start));
  return { at: aboveComments(text, lineStart(text, first)), depth: 0 };
}

/** `Export-ModuleMember` only says what a module shows. */
function isExport(s: Stmt): boolean {
  return s.s === 'do' && s.value.v === 'call' && s.value.callee.v === 'ref' && /^export-/i.test(s.value.callee.name);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The beginning of the comment right above a line; the line itself where there is none. */
function aboveComments(text: string, start: number): number {
  let at = start;
  for (;;) {
    const above = lineStart(text, at - 1);
    if (at === 0) return at;
    const line = text.slice(above, at).trim();
    if (!line.startsWith('#') || /^#(?:requires|!|region|endregion)/i.test(line)) return at;
    at = above;
  }
}
