/**
 * A display language for a served VS Code. The server takes the one it is started with if a language pack for it is
 * installed; this installs one that translates nothing of the workbench, so that it needs no download and all that is
 * shown in the language comes from the extension.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names the display language in the environment of the launcher. */
export const languageVariable = 'GUARD409_HOST_LANGUAGE';

/**
 * Call before the server starts.
 *
 * @param dataFolder the one the server is started with
 * @param language by the editor's name for it: `de`
 */
export async function addLanguage(dataFolder: string, language: string): Promise<void> {
  const folder = join(dataFolder, 'data');
  await mkdir(folder, { recursive: true });
  const texts = join(folder, `workbench.${language}.json`);
  await writeFile(texts, JSON.stringify({ contents: {} }));
  const source = { extensionIdentifier: { id: `test.language-pack-${language}` }, version: '1.0.0' };
  const pack = { hash: 'test', label: language, extensions: [source], translations: { vscode: texts } };
  await writeFile(join(folder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
