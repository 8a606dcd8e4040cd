/** The snippets as the editor inserts them: every placeholder with its default. */
import { textOf } from './repository.js';

export interface Snippet {
  name: string;
  prefix: string;
  description: string;
  /** As written, its lines joined. */
  body: string;
}

/** The snippets of a file of the repository. */
export function readSnippets(path: string): Snippet[] {
  const rows: Record<string, { prefix: string; description: string; body: string[] }> = JSON.parse(textOf(path));
  return Object.entries(rows).map(([name, row]) => ({ ...row, name, body: row.body.join('\n') }));
}

/**
 * The text a snippet leaves when nothing is typed into it. Placeholders hold plain text here; `$n` repeats the text of
 * `${n:…}` wherever that stands.
 *
 * @throws when a placeholder has no default, or when a dollar or brace is neither escaped nor part of a placeholder
 */
export function expand(body: string): string {
  const defaults = new Map([['0', '']]);
  for (const [, number = '', text = ''] of body.matchAll(TOKEN)) if (number) defaults.set(number, unescaped(text));
  const out = body.replace(TOKEN, (token, placeholder?: string, _text?: string, repeated?: string) => {
    const number = placeholder ?? repeated;
    if (number === undefined) return unescaped(token);
    const text = defaults.get(number);
    if (text === undefined) throw new Error(`$${number} has no default`);
    return text;
  });
  const loose = body.replace(TOKEN, '').indexOf('$');
  if (loose >= 0) throw new Error(`a dollar stands open near "${body.replace(TOKEN, '').slice(loose, loose + 20)}"`);
  return out;
}

/** An escaped character, `${n:text}` or `$n`. */
const TOKEN = /\\[$}\\]|\$\{(\d+):((?:\\[$}\\]|[^}\\$])*)\}|\$(\d+)/g;

const unescaped = (text: string): string => text.replace(/\\([$}\\])/g, '$1');
