/** The language status of a file, opened. */
import { firstMark, open, type Scene } from './scene.js';

export const languageStatus: Scene = {
  name: 'language-status',
  async arrange(page) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await firstMark(page);
    await page.locator('#status\\.languageStatus').hover();
    await page.locator('.hover-language-status', { hasText: '409' }).waitFor();
  },
};
