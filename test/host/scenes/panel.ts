/** The explainer, opened from a call. */
import type { Frame, Page } from 'playwright-core';
import { command, firstMark, open, row, type Scene } from './scene.js';

/** The frame of the explainer, once it shows a scenario. */
export async function panelFrame(page: Page): Promise<Frame> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      const titles = await frame
        .locator('main h1')
        .count()
        .catch(() => 0);
      if (titles > 0) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('the explainer shows nothing');
}

/** Runs a command that asks nothing. */
export async function run(page: Page, title: string): Promise<void> {
  await command(page, title);
  await page.locator('.quick-input-widget input').first().waitFor({ state: 'hidden' });
}

/** Opens the explainer from the first mark of a file, and gives it the whole window. @param title of its command */
export async function openPanel(page: Page, title: string, ...files: string[]): Promise<Frame> {
  await open(page, ...files);
  const mark = await firstMark(page);
  await mark.click({ force: true });
  await run(page, `409 Guard: ${title}`);
  await panelFrame(page);
  await run(page, 'View: Toggle Primary Side Bar Visibility');
  await run(page, 'View: Toggle Maximize Editor Group');
  return panelFrame(page);
}

export const panel: Scene = {
  name: 'panel',
  async arrange(page, text) {
    await page.setViewportSize({ width: 1280, height: 1180 });
    const frame = await openPanel(page, text('command.explain'), 'typescript', 'mailbox-watcher.ts');
    await frame.locator('.sequence').waitFor();
    await page.mouse.move(0, 0);
  },
};

/** The controls of the waits, and what follows from them. */
export const waits: Scene = {
  name: 'waits',
  async arrange(page, text) {
    await command(page, `409 Guard: ${text('command.explain')}`);
    await page.locator('.quick-input-widget input[placeholder="Which conflict?"]').waitFor();
    await page.keyboard.insertText('graph/directory-concurrency');
    await row(page.locator('.quick-input-list'), 'graph/directory-concurrency').click();
    await panelFrame(page);
    await run(page, 'View: Toggle Primary Side Bar Visibility');
    const frame = await panelFrame(page);
    await frame.locator('#set-attempts').fill('7');
    await frame.locator('#back-off').evaluate('(section) => section.scrollIntoView()');
  },
};
