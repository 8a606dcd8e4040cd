/** Checks before the create: a read of the resource whose answer decides whether the create runs. */

import { t } from '../../l10n/t.js';
import type { BoundFile, Source } from '../bind/file.js';
import { children, isFn, isHandler, type Node } from '../bind/walk.js';
import type { Call, Ref, Val } from '../code-model.js';
import { givesErrors } from '../evaluate/results.js';
import type { Note } from '../handling/fate.js';
import type { Candidate } from '../operations/operation.js';
import { calleeName } from '../operations/request.js';

const READS =
  /^(?:_?(?:try)?(?:get|read|find|query|list|fetch|lookup|search|load|first|single|exists|check|any|has|is|does|contains|count|resolve))|exists|(?:^|[a-z])(?:Get|Read|Find|Exists|Query)/i;

/** Queries that are run by counting or listing them, without a wait. */
const QUERIES = /Query(?:able)?$/;

/** The check that stands before a create, if there is one. */
export function priorCheck(c: Candidate): Note | undefined {
  if (c.method !== 'POST' && c.method !== 'PUT') return undefined;
  if (c.traits.ifMatch) return undefined;
  const { file, val } = c.cell;
  // A program that waits for its create waits for its check: what it has at once came from no service.
  const waits = givesErrors(file) || isWaited(val, file);
  const readIn = (node: Node): Call | undefined => firstRead(node, file, waits);
  const testsRead = (test: Val): Call | undefined => readTested(test, file, readIn);
  let cur: Node = val;
  for (let p = file.parent(cur); p; p = file.parent(cur)) {
    const n = p.node;
    if (isFn(n)) break;
    if (isHandler(n) && p.role === 'body') {
      const around = file.parent(n)?.node;
      const read =
        around && 's' in around && around.s === 'try' ? around.body.map((s) => readIn(s)).find(Boolean) : undefined;
      if (read)
        return { file, range: read.range, message: t('checked here, with nothing for the one that comes in between') };
    }
    if ('s' in n && n.s === 'if' && (p.role === 'then' || p.role === 'else')) {
      const read = testsRead(n.test);
      if (read)
        return { file, range: read.range, message: t('checked here, with nothing for the one that comes in between') };
    }
    if ('s' in cur && 's' in n) {
      // `if (existing) return existing;` above.
      const early = earlyReturn(cur, n, file, testsRead);
      if (early) return early;
    }
    cur = n;
  }
  const fn = file.enclosingFn(val);
  return fn && 's' in cur ? earlyReturn(cur, fn, file, testsRead) : undefined;
}

function earlyReturn(
  stmt: Node,
  around: Node,
  file: BoundFile,
  testsRead: (test: Val) => Call | undefined,
): Note | undefined {
  const p = file.parent(stmt);
  if (!p || p.node !== around) return undefined;
  const list: Node[] = [];
  children(around, (c, role) => {
    if (role === p.role) list.push(c);
  });
  for (const s of list.slice(0, list.indexOf(stmt))) {
    if (!('s' in s) || s.s !== 'if' || s.else.length > 0) continue;
    const leaves = s.then.at(-1);
    if (leaves?.s !== 'return' && leaves?.s !== 'leave') continue;
    const read = testsRead(s.test);
    if (read)
      return { file, range: read.range, message: t('checked here, with nothing for the one that comes in between') };
  }
  return undefined;
}

/** The read whose answer a condition looks at. Two answers compared with each other say nothing of what exists. */
function readTested(test: Val, file: BoundFile, readIn: (node: Node) => Call | undefined): Call | undefined {
  let found: Call | undefined;
  const visit = (n: Node): void => {
    if (found || !('v' in n) || n.v === 'fn') return;
    if (n.v === 'op' && (n.op === 'eq' || n.op === 'ne') && n.args.every((a) => readTested(a, file, readIn))) return;
    // That a read failed says nothing of what exists.
    if (n.v === 'op' && n.op === 'ne' && n.args.some(isNull) && n.args.some((a) => isError(a, file))) return;
    // What an error says was asked when it was caught.
    if (n.v === 'call' && isOfCaught(n, file)) return;
    if (n.v === 'call') found = readIn(n);
    if (n.v === 'ref')
      for (const s of sourcesOf(n, file)) found ??= readIn(s.value) ?? readBehind(s.value, file, readIn);
    if (!found) children(n, visit);
  };
  visit(test);
  return found;
}

