/** The hover on a marked call. */
import { hoverFirstMark, open, type Scene } from './scene.js';

export const hover: Scene = {
  name: 'hover',
  async arrange(page) {
    await open(page, 'typescript', 'mailbox-watcher.ts');
    await hoverFirstMark(page);
    await page.locator('.monaco-hover-content a[data-href*="guard409.explain"]').waitFor();
  },
};
