/** Commands of client libraries: functions without a receiver, known by their name alone. */
import type { Call } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { RoleHit } from './role-hit.js';
import { hit } from './role-hit.js';
import type { CallRow, Sdk } from './sdk.js';

const folded = new WeakMap<Sdk, Map<string, CallRow>>();

/** The row of a command of a library. */
function rowOf(sdk: Sdk, name: string, anyCase: boolean): CallRow | undefined {
  if (!sdk.commands) return undefined;
  if (!anyCase) return Object.hasOwn(sdk.commands, name) ? sdk.commands[name] : undefined;
  let rows = folded.get(sdk);
  if (!rows) {
    rows = new Map(Object.entries(sdk.commands).map(([n, row]) => [n.toLowerCase(), row]));
    folded.set(sdk, rows);
  }
  return rows.get(name.toLowerCase());
}

/** What a call of a bare name is, in the libraries of its language; a function of the project's own is none. */
export function commandHits(sdks: Sdk[], cell: Cell & { val: Call }): { row: CallRow; hit: RoleHit }[] {
  const { callee } = cell.val;
  if (callee.v !== 'ref' || cell.file.resolve(callee)?.fn) return [];
  return sdks.flatMap((sdk) => {
    const row = rowOf(sdk, callee.name, cell.file.traits.ignoreCase === true);
    return row && isMeant(row, cell.val) ? [{ row, hit: hit(sdk, 'command', `command ${callee.name}`, true) }] : [];
  });
}

/** A parameter may be shortened, or stand in a table that is splatted or in what the command is fed. */
function isMeant({ onlyWith }: CallRow, { args }: Call): boolean {
  if (!onlyWith) return true;
  return args.some(({ name, spread }) => {
    if (spread || name === 'InputObject') return true;
    return name !== undefined && onlyWith.some((one) => one.toLowerCase().startsWith(name.toLowerCase()));
  });
}

/** All commands of libraries that are operations of a service, in lower case. */
export function commandNames(sdks: Sdk[]): Set<string> {
  return new Set(
    sdks.flatMap((sdk) => (sdk.service === 'http' ? [] : Object.keys(sdk.commands ?? {}).map((n) => n.toLowerCase()))),
  );
}

/** True if one of the commands stands in a text: names of one word with dashes, or several words. */
export function mentionsCommand(text: string, names: Set<string>): boolean {
  if (!names.size) return false;
  for (const [word] of text.matchAll(/[A-Za-z]+-[A-Za-z]\w*/g)) if (names.has(word.toLowerCase())) return true;
  for (const name of names)
    if (name.includes(' ') && new RegExp(name.replace(/ /g, '\\s+'), 'i').test(text)) return true;
  return false;
}
