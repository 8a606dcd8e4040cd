/** Request builders whose member path is the URL path. */
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { texts } from '../evaluate/text.js';
import type { BuiltRequest } from './batch.js';
import { calleeName, member, verbsOf } from './request.js';
import type { RoleHit } from './role-hit.js';
import type { BuilderRow } from './sdk.js';
import { readUrl } from './url.js';

/** The URL path a chain stands for. */
export interface BuilderPath {
  segments: string[];
  /** The chain went through a call that only the row's older version has. */
  older: boolean;
}

/** The URL path a builder chain stands for, or undefined where a step of it is not known to be a segment. */
export function builderPath(ev: Evaluator, hit: RoleHit): BuilderPath | undefined {
  const row = hit.sdk.builder;
  if (!row) return undefined;
  const segments: string[] = [];
  let older = false;
  for (const step of hit.chain.path) {
    if (step.key) {
      segments.push(literalKey(ev, step.key));
      continue;
    }
    const name = step.name ?? '';
    if (step.call) {
      if (name === row.older?.call) older = true;
      const added = calledSegments(ev, row, name, step.call);
      if (added === undefined) return undefined;
      if (added === 'url') {
        const url =
          step.call.val.v === 'call' && step.call.val.args[0]
            ? texts(ev, { ...step.call, val: step.call.val.args[0].value })[0]
            : undefined;
        const read = url && readUrl(url);
        if (!read) return undefined;
        segments.splice(0, segments.length, ...read.segments);
      } else if (added === 'root-path') {
        // `Root.ItemWithPath(p)` and `Items["root"].ItemWithPath(p)` name one item by its path.
        if (segments.at(-1)?.toLowerCase() === 'root') segments.pop();
        if (segments.at(-1)?.toLowerCase() === 'items') segments.pop();
        segments.push('items', '{}');
      } else segments.push(...added);
      continue;
    }
    const special = row.segments[name];
    if (special === null) continue;
    if (special !== undefined) segments.push(...special.split('/').filter(Boolean));
    else segments.push(camel(name));
  }
  return { segments, older };
}

/** The requests a value is that a builder chain makes without sending: verb and path. */
export function builtRequests(ev: Evaluator, rolesOf: (cell: Cell) => RoleHit[], step: Cell): BuiltRequest[] {
  return ev.origins(step).flatMap((o) => {
    const call = o.val;
    if (call.v !== 'call' || call.callee.v !== 'member') return [];
    const { name, obj } = call.callee;
    return rolesOf({ ...o, val: obj }).flatMap((h): BuiltRequest[] => {
      const method = h.sdk.builder?.requests?.[name];
      const path = method === undefined ? undefined : builderPath(ev, h);
      if (method === undefined || !path) return [];
      const methods = method ? [method] : member(ev, step, ['Method']).flatMap((m) => verbsOf(ev, m));
      return [{ methods, segments: path.segments }];
    });
  });
}

function literalKey(ev: Evaluator, key: Cell): string {
  return ev.constants(key)[0] === 'root' ? 'root' : '{}';
}

/** What a call in the chain adds: segments, `url` where it takes a whole URL, undefined where nobody knows. */
function calledSegments(
  ev: Evaluator,
  row: BuilderRow,
  name: string,
  call: Cell,
): string[] | 'url' | 'root-path' | undefined {
  const exact = row.keyCalls?.[name];
  if (exact === 'root-path') return 'root-path';
  if (exact === 'key') return ['{}'];
  if (exact !== undefined) return exact === '' ? 'url' : exact.split('/');
  const special = row.segments[name];
  if (special === null) return [];
  if (special === '') return 'url';
  const suffix = row.keySuffix;
  if (suffix && name.endsWith(suffix) && name.length > suffix.length)
    return [camel(name.slice(0, -suffix.length)), '{}'];
  if (row.keyPrefix && name.startsWith(row.keyPrefix) && name.length > row.keyPrefix.length) {
    const arg = call.val.v === 'call' ? call.val.args[0] : undefined;
    return [arg ? literalKey(ev, { ...call, val: arg.value }) : '{}'];
  }
  if (/^(Request|Headers?|Select|Filter|Top|Expand|Configure|With\w*Retry|WithShouldRetry|WithMaxRetry)/.test(name))
    return [];
  if (!row.called) return undefined;
  const segment = special ?? camel(name);
  return row.actions ? segment.split('/').filter(Boolean) : calledSegment(ev, segment, call);
}

/** A member as the service writes the segment: `InstalledApps` and `installed_apps` are `installedApps`. */
function camel(name: string): string {
  const joined = name.replace(/(?<=[A-Za-z0-9])_([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** `users()` is a segment, `users(id)` a segment and a key; an object given is the body of an action. */
function calledSegment(ev: Evaluator, name: string, call: Cell): string[] | undefined {
  const args = call.val.v === 'call' ? call.val.args : [];
  const [first] = args;
  if (args.length > 1) return undefined;
  if (!first) return name.split('/').filter(Boolean);
  const arg: Cell = { ...call, val: first.value };
  const made = ev.origins(arg).some((o) => o.val.v === 'new' || (o.val.v === 'call' && calleeName(o.val) === 'build'));
  return made ? [name] : [name, literalKey(ev, arg)];
}
