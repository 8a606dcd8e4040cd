/** The answer to "why is this marked?", beside the code. */
import { command, firstMark, open, type Scene } from './scene.js';

export const why: Scene = {
  name: 'why',
  async arrange(page, text) {
    await open(page, 'csharp', 'ProjectTeams.cs');
    const place = await (await firstMark(page)).boundingBox();
    if (place) await page.mouse.click(place.x + place.width / 2, place.y + 4);
    await page.keyboard.press('Control+b');
    await command(page, `409 Guard: ${text('command.why')}`);
    const until = Date.now() + 30_000;
    const headings = () =>
      Promise.all(
        page.frames().map((f) =>
          f
            .locator('h1')
            .count()
            .catch(() => 0),
        ),
      );
    while (Date.now() < until && !(await headings()).some((count) => count > 0)) await page.waitForTimeout(200);
  },
};
