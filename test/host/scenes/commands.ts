/** What the commands of the palette show: an error decoded, portal against API, coverage, a decision, the lab. */
import type { Page } from 'playwright-core';
import { run } from './panel.js';
import { command, firstMark, type ManifestText, markdownFrame, open, row, type Scene } from './scene.js';

/** An error as a log has it, with what belongs to a tenant. */
const error =
  'POST https://graph.microsoft.com/v1.0/subscriptions HTTP/1.1 409 Conflict {"error":{"code":"ObjectIdentifierInUse","message":"Subscription Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 already exists for the requested combination","innerError":{"date":"2026-05-04T09:12:44","request-id":"7f0c1c0e-54a1-4d6e-9c55-2e1f7a7c1b1d"}}}';

const guard = (text: ManifestText, key: string) => `409 Guard: ${text(`command.${key}`)}`;

/** Answers a question of the editor by a row of its list. */
async function pick(page: Page, label: string): Promise<void> {
  await row(page.locator('.quick-input-list'), label).click();
}

/** Answers a question of the editor by a text, once it is asked. */
async function answer(page: Page, question: string, text?: string): Promise<void> {
  await page.locator('.quick-input-widget', { hasText: question }).waitFor();
  if (text !== undefined) await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

export const decode: Scene = {
  name: 'decode',
  async arrange(page, text) {
    await page.context().grantPermissions(['clipboard-read']);
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await firstMark(page);
    await command(page, guard(text, 'decodeError'));
    const title = page.locator('.quick-input-title', { hasText: 'Decode an error' });
    const paste = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Type or paste' });
    await title.or(paste).first().waitFor();
    if (await paste.isVisible()) await paste.click();
    await answer(page, 'Decode an error', error);
    await markdownFrame(page);
  },
};

export const compare: Scene = {
  name: 'compare',
  async arrange(page, text) {
    await command(page, guard(text, 'comparePortal'));
    await pick(page, 'All conflicts in one table');
    await markdownFrame(page);
  },
};

export const coverage: Scene = {
  name: 'coverage',
  async arrange(page, text) {
    // What is in front counts already; a scan would count the others.
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await firstMark(page);
    await command(page, guard(text, 'showCoverage'));
    await markdownFrame(page);
  },
};

/** The record, with its entry for the calendar in the tree of files. */
export const record: Scene = {
  name: 'record',
  async arrange(page, text) {
    await command(page, guard(text, 'recordDecision'));
    await answer(page, 'Which feature is turned off or on again?');
    await pick(page, 'Turned on again');
    await page.locator('.quick-input-widget input[placeholder^="What was done before?"]').waitFor();
    for (const place of [0, 1]) await page.locator('.quick-input-list .monaco-list-row').nth(place).click();
    await page.keyboard.press('Enter');
    await answer(page, 'Why?', 'The permissions report shows no site that is shared too widely.');
    await answer(page, 'When is it looked at again?');
    await page.locator('.tab.active', { hasText: '.md' }).waitFor();
    const entry = row(page, '.ics');
    if (!(await entry.isVisible())) {
      await row(page, 'docs').click();
      // A folder that the editor was about to open by itself was closed by the click. This key only opens.
      await page.keyboard.press('ArrowRight');
    }
    await entry.waitFor();
    await page.locator('.tab.active').click();
    await page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
  },
};

/** The lab with its address in the status bar, and what can be done with it. */
export const lab: Scene = {
  name: 'lab',
  async arrange(page, text) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await run(page, guard(text, 'startLab'));
    const item = labItem(page);
    await item.waitFor({ timeout: 30_000 });
    // The served editor writes no output: it is installed without what writes it.
    await run(page, 'View: Hide Panel');
    await item.click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Stop the lab' }).waitFor();
  },
};

/** The lab's place in the status bar. */
export const labItem = (page: Page) => page.locator('.statusbar-item[id$="guard409.lab"] a').first();
