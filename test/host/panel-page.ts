/**
 * The explainer as people use it: in the newest served editor, by pointer and keys, in three themes and at narrow widths,
 * looked at by axe, and through a reload of the window.
 */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import type { HostVersion } from '../../scripts/hosts/versions.js';
import type { TestOutcome } from './result.js';
import { openPanel, panelFrame, run } from './scenes/panel.js';
import { startServer } from './served/server.js';
import { openWorkbench, type Workbench } from './served/workbench.js';

/** Scenarios that together have every part: a plot, a checklist, four actors, no diagram, many answers. */
const examined = [
  'graph/subscription-duplicate',
  'graph/directory-concurrency',
  'graph/copilot-chat-toggled',
  'cosmos/multi-region-writes',
  'graph/what-409-means',
  'bookings/staff-member-exists',
];

const themes = ['Default Dark Modern', 'Default Light Modern', 'Default High Contrast', 'Default High Contrast Light'];

/** Time that anything in the window may take once the panel is there, on a busy machine. */
const patienceMs = 15_000;

/** What the steps work with. */
interface Use {
  workbench: Workbench;
  page: Page;
  /** The panel's frame as it is now: the editor makes it anew at times. */
  frame(): Promise<Frame>;
  setTheme(theme: string): Promise<void>;
}

/** The steps, one after another in one window. */
const steps: readonly { title: string; run(use: Use): Promise<void> }[] = [
  { title: 'shows the call of the file with its mark', run: showsTheCall },
  { title: 'steps through the diagram by keys and by buttons, and plays it', run: stepsThrough },
  { title: 'compares a fix before and after', run: compares },
  { title: 'finds a conflict by its name and by a pasted error', run: finds },
  { title: 'has no serious fault that axe finds, in any theme', run: isAccessible },
  { title: 'fits a width of 480 pixels, with the navigation folded away', run: fitsNarrow },
  { title: 'comes back after a reload with its scenario, step and settings', run: comesBack },
  { title: 'opens the preview of a fix and changes nothing before it is confirmed', run: previews },
  { title: 'breaks no rule of its content policy', run: keepsPolicy },
];

