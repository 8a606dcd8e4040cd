/** The extension's own snippets as examples of remedies, read once, when the panel is first shown. */
import * as vscode from 'vscode';
import { languages } from '../../analysis/languages/index.js';
import { examplePrefixes, type Snippet, snippetText } from '../../explain/examples.js';
import type { Examples } from '../../explain/scenario-view.js';

/** The snippets of one language. */
interface Family {
  language: string;
  byPrefix: Map<string, Snippet>;
}

/** @param extension whose manifest lists the snippets, and whose files hold them */
export function remedyExamples(extension: vscode.Extension<unknown>): () => Promise<Examples> {
  let read: Promise<Family[]> | undefined;
  return async () => {
    read ??= families(extension);
    const all = await read;
    return (scenario, remedy) => {
      const prefixes = examplePrefixes(scenario, remedy);
      return all.flatMap(({ language, byPrefix }) => {
        const snippet = prefixes.map((prefix) => byPrefix.get(prefix)).find((one) => one !== undefined);
        return snippet ? [{ language, code: snippetText(snippet) }] : [];
      });
    };
  };
}

async function families(extension: vscode.Extension<unknown>): Promise<Family[]> {
  const listed: { language: string; path: string }[] = extension.packageJSON.contributes.snippets;
  // Several languages may share a file; it is shown under the name of the first one that is a language of the table.
  const paths = [...new Set(listed.map(({ path }) => path))];
  return Promise.all(
    paths.map(async (path) => {
      const ids = listed.filter((row) => row.path === path).map((row) => row.language);
      const title = languages.find(({ editorIds }) => editorIds.some((id) => ids.includes(id)))?.title ?? ids[0] ?? '';
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
      const rows: Record<string, Snippet> = JSON.parse(new TextDecoder().decode(bytes));
      return { language: title, byPrefix: new Map(Object.values(rows).map((row) => [row.prefix, row])) };
    }),
  );
}
