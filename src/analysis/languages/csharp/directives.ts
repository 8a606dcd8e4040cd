/**
 * `#if` may cut C# anywhere; the grammar reads it only around whole declarations and statements. Where it cuts
 * elsewhere (`#if X public #else internal #endif class C`) the directives and all branches but one are blanked here.
 * The text keeps its length and its lines, so every offset stays true.
 */

interface Piece {
  start: number;
  end: number;
}

interface Group {
  directives: Piece[];
  /** What stands between two directives. */
  branches: Piece[];
}

const DIRECTIVE = /^[ \t]*#[ \t]*(if|elif|else|endif)\b[^\n]*/gm;

/**
 * The text with awkward directives blanked.
 *
 * @returns the same string where there is nothing to do
 */
export function shapeDirectives(text: string): string {
  if (!text.includes('#if') && !/#[ \t]+if/.test(text)) return text;
  const blank = groups(text)
    .filter((g) => !isWhole(text, g))
    .flatMap((g) => {
      const kept = g.branches.find((b) => text.slice(b.start, b.end).trim() !== '') ?? g.branches[0];
      return [...g.directives, ...g.branches.filter((b) => b !== kept)];
    });
  if (blank.length === 0) return text;
  blank.sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = 0;
  for (const piece of blank) {
    if (piece.end <= at) continue;
    const start = Math.max(piece.start, at);
    out += text.slice(at, start) + text.slice(start, piece.end).replace(/[^\r\n]/g, ' ');
    at = piece.end;
  }
  return out + text.slice(at);
}

function groups(text: string): Group[] {
  const done: Group[] = [];
  const open: Group[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const piece = { start: match.index, end: match.index + match[0].length };
    if (match[1] === 'if') open.push({ directives: [piece], branches: [] });
    else {
      const group = open.at(-1);
      const last = group?.directives.at(-1);
      if (!group || !last) continue;
      group.branches.push({ start: last.end, end: piece.start });
      group.directives.push(piece);
      if (match[1] === 'endif') {
        done.push(group);
        open.pop();
      }
    }
  }
  return done;
}

/** True if the grammar can read a group as it stands: whole declarations or statements, at a place for them. */
function isWhole(text: string, group: Group): boolean {
  const first = group.directives[0];
  return first !== undefined && isBoundary(text, first.start) && group.branches.every((b) => isItems(text, b));
}

/** Strings, characters, comments and directives: nothing in them is structure. */
const QUIET = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|^[ \t]*#[^\n]*/gm;

/** Nothing unfinished may stand before the directive. */
function isBoundary(text: string, at: number): boolean {
  const before = text
    .slice(Math.max(0, at - 2000), at)
    .replace(QUIET, '')
    .trimEnd();
  return before === '' || /[;{}]$/.test(before);
}

function isItems(text: string, branch: Piece): boolean {
  const code = text
    .slice(branch.start, branch.end)
    .replace(QUIET, (m) => (/^["'@]/.test(m) ? '""' : ''))
    .trim();
  if (code === '') return true;
  if (!/[;}]$/.test(code)) return false;
  if (/^(?:else|catch|finally|while\s*\([^)]*\)\s*;|[.,:?&|)=+{])/.test(code)) return false;
  let depth = 0;
  for (const c of code) {
    if (c === '(' || c === '{' || c === '[') depth++;
    else if (c === ')' || c === '}' || c === ']') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
