/** The part of package.json that follows from the language table. */
import { languages } from '../../src/analysis/languages/index.js';

/** Events that start the extension: a document in an analysed language, or the configuration file. */
export function activationEvents(): string[] {
  const editorIds = [...new Set(languages.flatMap((language) => language.editorIds))].sort();
  return [...editorIds.map((id) => `onLanguage:${id}`), 'workspaceContains:.guard409.jsonc'];
}

/**
 * The text of package.json with its generated parts as they should be.
 *
 * @param text the file as it is
 */
export function updatedManifest(text: string): string {
  return `${JSON.stringify({ ...JSON.parse(text), activationEvents: activationEvents() }, undefined, 2)}\n`;
}
