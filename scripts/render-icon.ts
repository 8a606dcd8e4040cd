/** Draws media/icon.png, the icon that galleries show, from media/icon.svg: `npx tsx scripts/render-icon.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium as playwright } from 'playwright-core';
import { ensureChromium } from './hosts/chromium.js';

/** Galleries ask for at least 128; twice that is sharp on dense screens. */
const size = 256;

const chromium = await ensureChromium();
const browser = await playwright.launch({
  executablePath: chromium.executable,
  env: { ...process.env, ...chromium.env },
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile('media/icon.svg', 'base64');
  await page.setContent(
    `<style>body { margin: 0; background: transparent } img { display: block }</style>
     <img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}" alt="">`,
  );
  await writeFile('media/icon.png', await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
