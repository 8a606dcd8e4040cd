/**
 * The commands of the palette as people use them, in the newest served editor: each in turn in one window, by keys and
 * pointer, looked at by axe where what is shown is ours.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import type { HostVersion } from '../../scripts/hosts/versions.js';
import { seriousFaults } from './axe.js';
import type { TestOutcome } from './result.js';
import { compare, coverage, decode, lab, labItem, record } from './scenes/commands.js';
import { panelFrame, run } from './scenes/panel.js';
import { command, firstMark, hoverFirstMark, type ManifestText, markdownFrame, open, row } from './scenes/scene.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

/** Time that anything in the window may take, on a busy machine. */
const patienceMs = 45_000;

/** Time for a change of theme to reach a page in a frame. */
const themeMs = 1_000;

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.enablePreview': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'typescript.validate.enable': false,
  'files.autoSave': 'off',
};

/** The themes in which what is ours is looked at, and the class that the workbench has in each. */
const themes = [
  { theme: 'Default Dark Modern', mark: 'vs-dark' },
  { theme: 'Default Light Modern', mark: 'vs' },
  { theme: 'Default High Contrast', mark: 'hc-black' },
] as const;

/** What the steps work with. */
interface Use {
  page: Page;
  text: ManifestText;
  /** What axe finds in a part of the page or of a frame in it, in each theme; the first theme is back afterwards. */
  faults(selector: string, frame?: () => Promise<Frame>): Promise<string[]>;
  /** The folder that is open. */
  folder: string;
}

/** The steps, one after another in one window; none depends on what another left open. */
const steps: readonly { title: string; run(use: Use): Promise<void> }[] = [
  { title: 'the conflict at the cursor is explained', run: explainsAtCursor },
  { title: 'a conflict is explained by its name', run: explainsByName },
  { title: 'the code of a mark opens the explanation', run: opensByCode },
  { title: 'an error is decoded from a paste, and leads to the explanation', run: decodes },
  { title: 'portal and API are compared', run: compares },
  { title: 'the coverage is shown', run: covers },
  { title: 'a decision is recorded', run: records },
  { title: 'the lab is started, answers, and is stopped', run: startsLab },
];

