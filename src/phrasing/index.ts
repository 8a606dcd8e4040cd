/** The table of phrasings, one file and folder for each language. */
import { csharp } from './csharp.js';
import { go } from './go.js';
import { java } from './java.js';
import type { Phrasing } from './phrasing.js';
import { powershell } from './powershell.js';
import { python } from './python.js';
import { typescript } from './typescript.js';

const phrasings: readonly Phrasing[] = [typescript, csharp, go, powershell, python, java];

/** How fixes are written in a language; undefined where they are not. */
export function phrasingOf(language: string): Phrasing | undefined {
  return phrasings.find((phrasing) => phrasing.languages.includes(language));
}
