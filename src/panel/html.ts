/** The page that the panel begins with: nothing but a frame, under a strict content policy. */

export interface PageParts {
  /** A secret of this load: only the script that carries it is run. */
  nonce: string;
  /** From where the editor serves the extension's files. */
  source: string;
  script: string;
  style: string;
  /** Language of the texts, for screen readers. */
  language: string;
  title: string;
}

/** The document. Everything in it is made by the script; neither styles nor handlers stand in it. */
export function pageHtml(parts: PageParts): string {
  const { nonce, source, script, style, language, title } = parts;
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
<title>${escaped(title)}</title>
</head>
<body>
<div id="panel"></div>
<script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
