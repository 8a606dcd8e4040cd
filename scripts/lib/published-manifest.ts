/** The manifest of the packed extension, made from that of the repository. */

/**
 * Parts of package.json that serve those who work on the project and mean nothing in an installed extension. As a package of
 * type "module" it would need its browser bundle twice: under a name that ends in ".cjs" for newer editors, and under one
 * that ends in ".js" for older ones.
 */
const ownParts = ['bin', 'scripts', 'devDependencies', 'type'];

/** The one bundle for browsers that the package holds, by a name that every editor loads. */
const browserEntry = './dist/extension-web.cjs.js';

/** The manifest as it is published. @param text that of the repository */
export function published(text: string): string {
  const manifest = JSON.parse(text);
  for (const part of ownParts) delete manifest[part];
  manifest.browser = browserEntry;
  return compact(JSON.stringify(manifest));
}

/** JSON without what only people need: nobody edits it in an installed extension. */
export function compact(json: string): string {
  return `${JSON.stringify(JSON.parse(json))}\n`;
}
