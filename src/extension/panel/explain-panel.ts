/** The explainer panel: one web view, which shows a scenario and the call it was opened from, and survives a reload. */
import * as vscode from 'vscode';
import { scenarioById, scenarios } from '../../catalog/index.js';
import { decode } from '../../decode/decode.js';
import { type Examples, entries, scenarioView } from '../../explain/scenario-view.js';
import { t } from '../../l10n/t.js';
import { pageHtml } from '../../panel/html.js';
import { isPanelState, type Message, type PanelState, type Request, readRequest } from '../../panel/protocol.js';
import { WORDS } from '../../panel/words.js';
import type { FixHost } from '../actions/fix-edits.js';
import { applyFix, compareFix, copyFix, notProven, showPlace, type WantedFix } from './fix-requests.js';
import { nonce } from './nonce.js';
import { callOf, type FoundSite, workspaceView } from './workspace-view.js';

/** The manifest names it too: without its activation event a reloaded window would leave the panel empty. */
const viewType = 'guard409.explain';

/** Results come in bursts while a workspace is scanned. */
const settleMs = 150;

/** Given when a panel is made: to change them after costs another load of the page. */
const pageOptions: vscode.WebviewPanelOptions & vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** What the panel needs. */
export interface PanelHost {
  extensionUri: vscode.Uri;
  fixes: FixHost;
  examples(): Promise<Examples>;
  report(error: unknown): void;
}

/** What the page said when it had drawn a scenario. */
export type Shown = Extract<Request, { type: 'shown' }>;

