/**
 * What can only be seen from outside the editor: that the squiggle is drawn where the list of problems says, and that axe
 * finds nothing serious in what is ours. The editor's own parts are left out by selectors.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import type { HostVersion } from '../../scripts/hosts/versions.js';
import { seriousFaults } from './axe.js';
import type { TestOutcome } from './result.js';
import { findings } from './scenes/findings.js';
import { openFixes } from './scenes/fixes.js';
import { hover } from './scenes/hover.js';
import { type ManifestText, open } from './scenes/scene.js';
import { walkthrough } from './scenes/walkthrough.js';
import { why } from './scenes/why.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';
import { squiggleFaults } from './squiggle.js';

/** Settings that all looks share. Brackets in colours would look like squiggles. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'typescript.validate.enable': false,
  'editor.minimap.enabled': false,
  'editor.bracketPairColorization.enabled': false,
};

interface Look {
  title: string;
  theme?: string;
  /** Returns what is wrong. */
  faults(page: Page, text: ManifestText, axe: string): Promise<string[]>;
}

const table: readonly Look[] = [
  {
    title: 'the squiggle is drawn below the place that the list of problems states',
    faults: (page) => squiggleFaults(page),
  },
  {
    title: 'axe: the hover',
    async faults(page, text, axe) {
      await hover.arrange(page, text);
      return seriousFaults(page, axe, '.monaco-hover .hover-row:has([data-href*="guard409."])');
    },
  },
  {
    title: 'axe: the question for the reason of an exemption',
    async faults(page, _text, axe) {
      await open(page, 'typescript', 'mailbox-watcher.ts');
      await openFixes(page);
      await page.locator('.action-widget .monaco-list-row', { hasText: 'because …' }).first().click();
      await page.locator('.quick-input-widget .quick-input-message').waitFor();
      return seriousFaults(page, axe, '.quick-input-widget');
    },
  },
  ...['Default Dark Modern', 'Default Light Modern', 'Default High Contrast'].map((theme) => ({
    title: `axe: the tree of findings (${theme})`,
    theme,
    async faults(page: Page, text: ManifestText, axe: string) {
      await findings.arrange(page, text);
      return seriousFaults(page, axe, '.tree-explorer-viewlet-tree-view');
    },
  })),
  {
    title: 'axe: the walkthrough',
    async faults(page, text, axe) {
      await walkthrough.arrange(page, text);
      return seriousFaults(
        page,
        axe,
        '.getting-started-step .step-title, .getting-started-step .step-description-container',
      );
    },
  },
  {
    title: 'axe: the answer why',
    async faults(page, text, axe) {
      await why.arrange(page, text);
      for (const frame of page.frames()) {
        if ((await frame.locator('h1').count()) > 0) return seriousFaults(frame, axe, '.markdown-body');
      }
      return ['the page did not come'];
    },
  },
];

/** Runs all of them in one version, each in a window of its own. */
export async function looks(root: string, version: HostVersion): Promise<TestOutcome[]> {
  const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const texts: Record<string, string> = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-looks-'));
  const folder = join(dataFolder, 'work', 'examples');
  await cp(join(root, 'examples'), folder, { recursive: true });
  const userFolder = join(dataFolder, 'data', 'Machine');
  await mkdir(userFolder, { recursive: true });
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  const grep = process.env['GUARD409_GREP'] ?? '';
  const out: TestOutcome[] = [];
  try {
    for (const { title, theme, faults } of table.filter((row) => row.title.includes(grep))) {
      const themed = { ...settings, 'workbench.colorTheme': theme ?? 'Default Dark Modern' };
      await writeFile(join(userFolder, 'settings.json'), JSON.stringify(themed));
      const begun = Date.now();
      const { page, close } = await openWorkbench({ chromium, port: server.port, folder, extension: root });
      try {
        const found = await faults(page, (key) => texts[key] ?? key, axe).catch((error: unknown) => [String(error)]);
        const state = found.length === 0 ? 'passed' : 'failed';
        out.push({ title, state, ms: Date.now() - begun, ...(found.length > 0 ? { error: found.join('\n') } : {}) });
      } finally {
        await close();
      }
    }
    return out;
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
