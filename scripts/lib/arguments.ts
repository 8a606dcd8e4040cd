/** Command line arguments of the measuring scripts: `--name value`, `--flag`, and the rest. */

export interface Arguments {
  values: Map<string, string>;
  flags: Set<string>;
  rest: string[];
}

/**
 * Reads arguments.
 *
 * @param valued names that take a value
 * @param flags names that take none
 * @throws Error on an unknown name or a missing value
 */
export function parseArguments(
  argv: readonly string[],
  valued: readonly string[],
  flags: readonly string[],
): Arguments {
  const out: Arguments = { values: new Map(), flags: new Set(), rest: [] };
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] ?? '';
    if (!arg.startsWith('--')) {
      out.rest.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg.slice(2) : arg.slice(2, equals);
    if (flags.includes(name)) out.flags.add(name);
    else if (valued.includes(name)) {
      const value = equals < 0 ? argv[++i] : arg.slice(equals + 1);
      if (value === undefined) throw new Error(`--${name} needs a value`);
      out.values.set(name, value);
    } else throw new Error(`unknown option --${name}`);
  }
  return out;
}

/** A value that must be given. */
export function required(args: Arguments, name: string): string {
  const value = args.values.get(name);
  if (value === undefined) throw new Error(`--${name} is needed`);
  return value;
}
