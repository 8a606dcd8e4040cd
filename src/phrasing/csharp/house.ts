/** What a client of the project's own throws and gives, as far as its methods and exceptions can be seen. */
import type { BoundFile } from '../../analysis/bind/file.js';
import { children, isFn, type Node } from '../../analysis/bind/walk.js';
import type { Call, Field, Fn, TypeDecl, TypeRef, Val } from '../../analysis/code-model.js';
import type { Evaluator } from '../../analysis/evaluate/evaluate.js';
import type { Subject } from '../../remedies/subject.js';
import type { ErrorRow } from './errors.js';

export interface House {
  error: ErrorRow | undefined;
  /** What the method gives, as written. */
  returns: TypeRef | undefined;
}

/** How many calls inside the method are followed to the place that throws. */
const MAX_DEPTH = 4;

/** What was found before, as long as the same neighbours are known. */
const known = new WeakMap<Evaluator, Map<Call, House | undefined>>();

/** Undefined where the method that is called cannot be seen. */
export function houseOf(subject: Subject): House | undefined {
  const { call, ev } = subject;
  const memo = known.get(ev) ?? new Map<Call, House | undefined>();
  known.set(ev, memo);
  if (!memo.has(call)) memo.set(call, found(subject, ev.widely()));
  return memo.get(call);
}

function found({ call, candidate }: Subject, ev: Evaluator): House | undefined {
  const called = ev.callee({ file: candidate.cell.file, val: call, env: candidate.cell.env });
  if (!called?.fn.body) return undefined;
  return { error: thrownBy(ev, called.file, called.fn, 0, new Set()), returns: called.fn.returns };
}

/** The call hands out nothing that anybody takes: `void`, or a task without a result. */
export function givesNothing(subject: Subject, house: House | undefined): boolean {
  const { call, candidate, deferred, unused } = subject;
  const { sdk, method, path } = candidate;
  // An action of a request builder is a `PostAsync` like any other, and a task with a result is one without as well.
  if (sdk?.builder && (unused || returnsTask(subject))) return true;
  if (sdk?.builder || sdk?.id === 'graph-dotnet-v4') return method === 'DELETE' || path.endsWith('$ref');
  if (sdk || !house) return false;
  const name = house.returns?.path.at(-1);
  return deferred ? name === 'Task' && house.returns?.args.length === 0 : name === 'void' && call.typeArgs.length === 0;
}

/** The call is what a function returns that gives a task without a result. */
function returnsTask({ call, candidate: { cell } }: Subject): boolean {
  const above = cell.file.parent(call)?.node;
  const gives = cell.file.enclosingFn(call)?.returns;
  const returned = above !== undefined && 's' in above && above.s === 'return';
  return returned && gives?.path.at(-1) === 'Task' && gives.args.length === 0;
}

/** The first exception with a status that a method throws, itself or in a method of the project it calls. */
function thrownBy(ev: Evaluator, file: BoundFile, fn: Fn, depth: number, seen: Set<Fn>): ErrorRow | undefined {
  if (seen.has(fn) || depth > MAX_DEPTH) return undefined;
  seen.add(fn);
  const calls: Call[] = [];
  let row: ErrorRow | undefined;
  const visit = (node: Node): void => {
    if (row) return;
    if ('s' in node && node.s === 'raise' && node.value) row = rowOf(ev, file, thrownType(file, node.value));
    if ('v' in node && node.v === 'call') calls.push(node);
    if (!isFn(node) || node === fn) children(node, visit);
  };
  visit(fn);
  for (const call of calls) {
    if (row) break;
    const inner = ev.callee({ file, val: call });
    if (inner?.fn.body) row = thrownBy(ev, inner.file, inner.fn, depth + 1, seen);
  }
  return row;
}

/** The type of what is thrown: made there, or kept in a name that is made, declared or read as one. */
function thrownType(file: BoundFile, val: Val): TypeRef | undefined {
  if (val.v === 'new') return val.type;
  if (val.v === 'call') return val.typeArgs.length === 1 ? val.typeArgs[0] : undefined;
  if (val.v !== 'ref') return undefined;
  const def = file.resolve(val);
  return def?.type ?? def?.sources.map((source) => thrownType(file, source.value)).find((type) => type !== undefined);
}

/** The row of an exception of the project; undefined where it does not keep the status. */
function rowOf(ev: Evaluator, file: BoundFile, ref: TypeRef | undefined): ErrorRow | undefined {
  const decl = ref && ev.project.typeDecl(file, ref);
  if (!decl) return undefined;
  const status = memberPath(ev, decl, isStatus);
  if (!status) return undefined;
  const texts = memberPaths(ev, decl, isWords).map((path) => `{E}.${path.join('?.')}?.Contains({W}) == true`);
  const codes = memberPaths(ev, decl, isCode).map((path) => `{E}.${path.join('?.')} == {W}`);
  const text = ['{E}.Message.Contains({W})', ...texts];
  const { type } = decl;
  return {
    type: type.namespace === undefined ? type.name : `${type.namespace}.${type.name}`,
    status: `(int?){E}.${status.join('?.')}`,
    code: codes.length > 0 ? codes : text,
    text,
  };
}

const last = (field: Field): string => field.type?.path.at(-1) ?? '';
/** The way from a field of this kind to the status. */
const isStatus = (field: Field): string[] | undefined => {
  if (last(field) === 'HttpResponseMessage') return ['StatusCode'];
  const named = /status/i.test(field.name) && ['int', 'Int32', 'HttpStatusCode'].includes(last(field));
  return named || last(field) === 'HttpStatusCode' ? [] : undefined;
};
const isWords = (field: Field): string[] | undefined =>
  last(field).toLowerCase() === 'string' && /^(?:message|.*(?:body|content))$/i.test(field.name) ? [] : undefined;
const isCode = (field: Field): string[] | undefined =>
  last(field).toLowerCase() === 'string' && /code$/i.test(field.name) ? [] : undefined;

type Decl = { file: BoundFile; type: TypeDecl };
type Wanted = (field: Field) => string[] | undefined;

function memberPath(ev: Evaluator, decl: Decl, wanted: Wanted): string[] | undefined {
  return memberPaths(ev, decl, wanted)[0];
}

/** Ways over at most one member in between, the short ones first. */
function memberPaths(ev: Evaluator, decl: Decl, wanted: Wanted): string[][] {
  const direct: string[][] = [];
  const further: string[][] = [];
  for (const { file, type } of [decl, ...ev.project.bases(decl.file, decl.type)]) {
    for (const field of type.fields) {
      if (field.isStatic || /\b(?:private|protected)\b/.test(file.text.slice(field.range.start, field.range.end)))
        continue;
      const rest = wanted(field);
      if (rest) direct.push([field.name, ...rest]);
      const inner = field.type && ev.project.typeDecl(file, field.type);
      if (rest || !inner || inner.type === decl.type || inner.type.kind !== 'class') continue;
      for (const deep of inner.type.fields) {
        const way = wanted(deep);
        if (way) further.push([field.name, deep.name, ...way]);
      }
    }
  }
  return [...direct, ...further];
}
