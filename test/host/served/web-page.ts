/**
 * Rewrites the page of the served VS Code so that extensions under development run in the browser's worker, as they do
 * where there is no server for them: web extensions are read from the page's own configuration alone.
 */
import type { Page } from 'playwright-core';

/** What runs in the worker. */
export interface WebExtensions {
  /** Name under which the folders below are served. */
  link: string;
  /** Folders of extensions, below the link; empty for the link itself. */
  extensions: readonly string[];
  /** Module below the link whose `run()` is called; without it the editor waits to be used. */
  tests?: string;
  /** Values of settings where the user has set none. */
  settings: Record<string, unknown>;
}

/** Lets Chromium load from the loopback address in a page whose text comes from a test. */
export const webPageFlags = ['--disable-features=LocalNetworkAccessChecks'];

/** To be called before the page is opened. */
export async function runInWorker(page: Page, port: number, web: WebExtensions): Promise<void> {
  await page.route(
    (url) => url.pathname === '/' && url.port === String(port),
    async (route) => {
      try {
        const response = await route.fetch();
        await route.fulfill({ response, body: rewritten(await response.text(), port, web) });
      } catch (error) {
        console.error(error);
        await route.abort();
      }
    },
  );
}

/** @throws when the page is not built as expected */
function rewritten(html: string, port: number, web: WebExtensions): string {
  const base = /[\w-]+-[0-9a-f]{40}\/static(?=["/&])/.exec(html)?.[0];
  const settings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
  const found = settings.exec(html);
  if (!base || !found) throw new Error('the page of VS Code holds no configuration where it used to');
  const uri = (path: string) => ({
    scheme: 'http',
    authority: `127.0.0.1:${port}`,
    path: ['', base, web.link, path].join('/').replace(/\/$/, ''),
  });
  const configuration = JSON.parse(unescaped(found[2] ?? '')) as {
    developmentOptions?: object;
    configurationDefaults?: object;
  };
  configuration.developmentOptions = {
    ...configuration.developmentOptions,
    extensions: web.extensions.map(uri),
    ...(web.tests === undefined ? {} : { extensionTestsPath: uri(web.tests) }),
  };
  configuration.configurationDefaults = { ...configuration.configurationDefaults, ...web.settings };
  return html.replace(settings, (_all, before: string) => `${before}${escaped(JSON.stringify(configuration))}"`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
