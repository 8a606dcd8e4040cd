/**
 * Errors that the served VS Code logs by itself, whatever extension runs in it. Everything else that its extension host or
 * its page reports as an error fails the run.
 */
const knownNoise: readonly RegExp[] = [
  // It is installed without native builds, so these modules cannot be loaded; it works without them.
  /^Error: Could not locate the bindings file\. Tried:\n → \S+\/@vscode\/spdlog\/build\/spdlog\.node\n/,
  /^(Error: )?Cannot find module '\.\/build\/Release\/watchdog'\n/,
  /^(A system error occurred \()?spawn \S+\/@vscode\/ripgrep\/bin\/rg ENOENT\)?$/,
  // The service worker is at an address that only code-server's own front page serves; vsda is part of the desktop alone.
  /^Failed to load resource: the server responded with a status of 404 \(Not Found\) at http:\/\/127\.0\.0\.1:\d+\/_static\/out\/browser\/serviceWorker\.js$/,
  /^Failed to load resource: the server responded with a status of 404 \(Not Found\) at http:\/\/127\.0\.0\.1:\d+\/stable-[0-9a-f]+\/static\/node_modules\/vsda\/rust\/web\/vsda(\.js|_bg\.wasm)$/,
  /^A bad HTTP response code \(404\) was received when fetching the script\.$/,
  /^\[Service Worker\] registration TypeError: Failed to register a ServiceWorker for scope \('http:\/\/127\.0\.0\.1:\d+\/'\) with script \('\S+\/_static\/out\/browser\/serviceWorker\.js'\): A bad HTTP response code \(404\)/,
  // A picture of the editor's own page of walkthroughs.
  /^Failed to load resource: the server responded with a status of 404 \(Not Found\) at http:\/\/127\.0\.0\.1:\d+\/_static\/src\/browser\/media\/templates\.png$/,
  // The workbench looks for somebody who is signed in, which takes longer than it waits on a busy machine.
  /^Error: Timed out waiting for authentication provider 'github' to register\.\n/,
  // In another language the workbench asks the gallery for the texts of its own extensions, and there is no gallery.
  /^Error: No extension gallery service configured\.\n {4}at [^\n]+\n {4}at async \w+\.getBuiltInExtensionTranslationsUri /,
  // The Markdown preview of 1.100 wants to watch every page for changes, also one that stands in no file system.
  /^CodeExpectedError\n {4}at \w+\.j \(http:\/\/127\.0\.0\.1:\d+\/stable-409c64e0df4d53530e59c16acc2b5d5766f717b0\/static\/out\/vs\/code\/browser\/workbench\/workbench\.js:3278:95133\)\n/,
  // Before a folder is deleted the editor reads it as if it were a file, to be able to bring it back.
  /^\w+: Unable to read file '\S+' \(Error: Unable to read file '\S+' that is actually a directory\)/,
  // A file that was read a moment ago, and was renamed and read again since, is told by the editor's own cache not to have changed.
  /^(\w+: )?Unable to read file '\S+' \(Error: File not modified since\)/,
  // Equal words are looked for in a document that has just been closed.
  /^TextModelPart is disposed!: Error: TextModelPart is disposed!\n[\s\S]*\.provideMultiDocumentHighlights /,
  // The editor's own support for TypeScript, asked for quick fixes in a document that has just been closed.
  /^Unexpected resource (?:file:\/\/|untitled:)\S+$/,
  // The workbench looks for services on the internet, which a test machine need not reach.
  /^Failed to load resource: net::ERR_[A-Z_]+ at https:\/\/\S+$/,
  // On a busy machine the editor gives up asking its extensions before a file is saved; this one is not among those.
  /^Error: Aborted onWillSaveTextDocument-event after 1750ms\n/,
];

/** The lines, each once, that are no known noise. */
export function unexpectedErrors(lines: readonly string[]): string[] {
  return [...new Set(lines.map(withoutStyle))].filter((line) => !knownNoise.some((pattern) => pattern.test(line)));
}

/** VS Code's log marks its level in colour; a plain console shows the directive and the style as text. */
function withoutStyle(line: string): string {
  return line.replace(/^%c\s+ERR color: #[0-9a-f]+ /, '').trimEnd();
}