/** Runs the steps; each is a test. */
export async function panelTests(root: string, version: HostVersion): Promise<TestOutcome[]> {
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-panel-'));
  const folder = join(dataFolder, 'examples');
  const settings = join(dataFolder, 'data', 'Machine');
  await cp(join(root, 'examples'), folder, { recursive: true });
  await mkdir(settings, { recursive: true });
  const setTheme = (theme: string) =>
    writeFile(join(settings, 'settings.json'), JSON.stringify({ ...common, 'workbench.colorTheme': theme }));
  await setTheme(themes[0] ?? '');
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  try {
    const workbench = await openWorkbench({ chromium, port: server.port, folder, extension: root });
    try {
      const { page } = workbench;
      await page.setViewportSize({ width: 1280, height: 1000 });
      await openPanel(page, 'Explain a 409 Conflict', 'typescript', 'mailbox-watcher.ts');
      page.setDefaultTimeout(patienceMs);
      const use: Use = { workbench, page, frame: () => panelFrame(page), setTheme };
      const outcomes: TestOutcome[] = [];
      for (const { title, run } of steps) outcomes.push(await outcome(`the explainer ${title}`, () => run(use)));
      return outcomes;
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const common = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.editor.enablePreview': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'typescript.validate.enable': false,
  'files.autoSave': 'off',
};

async function outcome(title: string, run: () => Promise<void>): Promise<TestOutcome> {
  const begun = Date.now();
  try {
    await run();
    return { title, state: 'passed', ms: Date.now() - begun };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { title, state: 'failed', ms: Date.now() - begun, error: text };
  }
}

async function choose({ frame }: Use, rule: string): Promise<Frame> {
  const panel = await frame();
  await panel.locator(`.entry[data-value="${rule}"]`).click();
  await panel.locator(`.entry[data-value="${rule}"][aria-current]`).waitFor({ state: 'attached' });
  return panel;
}

async function showsTheCall({ frame }: Use): Promise<void> {
  const panel = await frame();
  assert.equal(await panel.locator('mark').textContent(), 'post');
  assert.match((await panel.locator('.call-place').textContent()) ?? '', /mailbox-watcher\.ts:20 Conflict not handled/);
  assert.match((await panel.locator('h1').textContent()) ?? '', /Subscription/);
}

async function stepsThrough({ frame }: Use): Promise<void> {
  const panel = await frame();
  const position = panel.locator('#position');
  const current = () =>
    panel.locator('.step-request.current, .step-answer.current, .step-error.current, .step-note.current').count();
  assert.equal(await position.textContent(), 'Step 5 of 9', 'begins where it is refused');
  await panel.locator('#figure').focus();
  for (const [key, step] of [
    ['ArrowRight', 6],
    ['ArrowLeft', 5],
    ['Home', 1],
    ['ArrowLeft', 1],
    ['End', 9],
    ['ArrowRight', 9],
  ] as const) {
    await panel.locator('#figure').press(key);
    assert.equal(await position.textContent(), `Step ${step} of 9`, key);
    assert.equal(await current(), 1);
  }
  // What is said is what is shown.
  assert.match((await panel.locator('#caption').textContent()) ?? '', /200 renewed/);
  await panel.locator('#play').click();
  assert.equal(await panel.locator('#play').textContent(), 'Pause');
  await panel.locator('#position', { hasText: 'Step 2 of 9' }).waitFor({ timeout: 10_000 });
  await panel.locator('[data-action="step"][data-value="1"]').click();
  assert.equal(await panel.locator('#play').textContent(), 'Play');
}

async function compares({ frame }: Use): Promise<void> {
  const panel = await frame();
  const button = panel.locator('[data-action="compare"]').first();
  await button.click();
  await panel.locator('.line-new').first().waitFor();
  assert.ok((await panel.locator('.line-old').count()) > 0);
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await button.click();
  assert.equal(await panel.locator('.line-new').first().isVisible(), false);
}

async function finds({ frame }: Use): Promise<void> {
  const panel = await frame();
  const search = panel.locator('#search');
  await search.fill('planner etag');
  assert.deepEqual(await panel.locator('.entry').evaluateAll(values), ['graph/planner-stale-etag']);
  await search.fill(
    'HTTP/1.1 409 Conflict {"error":{"code":"Directory_ConcurrencyViolation","message":"concurrent requests"}}',
  );
  await panel.locator('.entry[data-value="graph/directory-concurrency"]').waitFor();
  assert.equal((await panel.locator('.entry').evaluateAll(values))[0], 'graph/directory-concurrency');
  await search.fill('');
  assert.ok((await panel.locator('.entry').count()) > 80);
}

/** Runs in the page. */
const values = (entries: { getAttribute(name: string): string | null }[]) =>
  entries.map((entry) => entry.getAttribute('data-value'));

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  passes: unknown[];
}

async function isAccessible(use: Use): Promise<void> {
  const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  const faults: string[] = [];
  for (const theme of themes) {
    await use.setTheme(theme);
    await use.page.waitForTimeout(2_000);
    for (const rule of theme === themes[0] ? examined : examined.slice(0, 2)) {
      const panel = await choose(use, rule);
      await panel.evaluate(axe);
      const result = (await panel.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
      assert.ok(result.passes.length > 10, 'axe has looked at something');
      for (const { id, impact, nodes } of result.violations.filter((one) => /serious|critical/.test(one.impact)))
        faults.push(
          `${theme}, ${rule}: ${id} (${impact})\n${nodes.map((n) => `${n.html}\n${n.failureSummary}`).join('\n')}`,
        );
    }
  }
  await use.setTheme(themes[0] ?? '');
  assert.deepEqual(faults, []);
}

async function fitsNarrow(use: Use): Promise<void> {
  // The bar at the side takes the rest.
  await use.page.setViewportSize({ width: 480 + 54, height: 900 });
  try {
    for (const rule of examined) {
      const panel = await use.frame();
      const fold = panel.locator('.fold');
      await fold.waitFor();
      assert.equal(await panel.locator('#search').isVisible(), false);
      await fold.click();
      await choose(use, rule);
      assert.equal(await fold.getAttribute('aria-expanded'), 'false', 'folded again by the choice');
      // The drawing follows the width once it is laid out.
      await use.page.waitForTimeout(500);
      assert.equal(await panel.evaluate(tooWide), '', `${rule} is wider than the panel`);
    }
  } finally {
    await use.page.setViewportSize({ width: 1280, height: 1000 });
  }
}

/** Names what reaches out of the page. Runs in the page. */
const tooWide = `[...document.querySelectorAll('main *')]
  .filter((element) => !element.closest('.code, .drawing, .unseen'))
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))
  .join('\\n')`;

async function comesBack(use: Use): Promise<void> {
  const before = await choose(use, 'graph/directory-concurrency');
  await before.locator('#set-attempts').fill('7');
  await before.locator('#figure').press('Home');
  await use.page.waitForTimeout(1_000);
  // The window's own way: the editor writes down what is open before it goes.
  await Promise.all([use.page.waitForEvent('load'), run(use.page, 'Developer: Reload Window')]);
  const panel = await use.frame();
  assert.match((await panel.locator('h1').textContent()) ?? '', /Directory writes/);
  assert.equal(await panel.locator('#position').textContent(), 'Step 1 of 7');
  assert.equal(await panel.locator('#is-attempts').textContent(), '7');
}

async function previews(use: Use): Promise<void> {
  const panel = await choose(use, 'graph/subscription-duplicate');
  await panel.locator('[data-action="openPlace"]').first().waitFor();
  await panel.locator('.places [data-action="openPlace"]', { hasText: ':20' }).click();
  const { page } = use;
  await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
  await run(page, '409 Guard: Explain a 409 Conflict');
  await panel.locator('mark').waitFor();
  await panel.locator('[data-action="apply"]').first().click();
  await page.locator('.bulk-edit-panel, .bulk-edit-editor').first().waitFor({ timeout: 30_000 });
  assert.equal(await page.locator('.tab.dirty').count(), 0, 'nothing is changed yet');
}

async function keepsPolicy({ workbench }: Use): Promise<void> {
  const broken = workbench.consoleErrors().filter((line) => /Content Security Policy/i.test(line));
  assert.deepEqual(broken, []);
}
