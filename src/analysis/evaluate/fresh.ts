/** Identifiers made at random for one call: such a create cannot meet a twin by its id. */
import { isFn } from '../bind/walk.js';
import type { Cell } from './cell.js';
import type { Evaluator } from './evaluate.js';

/** Functions that make a random identifier, by their last name. */
const MAKERS = new Set([
  'randomUUID',
  'uuid',
  'uuidv4',
  'v4',
  'uuid4',
  'uuid1',
  'v1',
  'v7',
  'uuidv7',
  'nanoid',
  'ulid',
  'cuid',
  'createId',
  'createGuid',
  'newGuid',
  'NewGuid',
  'CreateVersion7',
  'guid',
  'generateUuid',
  'generateGuid',
  'generateGUID',
  'generateUUID',
  'uuidgen',
  'ObjectId',
  'token_hex',
  'token_urlsafe',
  'randomBytes',
  'NewV4',
  'NewV7',
  'uuid7',
]);
/** Packages all of whose makers make one: `uuid.New()`, `ksuid.New()`. */
const MAKER_PACKAGES = /^(?:uuid|guid|ulid|ksuid|xid|shortuuid|cuid|nanoid)$/;
/** Calls that only change how the identifier is written. */
const SHOWN = new Set([
  'ToString',
  'toString',
  'String',
  'replace',
  'Replace',
  'toLowerCase',
  'toUpperCase',
  'ToLower',
  'ToUpper',
  'Substring',
  'slice',
  'substring',
  'trim',
]);

/** Functions that only change how their argument is written. */
const WRITERS = new Set(['str', 'String', 'repr']);
/** Members of an identifier that are another way to write it. */
const WRITTEN = new Set(['hex', 'urn']);

/** Calls that put their arguments, or what a list holds, together to one text. */
const JOINED = new Set(['Format', 'format', 'Concat', 'concat', 'Join', 'join']);

/**
 * True if every value the cell can have is a fresh identifier, or a text that holds one. One that is made once for the
 * module or the type and used in a function is the same in every call of it, and not fresh.
 */
export function isFresh(ev: Evaluator, cell: Cell, depth = 0): boolean {
  if (depth > 8) return false;
  const origins = ev.origins(cell);
  const often = cell.file.enclosingFn(cell.val) !== undefined;
  return origins.length > 0 && origins.every((o) => fresh(ev, o, depth) && !(often && isMadeOnce(o)));
}

function isMadeOnce({ file, val }: Cell): boolean {
  if (file.enclosingFn(val)) return false;
  for (let p = file.parent(val); p; p = file.parent(p.node))
    if ('isStatic' in p.node && !isFn(p.node)) return p.node.isStatic;
  return true;
}

function fresh(ev: Evaluator, cell: Cell, depth: number): boolean {
  const v = cell.val;
  if (v.v === 'text') return v.parts.some((p) => typeof p !== 'string' && isFresh(ev, { ...cell, val: p }, depth + 1));
  if (v.v === 'op' && v.op === 'add') return v.args.some((a) => isFresh(ev, { ...cell, val: a }, depth + 1));
  if (v.v === 'member' && WRITTEN.has(v.name)) return isFresh(ev, { ...cell, val: v.obj }, depth + 1);
  if (v.v === 'new') return v.type.path[v.type.path.length - 1] === 'ObjectId';
  if (v.v !== 'call') return false;
  const callee = v.callee;
  const name = callee.v === 'member' ? callee.name : callee.v === 'ref' ? callee.name : '';
  if (callee.v === 'member' && SHOWN.has(name)) return isFresh(ev, { ...cell, val: callee.obj }, depth + 1);
  if (WRITERS.has(name) && v.args[0]) return isFresh(ev, { ...cell, val: v.args[0].value }, depth + 1);
  if (JOINED.has(name)) {
    const listed = callee.v === 'member' ? [callee.obj, ...v.args.map((a) => a.value)] : v.args.map((a) => a.value);
    const parts = listed.flatMap((l) => (l.v === 'list' ? l.items.map((i) => i.value) : [l]));
    if (parts.some((part) => isFresh(ev, { ...cell, val: part }, depth + 1))) return true;
  }
  const results = ev.callResults(cell);
  if (results.length) return results.every((r) => isFresh(ev, r, depth + 1));
  const packaged = callee.v === 'member' && callee.obj.v === 'ref' && MAKER_PACKAGES.test(callee.obj.name);
  if (packaged && /^(?:New|Must|Make)/.test(name)) return true;
  return MAKERS.has(name);
}
