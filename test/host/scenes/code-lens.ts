/** The line above each call, for those who turn it on. */
import { firstMark, open, type Scene } from './scene.js';

export const codeLens: Scene = {
  name: 'code-lens',
  settings: { 'guard409.codeLens': 'all' },
  async arrange(page) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await firstMark(page);
    await page.locator('.codelens-decoration', { hasText: '409' }).first().waitFor();
  },
};
