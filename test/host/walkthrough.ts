/** The walkthrough as a user sees it: opened from the command palette, step by step. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import type { ServerInstallation } from '../../scripts/hosts/server.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

/** Time a picture may take to appear. */
const patienceMs = 15_000;

const steps = (page: Page) => page.locator('.getting-started-step');

/** Opens the walkthrough and waits for its steps. @param title of the command, without its category */
export async function openWalkthrough(page: Page, title = 'Get started'): Promise<void> {
  const command = page.locator('.quick-input-list .monaco-list-row', { hasText: `409 Guard: ${title}` });
  await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
  // The palette lists a command of an extension only after the editor has read its manifest.
  for (let turn = 0; (await command.count()) === 0 && turn < 30; turn++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.keyboard.type(`409 Guard: ${title}`);
    await page.waitForTimeout(500);
  }
  await command.first().click();
  await steps(page).first().waitFor();
}

/** Opens a step by its number, from 0, and waits for the picture with this title. Returns false if it does not come. */
export async function showStep(page: Page, index: number, picture: string): Promise<boolean> {
  await steps(page).nth(index).click();
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    // A frame that is replaced while it is read has nothing to say.
    const read = page.frames().map((frame) =>
      frame
        .locator('svg > title')
        .allTextContents()
        .catch(() => []),
    );
    const titles = await Promise.all(read);
    if (titles.flat().includes(picture)) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** The steps of the manifest: title, and the title inside the picture. */
export async function walkthroughSteps(root: string): Promise<{ title: string; picture: string }[]> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const texts = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  const listed: { title: string; media: { svg: string } }[] = manifest.contributes.walkthroughs[0].steps;
  return Promise.all(
    listed.map(async ({ title, media }) => {
      const svg = await readFile(join(root, media.svg), 'utf8');
      return { title: texts[title.replaceAll('%', '')], picture: /<title>(.+)<\/title>/.exec(svg)?.[1] ?? '' };
    }),
  );
}

/** Goes through the walkthrough of the installed extension. Returns what is not as the manifest says. */
export async function walkthroughFaults(
  root: string,
  installation: ServerInstallation,
  dataFolder: string,
): Promise<string[]> {
  const expected = await walkthroughSteps(root);
  const chromium = await ensureChromium();
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  try {
    const { page, close } = await openWorkbench({ chromium, port: server.port });
    try {
      await openWalkthrough(page);
      const titles = await steps(page).locator('.step-title').allTextContents();
      const faults = expected.map(({ title }) => title).join() === titles.join() ? [] : [`the steps are ${titles}`];
      for (const [index, { title, picture }] of expected.entries()) {
        if (!(await showStep(page, index, picture))) faults.push(`${title}: no picture`);
      }
      return faults;
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
}