/** True for a call of a member of an error that was caught. */
function isOfCaught(call: Call, file: BoundFile): boolean {
  let root: Val = call;
  while (root.v === 'call' || root.v === 'member') {
    if (root.v === 'call' && root.callee.v !== 'member') return false;
    root = root.v === 'call' ? root.callee : root.obj;
  }
  return root.v === 'ref' && file.resolve(root)?.kind === 'catch';
}

/** A part of an answer that has a name of its own: `const res = await list(); const first = res.value`. */
function readBehind(val: Val, file: BoundFile, readIn: (node: Node) => Call | undefined): Call | undefined {
  let root: Val = val;
  while (root.v === 'member' || root.v === 'index' || (root.v === 'call' && root.callee.v === 'member'))
    root = root.v === 'call' && root.callee.v === 'member' ? root.callee.obj : 'obj' in root ? root.obj : root;
  if (root === val || root.v !== 'ref') return undefined;
  return sourcesOf(root, file)
    .map((s) => readIn(s.value))
    .find(Boolean);
}

const isNull = (val: Val): boolean => val.v === 'lit' && (val.value === null || val.value === undefined);

/** True for a name that has the error beside a result. */
function isError(val: Val, file: BoundFile): boolean {
  const path = val.v === 'ref' && givesErrors(file) ? sourcesOf(val, file)[0]?.path : undefined;
  return typeof path?.[0] === 'number' && path[0] > 0;
}

/** What a name has been given; where one name takes the error of each call in turn, the last before. */
function sourcesOf(ref: Ref, file: BoundFile): Source[] {
  const all = file.resolve(ref)?.sources ?? [];
  if (!givesErrors(file)) return all;
  return all
    .filter((s) => s.value.range.end <= ref.range.start)
    .sort((a, b) => b.value.range.start - a.value.range.start)
    .slice(0, 1);
}

function firstRead(node: Node, file: BoundFile, waits: boolean): Call | undefined {
  let found: Call | undefined;
  const visit = (n: Node): void => {
    if (found || isFn(n)) return;
    if ('v' in n && n.v === 'call' && isRead(n) && (!waits || isWaited(n, file) || QUERIES.test(calleeName(n))))
      found = n;
    else children(n, visit);
  };
  visit(node);
  return found;
}

/** True if a call stands in an expression that is waited for, or such an expression stands in the call. */
function isWaited(call: Val, file: BoundFile): boolean {
  // What comes from elsewhere comes with an error beside it.
  if (givesErrors(file)) {
    const around = file.parent(call)?.node;
    const parts =
      around && 's' in around && around.s === 'bind' && around.target.v === 'pattern' ? around.target.parts : [];
    const last = parts.at(-1)?.target;
    // `value, ok := settings.Get(key)` asks no service.
    return last?.v === 'ref' && (last.name === '_' || /err/i.test(last.name));
  }
  for (let n: Node | undefined = call; n && 'v' in n && n.v !== 'fn'; n = file.parent(n)?.node)
    if (n.v === 'await' || (n.v === 'member' && n.name === 'then')) return true;
  let inside = false;
  const visit = (n: Node): void => {
    if (isFn(n)) return;
    if ('v' in n && n.v === 'await') inside = true;
    else children(n, visit);
  };
  children(call, visit);
  return inside;
}

/** True for a call that reads what is there, by its name or by the verb it is given. */
export function isRead(call: Call): boolean {
  const name = calleeName(call);
  if (call.args.some(({ value }) => value.v === 'lit' && /^(?:GET|HEAD)$/i.test(String(value.value)))) return true;
  // Commands of several words end with what they do.
  if (/\s(?:show|list|get|exists|check)$/.test(name)) return true;
  return (
    READS.test(name) &&
    // `CreateDatabaseIfNotExistsAsync` has a reading word in it and is none.
    !/^(?:create|add|ensure|insert|upsert|post|put|delete|remove|update|set)/i.test(name) &&
    !/^(?:getClient|getGraph\w*|isArray|hasOwnProperty|IsNullOrEmpty|IsNullOrWhiteSpace|isNaN|getToken\w*|GetToken\w*|getContainer|GetContainer|GetDatabase|includes|item|TryGetProperty|TryGetValue|ReadLine|ReadKey|getenv|GetEnvironmentVariable)$/i.test(
      name,
    )
  );
}
