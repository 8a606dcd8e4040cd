/** Texts of neighbouring files, for imports followed one hop. Kept for a while: files of a folder import the same ones. */
import { readdirSync } from 'node:fs';
import { readText } from './read-text.js';

/** Texts kept, counted in characters. */
const MAX_CHARS = 16 * 1024 * 1024;

function textOf(path: string): string | undefined {
  const source = readText(path);
  return source.ok ? source.text : undefined;
}

/** Names of the files in a folder, one a line. */
function namesIn(folder: string): string | undefined {
  try {
    return readdirSync(folder).sort().join('\n');
  } catch {
    return undefined;
  }
}

/** A reader with its own memory. Files that do not exist are remembered as well. */
export function neighbourReader(): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  let chars = 0;
  return (path) => {
    if (texts.has(path)) return texts.get(path);
    const text = path.endsWith('/') ? namesIn(path) : textOf(path);
    chars += (text?.length ?? 0) + path.length;
    if (chars > MAX_CHARS) {
      texts.clear();
      chars = text?.length ?? 0;
    }
    texts.set(path, text);
    return text;
  };
}
