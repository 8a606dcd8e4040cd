/** The world as the command line sees it, so that tests give it another one. */

/** Where text goes. */
export interface Sink {
  write(text: string): void;
  isTTY: boolean;
  /** Width in columns, where known. */
  columns: number | undefined;
}

export interface Io {
  stdout: Sink;
  stderr: Sink;
  /** Reads standard input to its end. */
  stdin?: () => Promise<string>;
  /** Working directory, absolute, with forward slashes. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Whether to colour what goes to `sink`: only on a terminal, and never against NO_COLOR. */
export function wantsColour(sink: Sink, env: Io['env']): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return sink.isTTY && env['TERM'] !== 'dumb';
}
