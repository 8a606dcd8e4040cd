/** Opens VS Code's workbench in a headless Chromium. */
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import type { Chromium } from '../../../scripts/hosts/chromium.js';

export interface Workbench {
  page: Page;
  /** Errors the page's console has shown, where those of the extension host arrive too. */
  consoleErrors(): string[];
  /** The last lines of the console, of whatever level. */
  consoleTail(): string[];
  close(): Promise<void>;
}

/** As many lines as one reads to see where a run got stuck. */
const tailLines = 200;

/** The address of a path on the machine the server runs on. The authority must be the window's own. */
function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
}

/**
 * Opens a folder or an empty window.
 *
 * @param options.extension one under development; installed ones run in any case
 * @param options.tests module whose `run()` the extension host calls; without it the editor waits to be used
 */
export async function openWorkbench(options: {
  chromium: Chromium;
  port: number;
  folder?: string;
  extension?: string;
  tests?: string;
}): Promise<Workbench> {
  const payload = [
    ...(options.extension ? [['extensionDevelopmentPath', remoteUri(options.port, options.extension)]] : []),
    ...(options.tests ? [['extensionTestsPath', remoteUri(options.port, options.tests)]] : []),
    ['skipWelcome', 'true'],
  ];
  const browser: Browser = await playwright.launch({
    executablePath: options.chromium.executable,
    env: { ...process.env, ...options.chromium.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const errors: string[] = [];
    const tail: string[] = [];
    page.on('console', (message) => {
      tail.push(message.text());
      if (tail.length > tailLines) tail.shift();
      if (message.type() !== 'error') return;
      // For what failed to load, the text alone does not say which address it was.
      const { url } = message.location();
      const isLog = message.args().length > 0;
      errors.push(isLog || url === '' ? message.text() : `${message.text()} at ${url}`);
    });
    const place: Record<string, string> = options.folder === undefined ? { ew: 'true' } : { folder: options.folder };
    const query = new URLSearchParams({ ...place, payload: JSON.stringify(payload) });
    await page.goto(`http://127.0.0.1:${options.port}/?${query}`);
    return { page, consoleErrors: () => [...errors], consoleTail: () => [...tail], close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
