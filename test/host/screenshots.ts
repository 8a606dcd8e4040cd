/**
 * `npm run screenshots`: takes the pictures of the documentation, docs/images/SCENE-THEME.png, in the newest served VS Code.
 * Names of scenes, themes and languages narrow it: `npm run screenshots -- hover dark de`. A new picture is a scene in
 * `scenes/` and a row below. Pictures in another language than English end in its name.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Chromium, ensureChromium } from '../../scripts/hosts/chromium.js';
import { ensureServer, type ServerInstallation } from '../../scripts/hosts/server.js';
import { hostVersions } from '../../scripts/hosts/versions.js';
import { readPng, smallPng } from '../../scripts/lib/png.js';
import { codeLens } from './scenes/code-lens.js';
import { compare, coverage, decode, lab, record } from './scenes/commands.js';
import { diagnostics } from './scenes/diagnostics.js';
import { findings } from './scenes/findings.js';
import { fixed, fixPreview, quickFixes, quickFixesCosmos } from './scenes/fixes.js';
import { hover } from './scenes/hover.js';
import { languageStatus } from './scenes/language-status.js';
import { panel, waits } from './scenes/panel.js';
import type { Scene } from './scenes/scene.js';
import { walkthrough } from './scenes/walkthrough.js';
import { why } from './scenes/why.js';
import { startServer } from './served/server.js';
import { openWorkbench } from './served/workbench.js';

const root = resolve(import.meta.dirname, '..', '..');
const images = process.env['GUARD409_IMAGES'] ?? join(root, 'docs', 'images');

/** Second part of a picture's name, and the editor's name of the theme. */
const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
} as const;

type Theme = keyof typeof themes;

const languages = ['en', 'de'] as const;

type Language = (typeof languages)[number];

/** The pictures: each scene in the themes named, in English and where it says so in another language. */
const rows: readonly { scene: Scene; en: readonly Theme[]; de?: readonly Theme[] }[] = [
  { scene: diagnostics, en: ['dark', 'light', 'contrast'], de: ['dark'] },
  { scene: hover, en: ['dark', 'light', 'contrast'], de: ['light'] },
  { scene: quickFixes, en: ['dark', 'light', 'contrast'], de: ['dark'] },
  { scene: quickFixesCosmos, en: ['dark'] },
  { scene: fixPreview, en: ['dark', 'contrast'] },
  { scene: fixed, en: ['dark'] },
  { scene: why, en: ['dark', 'light', 'contrast'], de: ['light'] },
  { scene: findings, en: ['dark', 'light', 'contrast'], de: ['dark'] },
  { scene: languageStatus, en: ['dark', 'light', 'contrast'] },
  { scene: codeLens, en: ['dark', 'contrast'] },
  { scene: panel, en: ['dark', 'light', 'contrast'], de: ['dark'] },
  { scene: waits, en: ['dark'] },
  { scene: decode, en: ['dark', 'light', 'contrast'] },
  { scene: compare, en: ['dark', 'light', 'contrast'] },
  { scene: coverage, en: ['dark', 'light', 'contrast'] },
  { scene: record, en: ['dark', 'light', 'contrast'] },
  { scene: lab, en: ['dark', 'light', 'contrast'] },
  { scene: walkthrough, en: ['dark', 'light', 'contrast'], de: ['dark'] },
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
  'files.autoSave': 'off',
  'problems.defaultViewMode': 'tree',
  'typescript.validate.enable': false,
  'breadcrumbs.enabled': false,
  'git.enabled': false,
  'task.autoDetect': 'off',
  'extensions.ignoreRecommendations': true,
};

interface Shot {
  scene: Scene;
  theme: Theme;
}

/** The pictures in a language that the command line asks for: those of what it names, or all. */
function chosen(names: readonly string[], language: Language): Shot[] {
  const wants = (name: string, kind: readonly string[]) =>
    names.includes(name) || !names.some((one) => kind.includes(one));
  if (!wants(language, languages)) return [];
  const sceneNames = rows.map(({ scene }) => scene.name);
  return rows
    .flatMap(({ scene, [language]: shown = [] }) => shown.map((theme) => ({ scene, theme })))
    .filter(({ scene, theme }) => wants(scene.name, sceneNames) && wants(theme, Object.keys(themes)));
}

interface Hosts {
  installation: ServerInstallation;
  chromium: Chromium;
}

/** Takes pictures with one server, which has one display language. */
async function take(shots: readonly Shot[], language: Language, { installation, chromium }: Hosts): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guard409-pictures-'));
  const manifestTexts = join(root, language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`);
  const texts: Record<string, string> = JSON.parse(await readFile(manifestTexts, 'utf8'));
  const userFolder = join(dataFolder, 'data', 'Machine');
  await mkdir(userFolder, { recursive: true });
  const other = language === 'en' ? {} : { language };
  const server = await startServer({ installation, dataFolder, env: {}, trustAll: true, ...other });
  try {
    for (const [number, { scene, theme }] of shots.entries()) {
      const settings = { ...common, ...scene.settings, 'workbench.colorTheme': themes[theme] };
      await writeFile(join(userFolder, 'settings.json'), JSON.stringify(settings));
      // Each picture has a browser and files of its own, so nothing is left of the one before.
      const folder = join(dataFolder, String(number), 'examples');
      await cp(join(root, 'examples'), folder, { recursive: true });
      const { page, close } = await openWorkbench({ chromium, port: server.port, folder, extension: root });
      const name = language === 'en' ? `${scene.name}-${theme}` : `${scene.name}-${theme}-${language}`;
      try {
        await scene
          .arrange(page, (key) => texts[key] ?? key)
          .catch((error: unknown) => {
            console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
            process.exitCode = 1;
          });
        await page.waitForTimeout(1_000);
        const picture = await page.screenshot(scene.clip ? { clip: scene.clip } : {});
        await writeFile(join(images, `${name}.png`), smallPng(readPng(picture)));
        console.log(name);
      } finally {
        await close();
      }
    }
  } finally {
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Says beside the pictures which editor is in them. */
async function sayVersion(version: string): Promise<void> {
  const file = join(images, 'README.md');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^(VS Code:).*$/m, `$1 ${version}`));
}

const version = hostVersions[0];
if (!version) throw new Error('no host version is listed');
const [installation, chromium] = await Promise.all([ensureServer(version), ensureChromium()]);
await mkdir(images, { recursive: true });
const names = process.argv.slice(2);
for (const language of languages) {
  const shots = chosen(names, language);
  if (shots.length > 0) await take(shots, language, { installation, chromium });
}
if (names.length === 0) await sayVersion(version.vscode);
