/** Which values of a program are the failure that is followed, or a part of it. */

import type { BoundFile, Def } from '../bind/file.js';
import type { Val } from '../code-model.js';
import { withinFirst } from '../evaluate/results.js';

/** Names and values that stand for the failure, each with the path into it that they are. */
export type Subjects = Map<Def | Val, string[]>;

/** Calls that hand on their only argument in another form. */
const CONVERSIONS = new Set([
  'Number',
  'String',
  'parseInt',
  'stringify',
  'parse',
  'ToInt32',
  'Parse',
  'toError',
  'inspect',
  'str',
  'int',
  'repr',
  'Sprint',
  'unwrap',
  'propagate',
  'getRootCause',
  'valueOf',
  'ConvertFrom-Json',
  'Out-String',
  'ReadAll',
]);
/** Names of functions that read something out of an error: the service's own error, a status, a code. */
const READS_OUT =
  /^(?:_?(?:get|to|as|parse|extract|unwrap|convert|read|find|resolve|format)[_-]?(?:\w*(?:error|err|exception|status|code|cause)\w*)?|(?:http_?)?(?:status|error)_?code(?:_?(?:of|from|for)\w*)?|(?:status|code|error|cause)_?(?:of|from)\w*)$/i;
/** What such a function makes of the failure: it may hold the status anywhere, or be it. */
export const MADE = '(made)';

/** Types that only make an answer easier to read. */
const READERS = new Set(['BatchResponseContent']);
/** Members that hand on their receiver in another form. */
const SELF_MEMBERS = new Set([
  'toString()',
  'lower()',
  'upper()',
  'casefold()',
  'strip()',
  '__str__()',
  'ToString()',
  'toLowerCase()',
  'ToLower()',
  'ToLowerInvariant()',
  'toUpperCase()',
  'ToUpperInvariant()',
  'trim()',
  'Value',
  'value__',
  'valueOf()',
  'value()',
  'intValue()',
  'orElse()',
]);
/** Calls that pick an element of a list. */
const ELEMENT = /^(?:find|First|FirstOrDefault|Single|SingleOrDefault|at|ElementAt|Last|LastOrDefault|find_first)\(\)$/;
/** Calls that keep the elements of a list. */
const SAME_LIST =
  /^(?:filter|Where|ToList|ToArray|OfType|concat|slice|flat|Select|map|AsEnumerable|values|Values|entries|reduce|stream|toList|collect|blockLast|blockFirst|iterator|next)(?:\(\))?$/;

/**
 * The path into the failure a value is, or undefined where it is none.
 *
 * @param exists says whether the failure has a part at a path, where a value is one of several
 */
export function pathOf(
  val: Val,
  file: BoundFile,
  subjects: Subjects,
  depth = 0,
  exists?: (path: string[]) => boolean,
): string[] | undefined {
  if (depth > 12) return undefined;
  const known = subjects.get(val);
  if (known) return known;
  const go = (v: Val): string[] | undefined => pathOf(v, file, subjects, depth + 1, exists);
  switch (val.v) {
    case 'ref': {
      const def = file.resolve(val);
      if (!def) return undefined;
      const own = subjects.get(def);
      if (own) return own;
      if (def.param || def.sources.length === 0 || def.sources.length > 4) return undefined;
      for (const s of def.sources) {
        const p = go(s.value);
        if (p) return extend(p, withinFirst(file, s.path).map(String));
      }
      return undefined;
    }
    case 'member': {
      const p = go(val.obj);
      return p && extend(p, [val.name]);
    }
    case 'index': {
      const p = go(val.obj);
      return p && extend(p, [val.key.v === 'lit' && typeof val.key.value === 'string' ? val.key.value : '*']);
    }
    case 'await':
    case 'assign':
      return go(val.value);
    case 'op':
      if (val.op === 'or' || val.op === 'coalesce' || val.op === 'and') {
        const paths = val.args.map(go).filter((p) => p !== undefined);
        // `e.statusCode ?? e.status`: the one that the failure has.
        return (exists && paths.find(exists)) ?? paths[0];
      }
      return undefined;
    case 'pick':
      return go(val.then) ?? go(val.else);
    case 'text': {
      for (const part of val.parts)
        if (typeof part !== 'string') {
          const p = go(part);
          if (p) return [...p, 'toString()'].filter((s) => s !== 'toString()');
        }
      return undefined;
    }
    case 'call': {
      const callee = val.callee;
      if (callee.v === 'member') {
        const p = go(callee.obj);
        if (p) return extend(p, [`${callee.name}()`]);
      }
      const name = callee.v === 'member' ? callee.name : callee.v === 'ref' ? callee.name : '';
      const first = val.args[0];
      if (!first) return undefined;
      if (CONVERSIONS.has(name)) return go(first.value);
      if (!READS_OUT.test(name) || callee.v === 'fn') return undefined;
      return val.args.some((a) => go(a.value)?.length === 0) ? [MADE] : undefined;
    }
    case 'new': {
      const first = val.args[0];
      return first && READERS.has(val.type.path.at(-1) ?? '') ? go(first.value) : undefined;
    }
    default:
      return undefined;
  }
}

function extend(path: string[], more: string[]): string[] {
  const out = [...path];
  for (const m of more) {
    if (SELF_MEMBERS.has(m) || SAME_LIST.test(m)) continue;
    if (ELEMENT.test(m)) out.push('*');
    else if (m !== '*' || out.at(-1) !== '*') out.push(m);
  }
  return out;
}
