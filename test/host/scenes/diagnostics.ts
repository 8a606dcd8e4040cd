/** Marks in the code, the hover on one of them and the list of problems. */
import { command, firstMark, hoverFirstMark, open, type Scene } from './scene.js';

export const diagnostics: Scene = {
  name: 'diagnostics',
  async arrange(page) {
    await open(page, 'typescript', 'booking-staff.ts', 'mailbox-watcher.ts', 'csharp', 'ProjectTeams.cs');
    await firstMark(page);
    await command(page, 'View: Focus Problems');
    await page.locator('.markers-panel .monaco-list-row').nth(4).waitFor();
    // The code after the call is what the mark speaks of; the hover covers what stands before it.
    await page.mouse.move(900, 300);
    for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 100);
    await page.waitForTimeout(500);
    await hoverFirstMark(page);
  },
};
