/** The language table: ids, extensions, grammars. A new language is one file and one line here. */
import { csharp } from './csharp.js';
import { go } from './go.js';
import { http } from './http.js';
import { java } from './java.js';
import type { Language } from './language.js';
import { powershell } from './powershell.js';
import { python } from './python.js';
import { shell } from './shell.js';
import { javascript, tsx, typescript } from './typescript.js';

export const languages: Language[] = [typescript, tsx, javascript, csharp, go, powershell, python, java, http, shell];

const byExtension = new Map(languages.flatMap((l) => l.extensions.map((e) => [e, l] as const)));

/** The language of a file by its name, or undefined. */
export function languageOf(file: string): Language | undefined {
  const slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  const dot = file.lastIndexOf('.');
  return dot > slash ? byExtension.get(file.slice(dot).toLowerCase()) : undefined;
}

export type { Language } from './language.js';
