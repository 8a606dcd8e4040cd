/** Where the editor has drawn a squiggle, by the points of a picture, against what its list of problems states. */
import type { Page } from 'playwright-core';
import { colorAt, readPng } from '../../scripts/lib/png.js';
import { command, firstMark, open } from './scenes/scene.js';

/** As many points as a squiggle below one short word has at least. */
const leastPoints = 8;

/** Opens a file of the examples with one mark. Returns what is wrong. */
export async function squiggleFaults(page: Page): Promise<string[]> {
  await open(page, 'typescript', 'mailbox-watcher.ts');
  await firstMark(page);
  await command(page, 'View: Focus Problems');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '[Ln ' }).first();
  await problem.waitFor();
  const stated = Number(/\[Ln (\d+)/.exec((await problem.textContent()) ?? '')?.[1]);
  const number = page.locator('.monaco-editor .margin .line-numbers').filter({ hasText: new RegExp(`^${stated}$`) });
  const line = await number.first().boundingBox();
  const text = await page.locator('.monaco-editor .view-lines').first().boundingBox();
  const editor = await page.locator('.editor-instance .monaco-editor').first().boundingBox();
  if (!line || !text || !editor) return [`line ${stated} of the list of problems is not on the screen`];
  // Beside the text stands the ruler, which shows marks in the same colour.
  const clip = { x: text.x, y: editor.y, width: editor.x + editor.width - text.x - 30, height: editor.height };
  const picture = readPng(await page.screenshot({ clip }));
  const rows: number[] = [];
  for (let point = 0; point < picture.width * picture.height; point++) {
    if (isWarning(colorAt(picture.rgb, point))) rows.push(clip.y + Math.floor(point / picture.width));
  }
  if (rows.length < leastPoints) return [`only ${rows.length} points have the colour of a squiggle`];
  const outside = rows.filter((y) => y < line.y + line.height / 2 || y > line.y + line.height);
  if (outside.length === 0) return [];
  return [
    `line ${stated} ends at ${line.y + line.height}, but there are points of a squiggle at ${[...new Set(outside)]}`,
  ];
}

/** The yellow of warnings (#CCA700 in "Default Dark Modern"), also where it is mixed with the dark behind a thin line. */
function isWarning(color: number): boolean {
  const [red, green, blue] = [color >> 16, (color >> 8) & 255, color & 255];
  return red > 90 && blue < red * 0.4 && green > red * 0.72 && green < red * 0.95;
}
