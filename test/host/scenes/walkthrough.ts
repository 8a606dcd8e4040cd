/** The first step of the walkthrough. */
import { resolve } from 'node:path';
import { openWalkthrough, showStep, walkthroughSteps } from '../walkthrough.js';
import type { Scene } from './scene.js';

export const walkthrough: Scene = {
  name: 'walkthrough',
  settings: { 'workbench.activityBar.location': 'hidden' },
  // Without the frame around it: titles and status bar say whose test host it is.
  clip: { x: 120, y: 120, width: 1040, height: 600 },
  async arrange(page, text) {
    await openWalkthrough(page, text('command.openWalkthrough'));
    await page.keyboard.press('Control+b');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    const [first] = await walkthroughSteps(resolve(import.meta.dirname, '..', '..', '..'));
    if (!first || !(await showStep(page, 0, first.picture))) throw new Error('the picture did not come');
  },
};
