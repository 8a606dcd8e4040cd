/** Lines of source files for code frames and fingerprints. Findings come file by file, so one file is kept. */
import { readText } from '../host-node/read-text.js';

/** Text of a 1-based line without its line break; undefined where there is none (any more). */
export type LineOf = (file: string, line: number) => string | undefined;

/** A reader of lines; `resolve` gives the path on disk. */
export function sourceLines(resolve: (file: string) => string): LineOf {
  let current: { file: string; lines: string[] } | undefined;
  return (file, line) => {
    if (current?.file !== file) {
      const source = readText(resolve(file));
      current = { file, lines: source.ok ? source.text.split(/\r\n|\n|\r/) : [] };
    }
    return current.lines[line - 1];
  };
}
