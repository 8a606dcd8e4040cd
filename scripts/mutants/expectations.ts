/**
 * Reads what fixtures expect: `// expect: VERDICT [REASON] [OPERATION]` at the end of the call's line, or alone on a
 * line before it. `none` as a verdict says that the line holds no site.
 */

export interface Expectation {
  /** 1-based line of the call's method name. */
  line: number;
  verdict: string;
  reason?: string;
  operation?: string;
}

const said = '([a-z-]+)(?:\\s+([a-z][a-z-]+))?(?:\\s+([A-Z]+ \\/?\\S+))?';
const comments = {
  expect: new RegExp(`(?:\\/\\/|#|<!--)\\s*expect:\\s*${said}`),
  'todo-expect': new RegExp(`(?:\\/\\/|#|<!--)\\s*todo-expect:\\s*${said}`),
};

/**
 * All expectations of a text, in order.
 *
 * @param word `todo-expect` reads what would be right where the engine is known to answer otherwise
 */
export function readExpectations(text: string, word: keyof typeof comments = 'expect'): Expectation[] {
  const comment = comments[word];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = comment.exec(line);
    const verdict = found?.[1];
    if (!found || verdict === undefined) return [];
    const [, , reason, operation] = found;
    return [
      {
        line: line.slice(0, found.index).trim() === '' ? nextCode(lines, index) : index + 1,
        verdict,
        ...(reason ? { reason } : {}),
        ...(operation ? { operation } : {}),
      },
    ];
  });
}

/** The line a comment alone on its line speaks of: the next that is neither empty nor a comment. */
function nextCode(lines: readonly string[], index: number): number {
  let at = index + 1;
  while (at < lines.length && /^\s*(\/\/.*|#.*)?$/.test(lines[at] ?? '')) at++;
  return at + 1;
}
