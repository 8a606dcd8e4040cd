/** Opens VS Code's workbench in a headless Chromium. */
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import type { Chromium } from '../../../scripts/hosts/chromium.js';
import { runInWorker, type WebExtensions, webPageFlags } from './web-page.js';

export interface Workbench {
  page: Page;
  /** Errors the page's console has shown, where those of the extension host arrive too. */
  consoleErrors(): string[];
  /** The last lines of the console, of whatever level. */
  consoleTail(): string[];
  /** Waits for a text on the console, said before or after, and gives what follows it. Rejects when it does not come. */
  consoleText(marker: string, timeoutMs: number): Promise<string>;
  close(): Promise<void>;
}

/** As many lines as one reads to see where a run got stuck. */
const tailLines = 200;

/** The address of a path on the machine the server runs on. The authority must be the window's own. */
function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
}

/** The part of the window's address that says what it opens. */
function placeQuery(place: string | undefined): Record<string, string> {
  if (place === undefined) return { ew: 'true' };
  return place.endsWith('.code-workspace') ? { workspace: place } : { folder: place };
}

/**
 * Opens a folder, the folders of a workspace file, or an empty window.
 *
 * @param options.folder path on the server's machine, or an address; the name of a workspace file ends in .code-workspace
 * @param options.extension one under development, in the server's extension host; installed ones run in any case
 * @param options.tests module whose `run()` the extension host calls; without it the editor waits to be used
 */
export async function openWorkbench(options: {
  chromium: Chromium;
  port: number;
  folder?: string;
  extension?: string;
  tests?: string;
  /** What runs in the browser's own extension host instead. */
  web?: WebExtensions;
}): Promise<Workbench> {
  const payload = [
    ...(options.extension ? [['extensionDevelopmentPath', remoteUri(options.port, options.extension)]] : []),
    ...(options.tests ? [['extensionTestsPath', remoteUri(options.port, options.tests)]] : []),
    ['skipWelcome', 'true'],
  ];
  const browser: Browser = await playwright.launch({
    executablePath: options.chromium.executable,
    env: { ...process.env, ...options.chromium.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...(options.web ? webPageFlags : [])],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const errors: string[] = [];
    const tail: string[] = [];
    const listeners = new Set<(text: string) => void>();
    page.on('console', (message) => {
      for (const listener of listeners) listener(message.text());
      tail.push(message.text());
      if (tail.length > tailLines) tail.shift();
      if (message.type() !== 'error') return;
      // For what failed to load, the text alone does not say which address it was.
      const { url } = message.location();
      const isLog = message.args().length > 0;
      errors.push(isLog || url === '' ? message.text() : `${message.text()} at ${url}`);
    });
    if (options.web) await runInWorker(page, options.port, options.web);
    const query = new URLSearchParams({ ...placeQuery(options.folder), payload: JSON.stringify(payload) });
    await page.goto(`http://127.0.0.1:${options.port}/?${query}`);
    const consoleText = (marker: string, timeoutMs: number) =>
      new Promise<string>((resolve, reject) => {
        const late = () => reject(new Error(`"${marker}" was not said within ${timeoutMs / 1000} s`));
        const limit = setTimeout(late, timeoutMs);
        const listener = (text: string) => {
          const at = text.indexOf(marker);
          if (at < 0) return;
          clearTimeout(limit);
          listeners.delete(listener);
          resolve(text.slice(at + marker.length));
        };
        listeners.add(listener);
        for (const text of tail) listener(text);
      });
    return {
      page,
      consoleErrors: () => [...errors],
      consoleTail: () => [...tail],
      consoleText,
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
