/** Commands: a name and its arguments, in both forms of parameters, splatted tables, redirections. */
import type { Arg, Val } from '../../code-model.js';
import { arg, call, lit, low, ref, span } from '../nodes.js';
import { number, postfix } from './expressions.js';
import type { Reader } from './reader.js';
import {
  blanks,
  endsWord,
  gap,
  isBlank,
  isBreak,
  isDash,
  isDigit,
  isDouble,
  isLetter,
  isSingle,
  isWord,
} from './scan.js';
import { joined, piece, startsString, string, subexpression } from './strings.js';
import { startsVariable, variable } from './variables.js';

/** A command as it stands, before what it does to its input is known. */
export interface Command {
  /** The name in the spelling of the text, aliases resolved; empty where it is computed. */
  name: string;
  callee: Val;
  args: Arg[];
  start: number;
  end: number;
}

/** Short names that are there from the start. Source: about_Aliases. */
const ALIASES = new Map(
  Object.entries({
    irm: 'Invoke-RestMethod',
    iwr: 'Invoke-WebRequest',
    '%': 'ForEach-Object',
    foreach: 'ForEach-Object',
    '?': 'Where-Object',
    where: 'Where-Object',
    select: 'Select-Object',
    sort: 'Sort-Object',
    measure: 'Measure-Object',
    tee: 'Tee-Object',
    echo: 'Write-Output',
    write: 'Write-Output',
    sleep: 'Start-Sleep',
    icm: 'Invoke-Command',
    ipmo: 'Import-Module',
    gc: 'Get-Content',
    cat: 'Get-Content',
    gm: 'Get-Member',
    gci: 'Get-ChildItem',
    ls: 'Get-ChildItem',
  }),
);

/** Parameters that take no value, whatever the command; another argument may follow them. */
const SWITCHES = new Set(
  `all allmatches append asbytestream ashashtable asjob asplaintext asapp casesensitive compress debug descending force
  hidden includetotalcount noclobber noenumerate nonewline noprofile notypeinformation nowelcome passthru quiet raw recurse
  simplematch skipcertificatecheck skipheadervalidation skiphttperrorcheck unique upsert usebasicparsing
  usedefaultcredentials verbose wait whatif`.split(/\s+/),
);

/** Programs whose first words say what is done. */
const WITH_SUBCOMMANDS = new Set(['az', 'm365', 'gh', 'azd', 'kubectl', 'dotnet', 'git', 'docker', 'terraform']);

/** Parameters that name a variable, which is given a value by the command. Source: about_CommonParameters. */
const INTO_VARIABLE =
  /^(?:ErrorVariable|ev|OutVariable|ov|WarningVariable|wv|InformationVariable|iv|PipelineVariable|pv|StatusCodeVariable|ResponseHeadersVariable|SessionVariable|sv)$/i;

/** The command that begins here; `&` and `.` before it are taken. */
export function command(r: Reader): Command {
  const start = r.pos;
  let calls = false;
  if (r.at() === '&' || (r.at() === '.' && (isBlank(r.at(1)) || '$"\'({'.includes(r.at(1))))) {
    calls = true;
    r.pos++;
    blanks(r);
  }
  const callee = calls ? computedName(r) : plainName(r);
  const name = callee.v === 'ref' ? callee.name : '';
  const { args, end } = argumentsHere(r);
  const sub = WITH_SUBCOMMANDS.has(low(name)) ? subcommand(callee, args) : undefined;
  return { name: sub?.callee.name ?? name, callee: sub?.callee ?? callee, args: sub?.args ?? args, start, end };
}

/** `az rest --method post`: the words before the first option belong to the name. */
function subcommand(callee: Val, args: Arg[]): { callee: Extract<Val, { v: 'ref' }>; args: Arg[] } | undefined {
  if (callee.v !== 'ref') return undefined;
  let words = 0;
  while (words < 4) {
    const a = args[words];
    if (
      !a ||
      a.name !== undefined ||
      a.spread ||
      a.value.v !== 'lit' ||
      !/^[a-z][a-z0-9-]*$/.test(String(a.value.value))
    )
      break;
    words++;
  }
  const last = args[words - 1];
  if (!last) return undefined;
  const name = [
    callee.name,
    ...args.slice(0, words).map((a) => (a.value.v === 'lit' ? String(a.value.value) : '')),
  ].join(' ');
  return { callee: ref(name, callee.range.start, last.range.end), args: args.slice(words) };
}

