/** The hover on a marked call: in a language for which the editor has no service that adds lines of its own. */
import { hoverFirstMark, open, type Scene } from './scene.js';

export const hover: Scene = {
  name: 'hover',
  async arrange(page) {
    await open(page, 'python', 'mailbox_watcher.py');
    await hoverFirstMark(page);
    await page.locator('.monaco-hover-content a[data-href*="guard409.explain"]').waitFor();
  },
};
