/** Functions that are given a call, or its error: those a project may vouch for. */
import type { BoundFile, Def } from '../bind/file.js';
import type { Call, Fn, Stmt, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import { isLogging, nameOf } from '../handling/expressions.js';

/** Members of every program's libraries: nobody's own helper has one of these names alone. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'map flatMap forEach filter reduce some every find push unshift add set then catch finally all allSettled any race',
    'resolve reject setTimeout setInterval setImmediate queueMicrotask nextTick bind call apply stringify parse next send json',
    'get post put patch delete use on once emit addEventListener subscribe pipe firstValueFrom lastValueFrom from defer String Number Boolean Error assign isArray',
    'it test describe before after beforeEach afterEach beforeAll afterAll useCallback useEffect useMemo setState',
    'Select SelectMany Where ForEach ForEachAsync Add AddRange ToList WhenAll WhenAny Run StartNew ContinueWith FromResult',
    'Parallel MapPost MapPut MapGet ConfigureAwait GetType ToString',
  ]
    .join(' ')
    .split(' '),
);

/** Names of the functions that are given the call, its promise or answer, or the error, the nearest first. */
export function helperNames(cell: Cell): string[] {
  const { file } = cell;
  const calls: Call[] = [];
  let inner: unknown = cell.val;
  for (let up = file.parent(cell.val); up; up = file.parent(up.node)) {
    const { node } = up;
    if ('v' in node && node.v === 'call' && up.role === 'arg') calls.push(node);
    if ('s' in node && node.s === 'try' && node.body.some((s: Stmt) => s === inner))
      for (const handler of node.handlers) calls.push(...given(file, file.handlerName(handler)));
    if ('v' in node && node.v === 'member' && up.role === 'obj') calls.push(...rejection(file, node));
    if ('s' in node && node.s === 'bind' && node.target.v === 'ref')
      calls.push(...given(file, file.resolve(node.target)));
    inner = node;
  }
  const own = calls.filter((call) => !isLogging(call)).map(nameOf);
  return [...new Set(own)].filter((name) => /^[\p{L}_$]/u.test(name) && !COMMON.has(name));
}

/** The calls that are given a name's value. */
function given(file: BoundFile, def: Def | undefined): Call[] {
  if (!def) return [];
  return file.refs(def).flatMap((ref) => {
    const up = file.parent(ref);
    return up?.role === 'arg' && 'v' in up.node && up.node.v === 'call' ? [up.node] : [];
  });
}

/** `promise.catch(error => report(error))`: what is given the error there. */
function rejection(file: BoundFile, member: Extract<Val, { v: 'member' }>): Call[] {
  const up = file.parent(member);
  if (up?.role !== 'callee' || !('v' in up.node) || up.node.v !== 'call') return [];
  return up.node.args.flatMap(({ value }) => (value.v === 'fn' ? ofParameter(file, value.fn) : []));
}

function ofParameter(file: BoundFile, fn: Fn): Call[] {
  const [param] = fn.params;
  return param ? given(file, file.lookup(param.name, param)) : [];
}