/** A name written as it is, without the module before it. */
function plainName(r: Reader): Val {
  const start = r.pos;
  while (!endsWord(r.at()) && !isDouble(r.at()) && !isSingle(r.at()) && r.at() !== '<' && r.at() !== '>') {
    if (r.at() === '`' && r.at(1) !== '') r.pos++;
    if (r.at() === '=' && r.pos > start) break;
    r.pos++;
  }
  // `help?` and the like; a sign that is no name must not stop the reader.
  if (r.pos === start) {
    r.pos++;
    r.damage(start);
  }
  return commandRef(r, r.text.slice(start, r.pos).replace(/`/g, ''), start);
}

function commandRef(r: Reader, written: string, start: number): Val {
  const slash = written.lastIndexOf('\\');
  const inModule = slash > 0 && /^[\w.]+$/.test(written.slice(0, slash)) && !written.startsWith('.');
  const bare = inModule ? written.slice(slash + 1) : written;
  const name = r.aliases.get(low(bare)) ?? ALIASES.get(low(bare)) ?? bare;
  return ref(name, inModule ? start + slash + 1 : start, r.pos);
}

/** What `&` calls: a text, a variable, a script block. */
function computedName(r: Reader): Val {
  const start = r.pos;
  if (r.at() === '{') return r.parts.scriptBlock(r);
  if (startsString(r)) {
    const text = string(r);
    if (text.v === 'lit' && /^[\w.\\-]+$/.test(String(text.value)) && !/\.ps1$/i.test(String(text.value)))
      return commandRef(r, String(text.value), start);
    return text;
  }
  if (r.at() === '$' || r.at() === '(') return postfix(r, r.parts.primary(r));
  return plainName(r);
}

/** The arguments up to the end of the command. */
function argumentsHere(r: Reader): { args: Arg[]; end: number } {
  const args: Arg[] = [];
  // Blanks, comments and redirections behind the last argument are none of the call.
  let end = r.pos;
  for (;;) {
    blanks(r);
    if (ends(r)) break;
    const at = r.pos;
    const one = argument(r);
    if (one) {
      args.push(one);
      end = r.pos;
    }
    if (r.pos === at) {
      r.damage(at, at + 1);
      r.pos++;
    }
  }
  return { args, end };
}

function ends(r: Reader): boolean {
  const c = r.at();
  return c === '' || isBreak(c) || c === ';' || c === '|' || c === ')' || c === '}' || c === '&';
}

function argument(r: Reader): Arg | undefined {
  const start = r.pos;
  if (redirection(r)) return undefined;
  if (r.starts('--%') && (endsWord(r.at(3)) || r.at(3) === '')) {
    while (!r.done && !isBreak(r.at()) && r.at() !== '|') r.pos++;
    return undefined;
  }
  if (isDash(r.at())) {
    const long = isDash(r.at(1)) && isLetter(r.at(2));
    if (long || isLetter(r.at(1)) || r.at(1) === '?') return parameter(r, long);
  }
  if (r.at() === '@' && isWord(r.at(1))) {
    r.pos++;
    const from = r.pos;
    while (isWord(r.at())) r.pos++;
    return arg(ref(r.text.slice(from, r.pos), start, r.pos), undefined, true);
  }
  return arg(argumentValue(r));
}

/** `-Name value`, `-Name:value`, `-Switch`; `--name value` and `--name=value` of other programs. */
function parameter(r: Reader, long: boolean): Arg | undefined {
  const start = r.pos;
  r.pos += long ? 2 : 1;
  const from = r.pos;
  while (isWord(r.at()) || r.at() === '?' || (isDash(r.at()) && isWord(r.at(1)))) r.pos++;
  const name = r.text.slice(from, r.pos);
  const nameEnd = r.pos;
  const bare = (): Arg => ({ value: lit(true, nameEnd, nameEnd), name, spread: false, range: span(start, nameEnd) });
  const joint = r.at() === ':' || (r.at() === '=' && !endsWord(r.at(1)));
  if (joint) r.pos++;
  blanks(r);
  if (ends(r)) {
    r.pos = nameEnd;
    return bare();
  }
  if (!joint) {
    const next = r.at();
    const dash = isDash(next) && (isLetter(r.at(1)) || (isDash(r.at(1)) && isLetter(r.at(2))));
    if (SWITCHES.has(low(name)) || dash || (next === '@' && isWord(r.at(1)))) {
      r.pos = nameEnd;
      return bare();
    }
    if (redirection(r)) {
      r.pos = nameEnd;
      return bare();
    }
  }
  const value = argumentValue(r);
  if (INTO_VARIABLE.test(name) && value.v === 'lit') {
    const variableName = String(value.value).replace(/^[+$]+/, '');
    if (variableName) r.scopes.assign(variableName);
  }
  return { value, name, spread: false, range: span(start, value.range.end) };
}

/** `> file`, `2>&1`, `*>$null`: passed over with where it leads. */
function redirection(r: Reader): boolean {
  const m = /^(?:[1-6*]?>>?(?:&[12])?|<(?!#))/.exec(r.text.slice(r.pos, r.pos + 5));
  if (!m) return false;
  r.pos += m[0].length;
  if (m[0].includes('&')) return true;
  blanks(r);
  if (!ends(r)) argumentValue(r);
  return true;
}

/** One argument; several with commas between them are a list. */
function argumentValue(r: Reader): Val {
  const start = r.pos;
  const items = [oneValue(r)];
  for (;;) {
    const at = r.pos;
    blanks(r);
    if (r.at() !== ',') {
      r.pos = at;
      break;
    }
    r.pos++;
    gap(r);
    if (ends(r)) break;
    items.push(oneValue(r));
  }
  const [first] = items;
  if (items.length === 1 && first) return first;
  return { v: 'list', items: items.map((value) => ({ value, spread: false })), range: span(start, r.pos) };
}

function oneValue(r: Reader): Val {
  const start = r.pos;
  const c = r.at();
  const expressionLike =
    c === '(' ||
    c === '{' ||
    (c === '@' && (r.at(1) === '(' || r.at(1) === '{')) ||
    startsString(r) ||
    (c === '$' && (r.at(1) === '(' || startsVariable(r)));
  if (!expressionLike) return word(r, []);
  const value = r.nested(
    () => postfix(r, c === '$' && r.at(1) === '(' ? subexpression(r) : r.parts.primary(r)),
    (passed) => passed,
  );
  // `$folder/$name.txt`, `"a"b`: one text.
  if (endsWord(r.at()) || c === '(' || c === '{' || c === '@') return value;
  if (value.v === 'text') return word(r, [...value.parts], start);
  return word(r, [value.v === 'lit' ? String(value.value) : value], start);
}

/** Text without quotes, with what is put into it. */
function word(r: Reader, parts: (string | Val)[], from = r.pos): Val {
  const start = r.pos;
  if (!parts.length && isDigit(r.at())) {
    const digits = number(r);
    if (digits && endsWord(r.at())) return digits;
    r.pos = start;
  }
  while (!endsWord(r.at())) {
    const c = r.at();
    if (isDouble(c) || isSingle(c)) {
      const inner = string(r);
      if (inner.v === 'text') parts.push(...inner.parts);
      else if (inner.v === 'lit') parts.push(String(inner.value));
    } else if (c === '$' && (startsVariable(r) || r.at(1) === '(')) {
      parts.push(r.at(1) === '(' ? subexpression(r) : variable(r));
    } else piece(r, parts);
  }
  const flat = parts.reduce<(string | Val)[]>((out, p) => {
    const last = out.at(-1);
    if (typeof p === 'string' && typeof last === 'string') out[out.length - 1] = last + p;
    else out.push(p);
    return out;
  }, []);
  return joined(flat, from, r.pos);
}

/** The command as a call. */
export function callOf(c: Command): Val {
  return call(c.callee, c.args, c.start, c.end);
}

/** What an argument is given by one of these names, or at a position among those without a name. */
export function given(c: Command, names: string[], position = -1): Val | undefined {
  const named = c.args.find((a) => a.name !== undefined && names.some((n) => low(n) === low(a.name ?? '')));
  if (named) return named.value;
  return position < 0 ? undefined : c.args.filter((a) => a.name === undefined && !a.spread)[position]?.value;
}
