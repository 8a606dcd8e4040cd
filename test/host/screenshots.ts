/**
 * `npm run screenshots`: opens an example in the newest served VS Code and takes the pictures of the documentation,
 * docs/images/diagnostics-dark.png and -light.png.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = join(root, 'examples');
const images = join(root, 'docs', 'images');

const pictures = [
  { name: 'diagnostics-dark', theme: 'Default Dark Modern' },
  { name: 'diagnostics-light', theme: 'Default Light Modern' },
] as const;

/** Settings that keep everything out of the picture that is not about the marks. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.iconTheme': 'vs-seti',
  'workbench.editor.enablePreview': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.lightbulb.enabled': 'off',
  'problems.defaultViewMode': 'tree',
  'problems.showCurrentInStatus': true,
  'typescript.validate.enable': false,
  'breadcrumbs.enabled': false,
  'git.enabled': false,
  'task.autoDetect': 'off',
  'extensions.ignoreRecommendations': true,
};

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

/** A row of the file tree or of the problems, by the text on it. */
const row = (page: Page, text: string) => page.locator('.monaco-list-row', { hasText: text }).first();

/** Opens what the picture shows, the last one in front. */
async function arrange(page: Page): Promise<void> {
  for (const name of ['typescript', 'booking-staff.ts', 'mailbox-watcher.ts', 'csharp', 'ProjectTeams.cs']) {
    await row(page, name).click({ timeout: 60_000 });
  }
  const mark = page.locator('.squiggly-warning').first();
  await mark.waitFor({ state: 'attached', timeout: 60_000 });
  await command(page, 'View: Focus Problems');
  await page.locator('.markers-panel .monaco-list-row').nth(4).waitFor();
  // The code after the call is what the mark speaks of; the hover covers what stands before it.
  await page.mouse.move(900, 300);
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 100);
  await page.waitForTimeout(500);
  const place = await mark.boundingBox();
  if (place) await page.mouse.move(place.x + place.width / 2, place.y + 4, { steps: 5 });
  await page.locator('.monaco-hover-content', { hasText: 'guard409' }).waitFor();
}

const version = hostVersions[0];
if (!version) throw new Error('no host version is listed');
const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
await mkdir(images, { recursive: true });
for (const { name, theme } of pictures) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-pictures-'));
  const userFolder = join(dataFolder, 'data', 'Machine');
  await mkdir(userFolder, { recursive: true });
  await writeFile(join(userFolder, 'settings.json'), JSON.stringify({ ...settings, 'workbench.colorTheme': theme }));
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  try {
    const { page, close } = await openWorkbench({ chromium, port: server.port, folder, extension: root });
    await arrange(page);
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: join(images, `${name}.png`) });
    await close();
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