export class ExplainPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  /** What the page shows, by its own word; undefined while there is no panel. */
  shown: Shown | undefined;

  /** What was sent last, other than what follows the workspace by itself. */
  sent: Message | undefined;

  private panel: vscode.WebviewPanel | undefined;
  private assets: ReturnType<typeof pageAssets> | undefined;
  private state: PanelState | undefined;
  /** The state that the page was made with. */
  private embedded: PanelState | undefined;
  private places: FoundSite[] = [];
  private examples: Examples = () => [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly registrations: vscode.Disposable;

  constructor(private readonly host: PanelHost) {
    this.registrations = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      host.fixes.results.onDidChange(() => this.renewSoon()),
    );
  }

  /** The scenario and the call that are shown. */
  get kept(): PanelState | undefined {
    return this.state;
  }

  /** Shows a scenario; the panel that is open is used again. */
  async show(state: PanelState, column: vscode.ViewColumn): Promise<void> {
    this.state = state;
    if (this.panel) {
      this.panel.reveal(undefined, false);
      await this.send();
      return;
    }
    this.attach(vscode.window.createWebviewPanel(viewType, this.title(), column, pageOptions));
  }

  /** Takes over the panel of a window that was reloaded. A state that cannot be read becomes the first scenario. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.state = isPanelState(state) && scenarioById(state.rule) ? state : { rule: scenarios[0]?.id ?? '' };
    panel.webview.options = pageOptions;
    panel.title = this.title();
    this.attach(panel);
  }

  /** Answers what the page asks for. Anything that is no request is dropped. */
  async receive(value: unknown): Promise<void> {
    const request = readRequest(value);
    if (!request || !this.state) return;
    switch (request.type) {
      case 'ready':
        // What came with the page still holds, up to what has happened in the workspace meanwhile.
        if (this.state === this.embedded) {
          await this.post(listMessage());
          return this.renew();
        }
        await this.post(startMessage());
        await this.post(listMessage());
        return this.send();
      case 'shown':
        this.shown = request;
        return;
      case 'find':
        return this.post({
          type: 'found',
          text: request.text,
          rules: decode(request.text).matches.map(({ rule }) => rule),
        });
      case 'choose':
        if (!scenarioById(request.rule)) return;
        this.state = { rule: request.rule };
        return this.send();
      case 'openCall':
        return this.withCall((found) => showPlace(found));
      case 'openPlace': {
        const found = this.places[request.key];
        return found && showPlace(found);
      }
      case 'apply':
        return this.withCall(async (found) => this.say(await applyFix(this.host.fixes, found, request)));
      case 'copyFix':
        return this.withCall(async (found) => this.say(await copyFix(this.host.fixes, found, request)));
      case 'compare':
        return this.withCall((found) => this.compare(found, request));
      case 'copyExample':
        return this.copyExample(request.remedy, request.index);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.registrations.dispose();
    this.panel?.dispose();
  }

  private attach(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.shown = undefined;
    panel.iconPath = vscode.Uri.joinPath(this.host.extensionUri, 'media', 'icon.png');
    panel.webview.onDidReceiveMessage((value: unknown) => {
      this.receive(value).catch(this.host.report);
    });
    panel.onDidDispose(() => {
      if (this.panel !== panel) return;
      this.panel = undefined;
      this.shown = undefined;
    });
    this.fill(panel).catch(this.host.report);
  }

  /** Gives a panel its page. */
  private async fill(panel: vscode.WebviewPanel): Promise<void> {
    this.assets ??= pageAssets(vscode.Uri.joinPath(this.host.extensionUri, 'dist'));
    this.assets.catch(() => {
      this.assets = undefined;
    });
    const [assets, view] = await Promise.all([this.assets, this.view()]);
    if (this.panel !== panel || !view) return;
    this.embedded = view.state;
    this.sent = view;
    const { title } = panel;
    const first = [startMessage(), view];
    panel.webview.html = pageHtml({ ...assets, nonce: nonce(), language: vscode.env.language, title, first });
  }

  private title(): string {
    const scenario = scenarioById(this.state?.rule ?? '');
    return scenario ? t('409 Guard: {0}', t(scenario.title)) : '409 Guard';
  }

  /** Sends everything about the scenario of the state. */
  private async send(): Promise<void> {
    const view = await this.view();
    if (!view || !this.panel) return;
    this.panel.title = this.title();
    await this.post(view);
  }

  /** Everything about the scenario of the state, and about its call where it is now. */
  private async view(): Promise<Extract<Message, { type: 'show' }> | undefined> {
    const { state } = this;
    const scenario = scenarioById(state?.rule ?? '');
    if (!state || !scenario) return undefined;
    this.examples = await this.host.examples();
    const { here, places, call } = await workspaceView(this.host.fixes.results, state);
    this.places = places;
    const placed = call ? { ...state, call } : state;
    // Another one may have been asked for meanwhile.
    if (this.state === state) this.state = placed;
    return { type: 'show', scenario: scenarioView(scenario, t, this.examples), here, state: placed };
  }

  private renewSoon(): void {
    if (!this.panel) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.renew().catch(this.host.report), settleMs);
  }

  /** Sends what has changed in the workspace. The call may have moved with the text around it: its place is followed. */
  private async renew(): Promise<void> {
    const { state } = this;
    if (!state || !this.panel) return;
    const { here, places, call } = await workspaceView(this.host.fixes.results, state);
    if (this.state !== state) return;
    this.places = places;
    if (call) this.state = { ...state, call };
    await this.post({ type: 'here', here, ...(call && { call }) });
  }

  private async withCall(act: (found: FoundSite) => Promise<unknown>): Promise<void> {
    const found = this.state && callOf(this.host.fixes.results, this.state);
    if (found) await act(found);
  }

  private async compare(found: FoundSite, wanted: WantedFix): Promise<void> {
    const lines = await compareFix(this.host.fixes, found, wanted);
    if (lines) await this.post({ type: 'change', fix: wanted.fix, lines });
    else await this.say(notProven());
  }

  private async copyExample(remedy: string, index: number): Promise<void> {
    const scenario = scenarioById(this.state?.rule ?? '');
    const row = scenario?.remedies.find(({ id }) => id === remedy);
    const example = scenario && row && this.examples(scenario, row.id)[index];
    if (!example) return;
    await vscode.env.clipboard.writeText(`${example.code}\n`);
    await this.say(t('Copied'));
  }

  private async say(text: string): Promise<void> {
    await this.post({ type: 'said', text });
  }

  private async post(message: Message): Promise<void> {
    if (message.type !== 'here' && message.type !== 'list') this.sent = message;
    await this.panel?.webview.postMessage(message);
  }
}

/** What the page needs once. The display language stays the same, so each is made once. */
function startMessage(): Message {
  const translated = () => Object.fromEntries(Object.entries(WORDS).map(([name, word]) => [name, t(word)]));
  begin ??= { type: 'start', words: translated() };
  return begin;
}

/** All scenarios: by far the largest message, so the page gets it when it has drawn the one that is asked for. */
function listMessage(): Message {
  list ??= { type: 'list', entries: entries(t) };
  return list;
}

let begin: Message | undefined;
let list: Message | undefined;

/** Script and styles of the page, read when the panel is first opened. */
async function pageAssets(folder: vscode.Uri): Promise<{ script: string; style: string }> {
  const text = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const [script, style] = await Promise.all([text('panel.js'), text('panel.css')]);
  return { script, style };
}
