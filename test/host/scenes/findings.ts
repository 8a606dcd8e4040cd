/** The tree of findings after a scan, with one of them opened. */
import type { Scene } from './scene.js';

export const findings: Scene = {
  name: 'findings',
  async arrange(page, text) {
    await page.locator('.activitybar .action-label[aria-label^="409 Guard"]').first().click({ timeout: 60_000 });
    await page.getByText(text('command.scanWorkspace')).first().click({ timeout: 60_000 });
    const rows = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
    await rows.nth(10).waitFor({ timeout: 60_000 });
    // Wide enough for a sentence.
    const sash = await page.locator('.monaco-sash.vertical:not(.disabled)').first().boundingBox();
    if (sash) {
      await page.mouse.move(sash.x + sash.width / 2, 400);
      await page.mouse.down();
      await page.mouse.move(sash.x + 170, 400, { steps: 5 });
      await page.mouse.up();
    }
    await rows.nth(2).click();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
  },
};
