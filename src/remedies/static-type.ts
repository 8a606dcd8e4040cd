/** The declared type of a value, where the text of the program shows it. */
import type { BoundFile, Def } from '../analysis/bind/file.js';
import type { TypeDecl, TypeRef, Val } from '../analysis/code-model.js';
import type { Evaluator } from '../analysis/evaluate/evaluate.js';

/** A type with the file that names it. */
export interface Typed {
  file: BoundFile;
  ref: TypeRef;
}

const MAX_DEPTH = 6;
/** Types that hold one thing of their argument: what waiting or going through them gives. */
const HOLDERS =
  /^(?:Task|ValueTask|Promise|List|IList|IEnumerable|ICollection|IReadOnlyList|IReadOnlyCollection|IAsyncEnumerable|HashSet)$/;

/** The type a value is declared, made or returned as; undefined where it cannot be seen. */
export function typeOf(ev: Evaluator, file: BoundFile, val: Val, depth = 0): Typed | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (val.v === 'new') return val.type.path.length > 0 ? { file, ref: val.type } : undefined;
  if (val.v === 'await') return element(typeOf(ev, file, val.value, depth + 1));
  if (val.v === 'lit') return typeof val.value === 'string' ? { file, ref: TEXT } : undefined;
  if (val.v === 'text') return { file, ref: TEXT };
  if (val.v === 'call') {
    if (val.callee.v === 'member' && /^[tT]oString$/.test(val.callee.name)) return { file, ref: TEXT };
    const called = ev.callee({ file, val });
    const returns = called?.fn.returns;
    return called && returns ? { file: called.file, ref: returns } : undefined;
  }
  const place = file.placeOf(val);
  if (!place) return undefined;
  let at = ofDef(ev, file, place.def, depth);
  for (const name of place.path) {
    const decl = at && declOf(ev, at);
    const member = decl && ev.project.member(decl.file, decl.type, name);
    at = member && ofDef(ev, member.file, member.def, depth + 1);
  }
  return at;
}

/** The declaration of a type, in this file or a neighbour. */
export function declOf(ev: Evaluator, { file, ref }: Typed): { file: BoundFile; type: TypeDecl } | undefined {
  return ev.project.typeDecl(file, ref);
}

const TEXT: TypeRef = { path: ['string'], args: [] };

function ofDef(ev: Evaluator, file: BoundFile, def: Def, depth: number): Typed | undefined {
  if (def.type && !/^(?:var|let|const|dynamic|object|any|unknown)$/.test(def.type.path.at(-1) ?? 'var'))
    return { file, ref: def.type };
  const given = eachOf(ev, file, def, depth);
  if (given) return given;
  for (const { value, path, op } of def.sources) {
    if (op !== undefined) continue;
    const whole = typeOf(ev, file, value, depth + 1);
    if (path.length === 0 && whole) return whole;
    if (path.length === 1 && path[0] === '*') return element(whole);
  }
  return undefined;
}

/** Members that call a function for each element. */
const EACH = /^(?:Select|SelectMany|Where|ForEach|ForEachAsync|map|flatMap|filter|forEach)$/;

/** The parameter of a function that is called for each element of a list. */
function eachOf(ev: Evaluator, file: BoundFile, def: Def, depth: number): Typed | undefined {
  if (def.param?.index !== 0 || def.param.of.kind !== 'lambda') return undefined;
  const lambda = file.parent(def.param.of)?.node;
  const call = lambda && file.parent(lambda);
  if (call?.role !== 'arg' || !('v' in call.node) || call.node.v !== 'call') return undefined;
  const { callee } = call.node;
  if (callee.v !== 'member' || !EACH.test(callee.name)) return undefined;
  return element(typeOf(ev, file, callee.obj, depth + 1));
}

function element(holder: Typed | undefined): Typed | undefined {
  const [only] = holder?.ref.args ?? [];
  return holder && only && HOLDERS.test(holder.ref.path.at(-1) ?? '') ? { file: holder.file, ref: only } : undefined;
}
