/** Reads of what is there already, as script blocks that hand it out, or nothing. */
import { commandOf } from '../../remedies/commands.js';
import { steadySource } from '../../remedies/pieces.js';
import type { Slot, TextParts } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { literal } from './test.js';

type Beside = Extract<Slot, { beside: unknown }>['beside'];
type Fields = Extract<Slot, { pages: unknown }>['pages'];

/** Commands that are given a key: the argument for it, or the property that a filter names. Source: the module's reference. */
const BY_KEY: Readonly<Record<string, { argument: string } | { filter: string }>> = {
  'graph/directory-role-activated': { filter: 'roleTemplateId' },
  'graph/service-principal-exists': { filter: 'appId' },
  'graph/user-exists': { argument: 'UserId' },
};

/** Collections whose list can be asked for one value of this property. */
const FILTERED: Readonly<Record<string, string>> = { 'graph/group-exists': 'mailNickname' };

/** The read at the own address of what a command creates. */
export function byKey(subject: Subject, { values, without }: Beside): string | undefined {
  const row = BY_KEY[subject.site.rule];
  const [value, ...more] = Object.values(values);
  const get = readOf(subject);
  if (!row || !get || value === undefined || more.length > 0 || without !== undefined) return undefined;
  const how = 'argument' in row ? `-${row.argument} ${argument(value)}` : filter(row.filter, value);
  return `{ ${get} ${how} -ErrorAction SilentlyContinue }`;
}

/** The read in the list that what a command creates would have joined. */
export function byList(subject: Subject, fields: Fields): string | undefined {
  const get = readOf(subject);
  const [first, ...more] = fields;
  if (!get || !first) return undefined;
  const property = FILTERED[subject.site.rule];
  if (property !== undefined && more.length === 0)
    return `{ ${get} ${filter(property, first.code)} -ErrorAction SilentlyContinue }`;
  const same = fields.map(({ name, code }) => `$_.${capital(name)} -eq ${operand(code)}`);
  return `{ ${get} -All -ErrorAction SilentlyContinue | Where-Object { ${same.join(' -and ')} } }`;
}

/** The command that reads beside the one that creates: its noun, and the keys of the path (`-TeamId $team`). */
export function readOf(subject: Subject): string | undefined {
  const name = commandOf(subject);
  const noun = /^New-(\w+)$/i.exec(name ?? '')?.[1];
  if (noun === undefined) return undefined;
  const keys: string[] = [];
  const holes = subject.candidate.path.split('{}').length - 1;
  for (const arg of subject.sent.args) {
    if (arg.name === undefined || !/Id$/.test(arg.name) || keys.length >= holes) continue;
    const source = steadySource(subject, arg.value);
    if (source === undefined || OTHER_IN_BLOCK.test(source) || !isKey(arg.name, noun)) continue;
    keys.push(`-${arg.name} ${argument(source)}`);
  }
  return keys.length === holes ? [`Get-${noun}`, ...keys].join(' ') : undefined;
}

/** The name of a key begins as the noun does: `TeamId` of `MgTeamChannel`. */
function isKey(name: string, noun: string): boolean {
  return noun.toLowerCase().includes(name.slice(0, -'Id'.length).toLowerCase());
}

/** Variables that mean something else in another block. */
const OTHER_IN_BLOCK = /\$(?:_|PSItem)\b/i;

/** The read of an address by the command of the call, which sends any request. */
export function byAddress(subject: Subject, parts: TextParts): string | undefined {
  const name = subject.sent.callee.v === 'ref' ? subject.sent.callee.name : undefined;
  const settings = name === undefined ? undefined : settingsOf(subject);
  const url = textOf(parts);
  if (settings === undefined || OTHER_IN_BLOCK.test(url)) return undefined;
  return `{ ${[name, '-Method GET', `-Uri ${url}`, ...settings].join(' ')} }`;
}

/** What belongs to a write alone, or to the request itself. */
const OF_WRITES = /^(?:Method|Uri|Body|ContentType|ErrorAction|OutFile|InFile|Form)$/i;

function settingsOf(subject: Subject): string[] | undefined {
  const out: string[] = [];
  for (const arg of subject.sent.args) {
    // An argument without its name may be any of those.
    if (arg.spread || arg.name === undefined) return undefined;
    if (OF_WRITES.test(arg.name)) continue;
    const source = steadySource(subject, arg.value);
    if (source === undefined || OTHER_IN_BLOCK.test(source)) return undefined;
    const isSwitch = arg.value.v === 'lit' && typeof arg.value.value === 'boolean' && !source.startsWith('$');
    out.push(isSwitch ? `-${arg.name}` : `-${arg.name} ${argument(source)}`);
  }
  return out;
}

/** A text of parts, in double quotes. */
export function textOf(parts: TextParts): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && only.as === undefined) return argument(only.code);
  const written = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[`"$]/g, '`$&');
    const plain = /^(['"])([^'"`$]*)\1$/.exec(part.code)?.[2];
    if (plain !== undefined && (part.as === undefined || /^[\w-]*$/.test(plain))) return plain;
    if (part.as === undefined) return `$(${part.code})`;
    const value = part.as === 'quoted' ? `(${part.code} -replace "'", "''")` : part.code;
    return `$([uri]::EscapeDataString(${value}))`;
  });
  return `"${written.join('')}"`;
}

/** A filter for one value, whose quotes are doubled. */
const filter = (property: string, value: string): string =>
  `-Filter ("${property} eq '{0}'" -f (${operand(value)} -replace "'", "''"))`;

/** A value as an argument of a command: what is put together stands in brackets. */
const argument = (code: string): string => (/^(?:[$\w.-]+|'[^']*'|"[^"]*")$/.test(code) ? code : `(${code})`);

/** A value in an expression, where a bare word would be a command. */
const operand = (code: string): string => (/^[A-Za-z][\w-]*$/.test(code) ? literal(code) : code);

const capital = (name: string): string => name.replace(/^./, (first) => first.toUpperCase());
