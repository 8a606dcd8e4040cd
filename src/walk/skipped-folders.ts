/** Folders that hold dependencies, build output or tools' own data. They are not entered; `.gitignore` does the rest. */

interface SkippedFolder {
  name: string;
  /** Only where such a file stands beside the folder: `bin` holds output in .NET and scripts elsewhere. */
  beside?: readonly string[];
}

const DOTNET = ['.csproj', '.fsproj', '.vbproj', '.sqlproj'];

const ROWS: readonly SkippedFolder[] = [
  // Dependencies
  { name: 'node_modules' },
  { name: 'bower_components' },
  { name: 'jspm_packages' },
  { name: '.yarn' },
  { name: '.pnpm-store' },
  { name: '.venv' },
  { name: 'venv', beside: ['requirements.txt', 'pyproject.toml', 'setup.py'] },
  { name: 'site-packages' },
  { name: 'vendor', beside: ['go.mod', 'composer.json', 'Gemfile'] },
  { name: 'packages', beside: ['packages.config', 'nuget.config'] },
  // Output
  { name: 'dist' },
  { name: 'bin', beside: DOTNET },
  { name: 'obj', beside: DOTNET },
  { name: 'target', beside: ['pom.xml', 'Cargo.toml'] },
  { name: 'build', beside: ['build.gradle', 'build.gradle.kts', 'setup.py'] },
  { name: '.next' },
  { name: '.nuxt' },
  { name: '.output' },
  { name: '.svelte-kit' },
  { name: '.turbo' },
  { name: '.parcel-cache' },
  { name: '.gradle' },
  { name: '.terraform' },
  { name: '.serverless' },
  { name: '__pycache__' },
  { name: '.tox' },
  { name: '.mypy_cache' },
  { name: 'coverage', beside: ['package.json'] },
  { name: 'TestResults' },
  // Tools
  { name: '.git' },
  { name: '.hg' },
  { name: '.svn' },
  { name: '.vs' },
  { name: '.idea' },
  { name: '.vscode-test' },
];

const BY_NAME: ReadonlyMap<string, SkippedFolder> = new Map(ROWS.map((row) => [row.name.toLowerCase(), row]));

/**
 * Whether a folder is left out.
 *
 * @param name the folder's name
 * @param siblings names of the entries beside it
 */
export function isSkippedFolder(name: string, siblings: Iterable<string>): boolean {
  const row = BY_NAME.get(name.toLowerCase());
  if (!row) return false;
  const { beside } = row;
  if (beside === undefined) return true;
  for (const sibling of siblings) if (beside.some((end) => endsWith(sibling, end))) return true;
  return false;
}

/** `.csproj` is an extension, `pom.xml` a whole name. */
function endsWith(sibling: string, end: string): boolean {
  return end.startsWith('.') ? sibling.endsWith(end) : sibling.toLowerCase() === end.toLowerCase();
}

/** Files that a tool wrote in one line for machines. */
export function isSkippedFile(name: string): boolean {
  return /[.-]min\.[cm]?js$/i.test(name);
}
