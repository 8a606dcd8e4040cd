/** The explainer, opened from a call. */
import type { Frame, Page } from 'playwright-core';
import { firstMark, open, type Scene } from './scene.js';

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

/** Runs a command by its title, from wherever the focus is. */
export async function run(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget input').first();
  await page.keyboard.press('F1');
  await input.waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await input.waitFor({ state: 'hidden' });
}

/** Opens the explainer from the first mark of a file, and gives it the whole window. */
export async function openPanel(page: Page, ...files: string[]): Promise<Frame> {
  await open(page, ...files);
  const mark = await firstMark(page);
  await mark.click({ force: true });
  await run(page, '409 Guard: Explain a 409 Conflict');
  await panelFrame(page);
  await run(page, 'View: Toggle Primary Side Bar Visibility');
  await run(page, 'View: Toggle Maximize Editor Group');
  return panelFrame(page);
}

export const panel: Scene = {
  name: 'panel',
  async arrange(page) {
    await page.setViewportSize({ width: 1280, height: 1180 });
    const frame = await openPanel(page, 'typescript', 'mailbox-watcher.ts');
    await frame.locator('.sequence').waitFor();
  },
};
