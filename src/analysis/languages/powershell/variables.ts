/** Variables: `$name`, `${any name}`, `$scope:name`, and those the language gives a meaning. */
import type { Val } from '../../code-model.js';
import { lit, low, member, ref, span } from '../nodes.js';
import type { Reader } from './reader.js';
import { isLetter, isWord } from './scan.js';

/** Scopes by which the same variable is meant. */
const SCOPES = new Set(['script', 'global', 'local', 'private', 'using', 'variable']);
/** Variables of one sign. */
const SIGNS = '$?^';

/** True if the dollar sign here begins a variable. */
export function startsVariable(r: Reader, offset = 1): boolean {
  const c = r.at(offset);
  return c === '{' || isWord(c) || (c !== '' && SIGNS.includes(c)) || (c === ':' && isLetter(r.at(offset + 1)));
}

/** The variable here, the dollar sign included. */
export function variable(r: Reader): Val {
  const start = r.pos++;
  const name = nameAfter(r);
  return named(r, name, start);
}

function nameAfter(r: Reader): string {
  const start = r.pos;
  if (r.at() === '{') {
    let end = start + 1;
    while (end < r.text.length && r.text[end] !== '}') end += r.text[end] === '`' ? 2 : 1;
    if (end >= r.text.length) r.damage(start, r.text.length);
    r.pos = Math.min(r.text.length, end + 1);
    return r.text.slice(start + 1, end);
  }
  if (SIGNS.includes(r.at())) {
    r.pos++;
    return r.text.slice(start, r.pos);
  }
  while (isWord(r.at()) || (r.at() === '?' && r.at(1) !== '.' && r.at(1) !== '[')) r.pos++;
  // `$env:NAME`, `$script:name`; `$x::Y` is a static member.
  if (r.at() === ':' && r.at(1) !== ':' && isWord(r.at(1))) {
    r.pos++;
    while (isWord(r.at())) r.pos++;
  }
  return r.text.slice(start, r.pos);
}

/** What a variable of a name is. */
function named(r: Reader, written: string, start: number): Val {
  const colon = written.indexOf(':');
  const scoped = colon > 0 && SCOPES.has(low(written.slice(0, colon)));
  const name = scoped ? written.slice(colon + 1) : written;
  switch (low(name)) {
    case 'true':
      return lit(true, start, r.pos);
    case 'false':
      return lit(false, start, r.pos);
    case 'null':
      return lit(null, start, r.pos);
    case 'this':
      return { v: 'self', base: false, range: span(start, r.pos) };
    case 'psitem':
      return ref('_', start, r.pos);
    case 'error':
    case '?':
    case 'lastexitcode':
    case 'psdefaultparametervalues':
      r.scopes.assign(low(name));
      return ref(low(name), start, r.pos);
    default:
      return ref(name, start, r.pos);
  }
}

/** `$Error[0]` inside a handler is the error it was given. */
export function newest(r: Reader, obj: Val, key: Val): Val | undefined {
  if (!r.inHandler || obj.v !== 'ref' || obj.name !== 'error') return undefined;
  return key.v === 'lit' && key.value === 0 ? ref('_', obj.range.start, r.pos) : undefined;
}

/** The spelling that the runtime has for members of errors, answers, texts and lists: names are written in any case. */
const SPELLING = new Map(
  [
    'Exception',
    'Message',
    'Response',
    'StatusCode',
    'StatusDescription',
    'ErrorDetails',
    'FullyQualifiedErrorId',
    'InnerException',
    'CategoryInfo',
    'Content',
    'value__',
    'Value',
    'Count',
    'Length',
    'Contains',
    'ContainsKey',
    'StartsWith',
    'EndsWith',
    'IndexOf',
    'Equals',
    'ToString',
    'ToLower',
    'ToUpper',
    'ToLowerInvariant',
    'Trim',
    'TrimEnd',
    'TrimStart',
    'Replace',
    'Split',
    'Substring',
    'Add',
    'AddRange',
    'Where',
    'ForEach',
    'Format',
    'Join',
    'NewGuid',
    'EscapeDataString',
    'UrlEncode',
    'IsMatch',
    'Conflict',
  ].map((n) => [low(n), n]),
);

/** A member by its name as written. */
export function memberOf(obj: Val, name: string, start: number, end: number, safe: boolean): Val {
  return member(obj, SPELLING.get(low(name)) ?? name, start, end, safe);
}
