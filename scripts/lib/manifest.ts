/** The parts of package.json that follow from the language table. */
import { languages } from '../../src/analysis/languages/index.js';
import { conflictGrammars } from './conflict-grammars.js';

/** What a language of the editor gets besides marks. */
interface EditorRow {
  /** File of snippets. */
  snippets: string;
  /** Scope of the editor's grammar for the language. */
  scope: string;
}

/** By the editor's language id. A new language is one row. */
const EDITOR_ROWS: Record<string, EditorRow> = {
  csharp: { snippets: './snippets/csharp.json', scope: 'source.cs' },
  go: { snippets: './snippets/go.json', scope: 'source.go' },
  java: { snippets: './snippets/java.json', scope: 'source.java' },
  javascript: { snippets: './snippets/typescript.json', scope: 'source.js' },
  javascriptreact: { snippets: './snippets/typescript.json', scope: 'source.js.jsx' },
  powershell: { snippets: './snippets/powershell.json', scope: 'source.powershell' },
  python: { snippets: './snippets/python.json', scope: 'source.python' },
  shellscript: { snippets: './snippets/shellscript.json', scope: 'source.shell' },
  typescript: { snippets: './snippets/typescript.json', scope: 'source.ts' },
  typescriptreact: { snippets: './snippets/typescript.json', scope: 'source.tsx' },
};

const editorIds = [...new Set(languages.flatMap((language) => language.editorIds))].sort();

/**
 * Events that start the extension: a document in an analysed language, the configuration file, or a panel that a reloaded
 * window brings back. The editor itself adds the commands and views that the manifest contributes.
 */
export function activationEvents(): string[] {
  return [
    ...editorIds.map((id) => `onLanguage:${id}`),
    'onWebviewPanel:guard409.explain',
    'workspaceContains:.guard409.jsonc',
  ];
}

/** Snippets of the accepted shapes, for every analysed language that has some. */
export function snippets(): { language: string; path: string }[] {
  return editorIds.flatMap((language) => {
    const row = EDITOR_ROWS[language];
    return row ? [{ language, path: row.snippets }] : [];
  });
}

/** Grammars that highlight exemptions in the comments of every analysed language, and tests for a conflict in its code. */
export function grammars(): { scopeName: string; path: string; injectTo: string[] }[] {
  const injectTo = editorIds.flatMap((id) => EDITOR_ROWS[id]?.scope ?? []);
  return [
    { scopeName: 'comment.guard409.injection', path: './syntaxes/guard409-ignore.tmLanguage.json', injectTo },
    {
      scopeName: 'comment.guard409.csharp.injection',
      path: './syntaxes/guard409-csharp.tmLanguage.json',
      injectTo: injectTo.filter((scope) => scope === 'source.cs'),
    },
    ...conflictGrammars(),
  ];
}

/** Commands that ask something of the code at the cursor. */
const codeCommands = ['guard409.why'];

type Menus = Record<string, { command: string; when?: string; group?: string }[]>;

/** The menus of a manifest, with the commands on code offered in the editors of the analysed languages and nowhere else. */
export function menus(written: Menus): Menus {
  const when = `editorLangId =~ /^(?:${editorIds.join('|')})$/`;
  const others = (menu: string) => (written[menu] ?? []).filter((row) => !codeCommands.includes(row.command));
  return {
    ...written,
    commandPalette: [...others('commandPalette'), ...codeCommands.map((command) => ({ command, when }))],
    'editor/context': [
      ...others('editor/context'),
      ...codeCommands.map((command) => ({ command, when, group: '1_guard409' })),
    ],
  };
}

/**
 * Settings whose values a workspace that is not trusted cannot give: all of the extension's own, since each changes what is
 * marked, how loud, or what is written.
 */
export function restrictedConfigurations(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(properties).sort();
}

/**
 * The text of package.json with its generated parts as they should be.
 *
 * @param text the file as it is
 */
export function updatedManifest(text: string): string {
  const manifest = JSON.parse(text);
  const { contributes: written } = manifest;
  const contributes = { ...written, menus: menus(written.menus ?? {}), snippets: snippets(), grammars: grammars() };
  const { untrustedWorkspaces, ...others } = manifest.capabilities;
  const restricted = restrictedConfigurations(contributes.configuration.properties);
  const capabilities = {
    untrustedWorkspaces: { ...untrustedWorkspaces, restrictedConfigurations: restricted },
    ...others,
  };
  const generated = { activationEvents: activationEvents(), contributes, capabilities };
  return `${JSON.stringify({ ...manifest, ...generated }, undefined, 2)}\n`;
}
