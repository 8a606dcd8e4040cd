/** Texts of neighbouring files, for imports followed one hop. Kept for a while: files of a folder import the same ones. */
import { readText } from './read-text.js';

/** Texts kept, counted in characters. */
const MAX_CHARS = 16 * 1024 * 1024;

/** A reader with its own memory. Files that do not exist are remembered as well. */
export function neighbourReader(): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  let chars = 0;
  return (path) => {
    if (texts.has(path)) return texts.get(path);
    const source = readText(path);
    const text = source.ok ? source.text : undefined;
    chars += (text?.length ?? 0) + path.length;
    if (chars > MAX_CHARS) {
      texts.clear();
      chars = text?.length ?? 0;
    }
    texts.set(path, text);
    return text;
  };
}
