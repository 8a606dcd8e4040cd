/** The page that the panel begins with: a frame and the first messages as data, under a strict content policy. */
import { FIRST_ID, type Message } from './protocol.js';

export interface PageParts {
  /** A secret of this load: only the script and the styles that carry it count. */
  nonce: string;
  /** The text of the script. It stands in the page, like the styles: to fetch them takes longer than to open the panel. */
  script: string;
  style: string;
  /** What the page shows at once, without asking for it. */
  first: readonly Message[];
  /** Language of the texts, for screen readers. */
  language: string;
  title: string;
}

/** The document. Everything in it is made by the script; no element has a style or a handler of its own. */
export function pageHtml(parts: PageParts): string {
  const nonce = escaped(parts.nonce);
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escaped(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(parts.title)}</title>
<style nonce="${nonce}">${within('style', parts.style)}</style>
</head>
<body>
<div id="panel"></div>
<script type="application/json" id="${FIRST_ID}">${JSON.stringify(parts.first).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">${within('script', parts.script)}</script>
</body>
</html>
`;
}

/** A text that does not end the element it stands in. A backslash before the slash changes neither script nor style. */
function within(element: string, text: string): string {
  return text.replace(new RegExp(`</(?=${element})`, 'gi'), '<\\/');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
