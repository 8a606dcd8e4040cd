/** What a picture of the documentation shows, and the moves that scenes share. */
import type { Frame, Locator, Page } from 'playwright-core';

/** A text of package.nls.json in the picture's language. */
export type ManifestText = (name: string) => string;

/** One arrangement of the editor. */
export interface Scene {
  /** First part of the picture's name. */
  name: string;
  /** Settings on top of the common ones. */
  settings?: Readonly<Record<string, unknown>>;
  /** The part of the window that is taken; all of it where none is given. */
  clip?: Readonly<{ x: number; y: number; width: number; height: number }>;
  /** Brings the editor, just opened on the examples, to what is to be seen. @param text what the manifest calls things */
  arrange(page: Page, text: ManifestText): Promise<void>;
}

/** Time for the workbench to start and the extension to read its grammars, on a busy machine. */
const patienceMs = 60_000;

/** Runs a command by its title, from wherever the focus is. */
export async function command(page: Page, title: string): Promise<void> {
  // Nothing listens to keys before the window is there.
  await page.locator('.statusbar-item').first().waitFor({ timeout: patienceMs });
  const found = row(page.locator('.quick-input-list'), title);
  const until = Date.now() + patienceMs;
  // The palette lists an extension's command only after the editor has read its manifest, and follows a text with delay.
  while (!(await found.isVisible()) && Date.now() < until) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.insertText(title);
    await found.waitFor({ timeout: 4_000 }).catch(() => undefined);
  }
  await found.click();
}

/** A row of the file tree or of the problems, by the text on it. */
export const row = (within: Page | Locator, text: string) =>
  within.locator('.monaco-list-row', { hasText: text }).first();

/** Opens files of the tree, folders before what is in them; the last one is in front. What is open already stays so. */
export async function open(page: Page, ...names: string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    const isOpen = next !== undefined && /\.\w+$/.test(next) && !/\./.test(name) && (await row(page, next).isVisible());
    if (!isOpen) await row(page, name).click({ timeout: patienceMs });
  }
}

/** Waits for the first mark and returns it. */
export async function firstMark(page: Page) {
  const mark = page.locator('.squiggly-warning').first();
  await mark.waitFor({ state: 'attached', timeout: patienceMs });
  return mark;
}

/** Rests the pointer on the first mark until the hover of the call is there. */
export async function hoverFirstMark(page: Page): Promise<void> {
  const place = await (await firstMark(page)).boundingBox();
  if (place) await page.mouse.move(place.x + place.width / 2, place.y + 4, { steps: 5 });
  await page.locator('.monaco-hover-content', { hasText: 'guard409' }).waitFor();
}

/** The frame of the page in front, rendered from Markdown. */
export async function markdownFrame(page: Page): Promise<Frame> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    for (const frame of page.frames()) {
      const heading = frame.locator('.markdown-body h1').first();
      if (await heading.isVisible().catch(() => false)) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error('no page is shown');
}
