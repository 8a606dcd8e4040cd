/** Brings a pasted text into one form: without colours, stamps of workflow runs and the escapes of texts inside texts. */

/** Characters looked at. Of a longer text the beginning and the end are read, where errors stand. */
const maxCharacters = 1_000_000;

/** Escape sequences of terminals, written without the control character itself. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');

/** What services and tools write in place of a plain character, and the character. */
const PLAIN: readonly [RegExp, string][] = [
  [/\r\n?/g, '\n'],
  // GitHub and container logs put a stamp of seven or nine digits before every line.
  [/^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6,9}Z[ \t]?/gm, ''],
  [/^(?:##\[[a-z]{1,20}\]|::(?:error|warning|notice)[^:\n]{0,200}::)/gm, ''],
  // The frame of terraform's messages, and quoted lines.
  [/^[ \t]{0,8}(?:[│┃╷╵]|> )[ \t]?/gm, ''],
  // JSON inside JSON, as deep as it goes: a run of backslashes before a sign.
  [/\\+(?=["'/])/g, ''],
  [/\\+u0022/g, '"'],
  [/\\+u0027/g, "'"],
  [/\\+r\\+n|\\+n|\\+r/g, '\n'],
  [/&quot;/g, '"'],
  [/&(?:#39|apos);/g, "'"],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
];

/** The text without what only dresses it. */
export function normalise(text: string): string {
  let out = shortened(text).replace(COLOURS, '');
  for (const [pattern, plain] of PLAIN) out = out.replace(pattern, plain);
  return out;
}

function shortened(text: string): string {
  if (text.length <= maxCharacters) return text;
  const half = maxCharacters / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}
