/** `guard409 why`. */
import { existsSync } from 'node:fs';
import { Lines } from '../analysis/position.js';
import type { Why } from '../analysis/why/answer.js';
import { absolute } from '../host-node/paths.js';
import { ConfigFileError, ProjectConfigs } from '../host-node/project-config.js';
import { readText } from '../host-node/read-text.js';
import { repositoryOf } from '../host-node/repository.js';
import { t } from '../l10n/t.js';
import { folderOf } from '../walk/names.js';
import { configErrorText } from './config-error.js';
import type { Dependencies } from './dependencies.js';
import { makeStyle } from './formats/style.js';
import { formatWhyJson, formatWhyPretty } from './formats/why.js';
import { type Io, wantsColour } from './io.js';
import { sourceLines } from './source-lines.js';
import { UsageError } from './usage-error.js';

export const WHY_FORMATS = ['pretty', 'json'] as const;

export interface WhyCommandOptions {
  format: (typeof WHY_FORMATS)[number];
  config: string | undefined;
}

/**
 * Runs the command and prints.
 *
 * @param target `FILE:LINE` or `FILE:LINE:COLUMN`, both 1-based
 * @throws UsageError for what the user has to correct (exit code 2)
 */
export async function whyCommand(
  target: string,
  { format, config }: WhyCommandOptions,
  io: Io,
  dependencies: Dependencies,
): Promise<void> {
  const { path, line, column } = parseTarget(target);
  const file = absolute(io.cwd, path);
  if (!existsSync(file)) throw new UsageError(t('{0} does not exist', path));
  const answer = await ask(file, { path, line, column }, config && absolute(io.cwd, config), io.cwd, dependencies);
  const report = { cwd: io.cwd, answer, lineOf: sourceLines((name) => name) };
  const style = makeStyle(wantsColour(io.stdout, io.env));
  io.stdout.write(format === 'json' ? formatWhyJson(report) : formatWhyPretty(report, style));
}

interface Target {
  path: string;
  line: number;
  column: number | undefined;
}

function parseTarget(target: string): Target {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?:?$/.exec(target) ?? [];
  if (path === undefined || Number(line) < 1 || Number(column ?? 1) < 1)
    throw new UsageError(t('"{0}" is no place; write FILE:LINE or FILE:LINE:COLUMN, counted from 1', target));
  return { path, line: Number(line), column: column === undefined ? undefined : Number(column) };
}

async function ask(
  file: string,
  { path, line, column }: Target,
  configFile: string | undefined,
  cwd: string,
  dependencies: Dependencies,
): Promise<Why> {
  const source = readText(file);
  const place = { line, column: column ?? 1 };
  if (!source.ok) {
    const title = t('Not analysed: {0}', source.message.replace(/^skipped: /, ''));
    return { file, ...place, outcome: 'file', missing: 'unreadable', title, rows: [] };
  }
  const offset = new Lines(source.text).offset(place);
  if (offset === undefined) throw new UsageError(t('{0} has no line {1}', path, line));
  const { engine, skipped } = configFor(file, configFile, cwd, dependencies);
  const wholeLine = column === undefined;
  return dependencies.why()(engine, { file, text: source.text, offset, wholeLine, skipped });
}

function configFor(file: string, configFile: string | undefined, cwd: string, { scenarios }: Dependencies) {
  const rules = scenarios.map((scenario) => scenario.id);
  try {
    const configs = new ProjectConfigs(rules, configFile);
    const folder = folderOf(file);
    // Outside a repository a scan begins, and its configuration stands, in the working directory.
    const top = `${folder}/`.startsWith(`${cwd}/`) ? cwd : undefined;
    const found = configs.forRoot(folder, repositoryOf(folder) ?? top);
    const engine = configs.engines[found.index];
    if (!engine) throw new Error('no configuration');
    const skipped = found.excludes(file) || !found.includes(file) ? ('excluded' as const) : undefined;
    return { engine, skipped };
  } catch (error) {
    if (error instanceof ConfigFileError) throw new UsageError(configErrorText(error, cwd));
    throw error;
  }
}
