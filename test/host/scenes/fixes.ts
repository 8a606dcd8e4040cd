/** The fixes of a mark: the menu, the preview of one that needs a decision, and the code after one that is safe. */
import type { Page } from 'playwright-core';
import { firstMark, open, type Scene } from './scene.js';

const tries = 6;

/** Opens the menu of the light bulb at the first mark. */
export async function openFixes(page: Page): Promise<void> {
  const ours = page.locator('.action-widget .monaco-list-row', { hasText: '409' }).first();
  // On a busy machine the editor may not have taken the click when the key arrives.
  for (let turn = 0; turn < tries && !(await ours.isVisible()); turn++) {
    await page.keyboard.press('Escape');
    const place = await (await firstMark(page)).boundingBox();
    if (place) await page.mouse.click(place.x + place.width / 2, place.y + 4);
    await page.keyboard.press('Control+.');
    await ours.waitFor({ timeout: 8_000 }).catch(() => undefined);
  }
  await ours.waitFor();
}

async function choose(page: Page, title: RegExp): Promise<void> {
  await openFixes(page);
  await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
}

export const quickFixes: Scene = {
  name: 'quick-fixes',
  async arrange(page) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await openFixes(page);
  },
};

export const quickFixesCosmos: Scene = {
  name: 'quick-fixes-cosmos',
  async arrange(page) {
    await open(page, 'csharp', 'OrderRepository.cs');
    await openFixes(page);
  },
};

/** Writing over what is there loses what somebody else wrote, so the editor asks first. */
export const fixPreview: Scene = {
  name: 'fix-preview',
  async arrange(page) {
    await open(page, 'csharp', 'OrderRepository.cs');
    await choose(page, /upsert/i);
    await page
      .locator('.part.panel .monaco-list-row', { hasText: /Upsert/ })
      .first()
      .waitFor();
    // Away from where the panel's edge has come.
    await page.mouse.move(900, 640);
  },
};

export const fixed: Scene = {
  name: 'fixed',
  settings: { 'editor.wordWrap': 'on' },
  async arrange(page) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await choose(page, /renew the subscription/i);
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  },
};
