/** What a picture of the documentation shows, and the moves that scenes share. */
import type { Page } from 'playwright-core';

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

/** Runs a command by its title. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

/** A row of the file tree or of the problems, by the text on it. */
export const row = (page: Page, text: string) => page.locator('.monaco-list-row', { hasText: text }).first();

/** Opens files of the tree, folders before what is in them; the last one is in front. */
export async function open(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await row(page, name).click({ timeout: patienceMs });
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