/** Runs the steps; each is a test. */
export async function commandTests(root: string, version: HostVersion): Promise<TestOutcome[]> {
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const texts: Record<string, string> = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-commands-'));
  const folder = join(dataFolder, 'work', 'examples');
  await cp(join(root, 'examples'), folder, { recursive: true });
  const userFolder = join(dataFolder, 'data', 'Machine');
  await mkdir(userFolder, { recursive: true });
  const setTheme = (theme: string) =>
    writeFile(join(userFolder, 'settings.json'), JSON.stringify({ ...settings, 'workbench.colorTheme': theme }));
  await setTheme(themes[0].theme);
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  const grep = process.env['GUARD409_GREP'] ?? '';
  try {
    const { page, close } = await openWorkbench({ chromium, port: server.port, folder, extension: root });
    page.setDefaultTimeout(patienceMs);
    const show = async ({ theme, mark }: (typeof themes)[number]) => {
      await setTheme(theme);
      await page.locator(`.monaco-workbench.${mark}`).first().waitFor({ state: 'attached' });
      // A page in a frame is told of the theme after the window.
      await page.waitForTimeout(themeMs);
    };
    const faults: Use['faults'] = async (selector, frame) => {
      const found: string[] = [];
      for (const row of themes) {
        if (row !== themes[0]) await show(row);
        const looked = await steadily(page, async () => seriousFaults(frame ? await frame() : page, axe, selector));
        found.push(...looked.map((fault) => `${row.theme}: ${fault}`));
      }
      await show(themes[0]);
      return found;
    };
    const use: Use = { page, text: (key) => texts[key] ?? key, faults, folder };
    const outcomes: TestOutcome[] = [];
    try {
      for (const step of steps.filter(({ title }) => title.includes(grep))) {
        const begun = Date.now();
        const error = await step.run(use).then(
          () => undefined,
          (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
        );
        const state = error === undefined ? 'passed' : 'failed';
        outcomes.push({ title: step.title, state, ms: Date.now() - begun, ...(error === undefined ? {} : { error }) });
        await page.keyboard.press('Escape');
        await run(page, 'View: Close All Editors');
      }
      return outcomes;
    } finally {
      await close();
    }
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Does it again where the page in the frame was made anew meanwhile, as the editor does when the theme changes. */
async function steadily<T>(page: Page, act: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--)
    try {
      return await act();
    } catch (error) {
      if (left === 0 || !/detached|destroyed/.test(String(error))) throw error;
      await page.waitForTimeout(themeMs);
    }
}

/** The explainer shows a scenario, with the marked call of the file where there is one. */
async function explained(page: Page, title: RegExp, withCall: boolean): Promise<void> {
  const frame = await panelFrame(page);
  await frame.locator('main h1', { hasText: title }).waitFor();
  if (withCall) await frame.locator('mark').waitFor({ state: 'attached' });
}

async function explainsAtCursor({ page, text }: Use): Promise<void> {
  await open(page, 'typescript', 'mailbox-watcher.ts');
  await (await firstMark(page)).click({ force: true });
  await run(page, `409 Guard: ${text('command.explainAtCursor')}`);
  await explained(page, /Subscription/, true);
}

/** By keys alone: the palette, the name, Enter. */
async function explainsByName({ page, text }: Use): Promise<void> {
  await command(page, `409 Guard: ${text('command.explain')}`);
  await page.locator('.quick-input-widget input[placeholder="Which conflict?"]').waitFor();
  await page.keyboard.insertText('planner-stale-etag');
  await row(page.locator('.quick-input-list'), 'graph/planner-stale-etag').waitFor();
  await page.keyboard.press('Enter');
  await explained(page, /Planner/, false);
}

async function opensByCode({ page }: Use): Promise<void> {
  await open(page, 'typescript', 'mailbox-watcher.ts');
  await hoverFirstMark(page);
  await page.locator('.monaco-hover a.code-link').first().click();
  await explained(page, /Subscription/, true);
  const labels = await page.locator('.tab .label-name').allTextContents();
  assert.equal(labels.length, 2, labels.join(', '));
}

async function decodes({ page, text, faults }: Use): Promise<void> {
  await decode.arrange(page, text);
  const frame = await markdownFrame(page);
  const shown = (await frame.locator('.markdown-body').textContent()) ?? '';
  assert.match(shown, /graph\/subscription-duplicate/);
  assert.doesNotMatch(shown, /3f2504e0/, 'ids are masked');
  assert.deepEqual(await faults('.markdown-body', () => markdownFrame(page)), []);
  const again = await markdownFrame(page);
  await again.locator('a', { hasText: 'graph/subscription-duplicate' }).first().click();
  await explained(page, /Subscription/, false);
}

async function compares({ page, text, faults }: Use): Promise<void> {
  await compare.arrange(page, text);
  assert.equal(await activeTab(page), 'Portal and API');
  const frame = await markdownFrame(page);
  assert.ok((await frame.locator('.markdown-body tbody tr').count()) > 80);
  assert.deepEqual(await faults('.markdown-body', () => markdownFrame(page)), []);
}

async function covers({ page, text, faults }: Use): Promise<void> {
  await coverage.arrange(page, text);
  const frame = await markdownFrame(page);
  assert.match((await frame.locator('.markdown-body').textContent()) ?? '', /Microsoft Graph/);
  assert.deepEqual(await faults('.markdown-body', () => markdownFrame(page)), []);
}

async function records({ page, text, folder, faults }: Use): Promise<void> {
  await record.arrange(page, text);
  // The tab has the ending in a part of its own.
  const [name] = /^\d{4}-\d\d-\d\d-microsoft-365-copilot-chat-on/.exec(await activeTab(page)) ?? [];
  assert.ok(name);
  const written = await readFile(join(folder, 'docs', 'decisions', `${name}.md`), 'utf8');
  assert.match(await readFile(join(folder, 'docs', 'decisions', `${name}.ics`), 'utf8'), /BEGIN:VCALENDAR/);
  assert.match(written, /no site that is shared too widely/);
  await run(page, 'Markdown: Open Preview');
  assert.deepEqual(await faults('.markdown-body', () => markdownFrame(page)), []);
}

async function activeTab(page: Page): Promise<string> {
  return (await page.locator('.tab.active .label-name').textContent()) ?? '';
}

async function startsLab({ page, text, faults }: Use): Promise<void> {
  await lab.arrange(page, text);
  assert.deepEqual(await faults('.quick-input-list .monaco-icon-label'), []);
  await page.keyboard.press('Escape');
  const [address] = /[\d.]+:\d+/.exec((await labItem(page).textContent()) ?? '') ?? [];
  assert.equal((await fetch(`http://${address}/v1.0/me/mailFolders`)).status, 200);
  assert.deepEqual(await faults('.statusbar-item[id$="guard409.lab"]'), []);
  await run(page, `409 Guard: ${text('command.stopLab')}`);
  await labItem(page).waitFor({ state: 'detached' });
  await assert.rejects(fetch(`http://${address}/v1.0/me/mailFolders`));
}
