/**
 * `npm run screenshots`: takes the pictures of the documentation, docs/images/SCENE-THEME.png, in the newest served VS Code.
 * Names of scenes or themes narrow it: `npm run screenshots -- hover dark`. A new picture is a scene in `scenes/` and a row
 * below.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { codeLens } from './scenes/code-lens.js';
import { diagnostics } from './scenes/diagnostics.js';
import { findings } from './scenes/findings.js';
import { hover } from './scenes/hover.js';
import { languageStatus } from './scenes/language-status.js';
import { panel } from './scenes/panel.js';
import type { Scene } from './scenes/scene.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = join(root, 'examples');
const images = process.env['GUARD409_IMAGES'] ?? join(root, 'docs', 'images');

/** Second part of a picture's name, and the editor's name of the theme. */
const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
} as const;

type Theme = keyof typeof themes;

/** The pictures: each scene in the themes named. */
const rows: readonly { scene: Scene; in: readonly Theme[] }[] = [
  { scene: diagnostics, in: ['dark', 'light'] },
  { scene: hover, in: ['dark', 'light', 'contrast'] },
  { scene: languageStatus, in: ['dark', 'light', 'contrast'] },
  { scene: codeLens, in: ['dark', 'contrast'] },
  { scene: findings, in: ['dark', 'light', 'contrast'] },
  { scene: panel, in: ['dark', 'light', 'contrast'] },
];

/** Settings that keep everything out of the picture that is not about the marks. */
const common = {
  'workbench.startupEditor': 'none',
  'workbench.iconTheme': 'vs-seti',
  'workbench.editor.enablePreview': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.lightbulb.enabled': 'off',
  'problems.defaultViewMode': 'tree',
  'problems.showCurrentInStatus': true,
  'typescript.validate.enable': false,
  'breadcrumbs.enabled': false,
  'git.enabled': false,
  'task.autoDetect': 'off',
  'extensions.ignoreRecommendations': true,
};

/** The rows that the command line asks for: those of a scene or theme it names, or all. */
function chosen(names: readonly string[]): { scene: Scene; theme: Theme }[] {
  const all = rows.flatMap((row) => row.in.map((theme) => ({ scene: row.scene, theme })));
  const sceneNames = names.filter((name) => !(name in themes));
  const themeNames = names.filter((name) => name in themes);
  return all
    .filter(({ scene }) => sceneNames.length === 0 || sceneNames.includes(scene.name))
    .filter(({ theme }) => themeNames.length === 0 || themeNames.includes(theme));
}

const version = hostVersions[0];
if (!version) throw new Error('no host version is listed');
const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
await mkdir(images, { recursive: true });
const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-pictures-'));
const userFolder = join(dataFolder, 'data', 'Machine');
await mkdir(userFolder, { recursive: true });
const server = await startServer({ installation, dataFolder, env: {}, trustAll: true });
try {
  for (const { scene, theme } of chosen(process.argv.slice(2))) {
    const settings = { ...common, ...scene.settings, 'workbench.colorTheme': themes[theme] };
    await writeFile(join(userFolder, 'settings.json'), JSON.stringify(settings));
    // Each picture has a browser of its own, so nothing is left of the one before.
    const { page, close } = await openWorkbench({ chromium, port: server.port, folder, extension: root });
    try {
      await scene.arrange(page);
      await page.waitForTimeout(1_000);
    } finally {
      await page.screenshot({ path: join(images, `${scene.name}-${theme}.png`) });
      await close();
    }
  }
} finally {
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
