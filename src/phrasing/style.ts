/** How a file is written, as far as inserted code has to follow it. */

export interface Style {
  /** One step of indentation. */
  indent: string;
  /** Line end. */
  eol: '\n' | '\r\n';
  quote: "'" | '"';
  semicolons: boolean;
  /** An opening brace stands on a line of its own. */
  braceOnOwnLine: boolean;
}

/** Reads the style off a text; what it does not show is as most files have it. */
export function styleOf(text: string): Style {
  const lines = text.split(/\r?\n/);
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const steps = [2, 4, 8].map((width) => ({ width, lines: count(new RegExp(`^ {${width}}\\S`)) }));
  // The narrowest indentation in real use is one step.
  const spaces = steps.find(({ lines: n }) => n >= 2)?.width ?? steps.find(({ lines: n }) => n > 0)?.width ?? 2;
  const single = text.split("'").length;
  const double = text.split('"').length;
  return {
    indent: count(/^\t+\S/) > count(/^ {2,}\S/) ? '\t' : ' '.repeat(spaces),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    quote: double > single ? '"' : "'",
    semicolons: count(/;\s*$/) >= count(/[\w)\]'"`]\s*$/),
    braceOnOwnLine: count(/^\s*\{\s*$/) >= count(/\)\s*\{\s*$/),
  };
}

/** Writes lines that are indented by two spaces a step in another indentation, below `depth` steps of it. */
export function indented(source: string, style: Style, depth: number): string {
  return source
    .split('\n')
    .map((line) => {
      if (line.trim() === '') return '';
      const spaces = /^ */.exec(line)?.[0].length ?? 0;
      return style.indent.repeat(depth + spaces / 2) + line.slice(spaces);
    })
    .join(style.eol);
}
