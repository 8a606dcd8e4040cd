/** Checks before the create: a read of the resource whose answer decides whether the create runs. */

import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import { children, isFn, isHandler, type Node } from '../bind/walk.js';
import type { Call, Val } from '../code-model.js';
import type { Note } from '../handling/fate.js';
import type { Candidate } from '../operations/operation.js';

const READS =
  /^(?:_?(?:try)?(?:get|read|find|query|list|fetch|lookup|search|load|first|single|exists|check|any|has|is|does|contains|count|resolve))|exists|(?:^|[a-z])(?:Get|Read|Find|Exists|Query)/i;

/** The check that stands before a create, if there is one. */
export function priorCheck(c: Candidate): Note | undefined {
  if (c.method !== 'POST' && c.method !== 'PUT') return undefined;
  if (c.traits.ifMatch) return undefined;
  const { file, val } = c.cell;
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
      const read = testsRead(n.test, file);
      if (read)
        return { file, range: read.range, message: t('checked here, with nothing for the one that comes in between') };
    }
    if ('s' in cur && 's' in n) {
      // `if (existing) return existing;` above.
      const early = earlyReturn(cur, n, file);
      if (early) return early;
    }
    cur = n;
  }
  const fn = file.enclosingFn(val);
  return fn && 's' in cur ? earlyReturn(cur, fn, file) : undefined;
}

function earlyReturn(stmt: Node, around: Node, file: BoundFile): Note | undefined {
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
    const read = testsRead(s.test, file);
    if (read)
      return { file, range: read.range, message: t('checked here, with nothing for the one that comes in between') };
  }
  return undefined;
}

/** The read whose answer a condition looks at. */
function testsRead(test: Val, file: BoundFile): Call | undefined {
  let found: Call | undefined;
  const visit = (n: Node): void => {
    if (found || !('v' in n) || n.v === 'fn') return;
    if (n.v === 'call' && isRead(n)) found = n;
    if (n.v === 'ref') {
      const def = file.resolve(n);
      for (const s of def?.sources ?? []) found ??= readIn(s.value);
    }
    children(n, visit);
  };
  visit(test);
  return found;
}

function readIn(node: Node): Call | undefined {
  let found: Call | undefined;
  const visit = (n: Node): void => {
    if (found || isFn(n)) return;
    if ('v' in n && n.v === 'call' && isRead(n)) found = n;
    else children(n, visit);
  };
  visit(node);
  return found;
}

function isRead(call: Call): boolean {
  const c = call.callee;
  const name = c.v === 'member' ? c.name : c.v === 'ref' ? c.name : '';
  return (
    READS.test(name) &&
    !/^(?:getClient|getGraph\w*|isArray|hasOwnProperty|IsNullOrEmpty|IsNullOrWhiteSpace|isNaN|getToken\w*|GetToken\w*|getContainer|GetContainer|GetDatabase|includes|item)$/i.test(
      name,
    )
  );
}
