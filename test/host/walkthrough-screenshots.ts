/** Part of `npm run screenshots`: the first step of the walkthrough in each kind of theme, docs/images/walkthrough-*.png. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';
import { openWalkthrough, showStep, walkthroughSteps } from './walkthrough.js';

const root = resolve(import.meta.dirname, '..', '..');

const pictures = [
  { name: 'walkthrough-dark', theme: 'Default Dark Modern' },
  { name: 'walkthrough-light', theme: 'Default Light Modern' },
  { name: 'walkthrough-high-contrast', theme: 'Default High Contrast' },
] as const;

/** Settings that leave nothing in the window but the walkthrough. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.activityBar.location': 'hidden',
  'chat.disableAIFeatures': true,
};

/** The walkthrough without the frame around it: titles and status bar say whose test host it is. */
const clip = { x: 120, y: 120, width: 1040, height: 600 };

const version = hostVersions[0];
if (!version) throw new Error('no host version is listed');
const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
const [first] = await walkthroughSteps(root);
if (!first) throw new Error('the walkthrough has no steps');
for (const { name, theme } of pictures) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-pictures-'));
  await mkdir(join(dataFolder, 'data', 'Machine'), { recursive: true });
  const machine = JSON.stringify({ ...settings, 'workbench.colorTheme': theme });
  await writeFile(join(dataFolder, 'data', 'Machine', 'settings.json'), machine);
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
  try {
    const { page, close } = await openWorkbench({ chromium, port: server.port, extension: root });
    await openWalkthrough(page);
    if (!(await showStep(page, 0, first.picture))) throw new Error(`${name}: the picture did not come`);
    await page.waitForTimeout(2_000);
    await page.screenshot({ path: join(root, 'docs', 'images', `${name}.png`), clip });
    await close();
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
