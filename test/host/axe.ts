/** Asks axe about a part of a page. */
import type { Frame, Page } from 'playwright-core';

/** What is read of axe's answer. */
interface AxeAnswer {
  violations: { id: string; impact: string | null; help: string; nodes: { html: string }[] }[];
  passes: unknown[];
}

/** Parts of the editor inside of what is ours: it dims the descriptions of rows below what themes give them. */
const editorParts = ['.label-description'];

/** Rules about what the editor makes of what is ours, and not about that. */
const editorRules = {
  // Rows of a tree are spans without spaces between them, and badges of other parts stand among them.
  'label-content-name-mismatch': { enabled: false },
  // The style of links in its preview of Markdown is the editor's.
  'link-in-text-block': { enabled: false },
};

/**
 * The serious and critical violations of what a selector names.
 *
 * @param axe the text of axe, which is run in the page
 * @returns a line for each; also one where there is nothing to look at
 */
export async function seriousFaults(page: Page | Frame, axe: string, selector: string): Promise<string[]> {
  if ((await page.locator(selector).count()) === 0) return [`there is no ${selector}`];
  // By the inspector's way in, which the page's policy for scripts does not bind.
  await page.evaluate(`${axe};0`);
  // A page inside the editor is transparent; what is seen behind it axe cannot know.
  await page.evaluate("document.documentElement.style.background ||= 'var(--vscode-editor-background)'");
  const context = JSON.stringify({ include: [selector], exclude: editorParts });
  const asked = `axe.run(${context}, ${JSON.stringify({ iframes: false, rules: editorRules })})`;
  const answer = (await page.evaluate(asked)) as AxeAnswer;
  if (answer.passes.length === 0) return [`axe looked at nothing in ${selector}`];
  return answer.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`));
}
