/** What is configured for a document: the user's settings, and over them the `.guard409.jsonc` of its workspace folder. */
import * as vscode from 'vscode';
import { DEFAULT_CONFIG, type EngineConfig, type Severities } from '../analysis/engine-config.js';
import { compileGlobs, type PathTest, within } from '../analysis/globs.js';
import { scenarios } from '../catalog/index.js';
import { CONFIG_FILE, type Config, type ParsedConfig, parseConfig } from '../config/config.js';
import { t } from '../l10n/t.js';
import type { PathRules } from '../walk/choose.js';
import { isInside } from './inside.js';
import { fileUri } from './notebook/cells.js';

/** What holds for one document. */
export interface Effective {
  engine: EngineConfig;
  /** Why the document is left out: by the settings, or by the globs of the file. Absent where it is not. */
  leftOut?: 'disabled' | 'excluded';
}

/** What holds for every file of a folder. */
export interface Rules extends PathRules {
  engine: EngineConfig;
  /** Its settings turn the extension off. */
  disabled: boolean;
}

/** Whether a change counts for a file. */
export type Affects = (uri: vscode.Uri) => boolean;

const rules = scenarios.map((scenario) => scenario.id);

/** Checks the text of a configuration file that stands in `folder` (a path with forward slashes). */
export function checkConfig(text: string, folder: string): ParsedConfig {
  return parseConfig(text, { root: folder, rules, t });
}

/** Reads configuration files once and says when something has changed. */
export class Configurations implements vscode.Disposable {
  private readonly files = new Map<string, Promise<Config | undefined>>();
  private readonly changed = new vscode.EventEmitter<Affects>();
  private readonly subscriptions: vscode.Disposable[];

  /** Fires after a setting, a configuration file, the folders or their trust have changed, with the files this counts for. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    const inFile = (uri: vscode.Uri) => this.change((folder) => isFileOf(uri, folder));
    this.subscriptions = [
      watcher,
      watcher.onDidChange(inFile),
      watcher.onDidCreate(inFile),
      watcher.onDidDelete(inFile),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.files.clear();
        // What stood in the one may stand in another one now.
        this.changed.fire((uri) => [...added, ...removed].some((folder) => isInside(uri, folder.uri)));
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.change(() => true)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('guard409')) {
          this.changed.fire((uri) => event.affectsConfiguration('guard409', uri));
        }
      }),
    ];
  }

  /** What holds for a document now. A configuration file with errors counts as none; its own marks say why. */
  async effective(document: vscode.TextDocument): Promise<Effective> {
    const { engine, disabled, excludes, includes } = await this.rulesFor(fileUri(document));
    const { path } = document.uri;
    if (disabled) return { engine, leftOut: 'disabled' };
    return includes(path) && !excludes(path) ? { engine } : { engine, leftOut: 'excluded' };
  }

  /** What holds for a file, or for the files of a workspace folder. */
  async rulesFor(uri: vscode.Uri): Promise<Rules> {
    const settings = vscode.workspace.getConfiguration('guard409', uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const file = folder ? await this.fileOf(folder) : undefined;
    const base = file?.engine ?? { ...DEFAULT_CONFIG, root: folder?.uri.path ?? '' };
    const inRoot = (test: PathTest) => (path: string) => test(within(base.root, path));
    return {
      engine: { ...base, severities: { ...settings.get<Severities>('severities', {}), ...base.severities } },
      disabled: !settings.get<boolean>('enable', true),
      includes: file && file.include.length > 0 ? inRoot(compileGlobs(file.include)) : () => true,
      excludes: inRoot(compileGlobs(file?.exclude ?? [])),
    };
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  /** Reads the files of folders again; nothing has changed where there is none of them. */
  private change(isMeant: (folder: vscode.WorkspaceFolder) => boolean): void {
    const meant = new Set((vscode.workspace.workspaceFolders ?? []).filter(isMeant).map(({ uri }) => uri.toString()));
    if (meant.size === 0) return;
    for (const key of meant) this.files.delete(key);
    this.changed.fire((uri) => meant.has(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? ''));
  }

  private async fileOf(folder: vscode.WorkspaceFolder): Promise<Config | undefined> {
    // It can silence marks, so it counts only where the folder's author is trusted.
    if (!vscode.workspace.isTrusted) return undefined;
    const key = folder.uri.toString();
    let config = this.files.get(key);
    if (!config) {
      config = readConfig(folder);
      this.files.set(key, config);
    }
    return config;
  }
}

/** True for the configuration file of a folder: one that stands deeper counts for nothing. */
function isFileOf(uri: vscode.Uri, folder: vscode.WorkspaceFolder): boolean {
  return vscode.Uri.joinPath(folder.uri, CONFIG_FILE).toString() === uri.toString();
}

async function readConfig(folder: vscode.WorkspaceFolder): Promise<Config | undefined> {
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, CONFIG_FILE)));
  } catch {
    return undefined;
  }
  const parsed = checkConfig(text, folder.uri.path);
  return parsed.ok ? parsed.config : undefined;
}
