/** Batches: where the steps built one by one are run, and which steps a list holds. */
import type { BoundFile } from '../bind/file.js';
import type { Call, Fn, Member, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { texts } from '../evaluate/text.js';
import { matchScenarios, type ScenarioMatch } from './match.js';
import { calleeName, member, verbsOf } from './request.js';
import type { CallRow, Sdk } from './sdk.js';
import { BodyKeys } from './traits.js';
import { readUrl } from './url.js';
import { writes } from './writers.js';

/** The calls that run the steps a builder call adds to: further along its chain, or on the name it goes by. */
export function batchRunners(cell: Cell & { val: Call | Member }, sdk: Sdk, runsAt?: string): Cell[] {
  const { file } = cell;
  const runs = (name: string): boolean => Object.values(sdk.roles).some((r) => r.calls?.[name]?.runs);
  // Along the chain.
  let node: Val = cell.val;
  for (let i = 0; i < 40; i++) {
    const p = file.parent(node);
    if (p?.role === 'obj' && 'v' in p.node && p.node.v === 'member') {
      const q = file.parent(p.node);
      if (q?.role === 'callee' && 'v' in q.node && q.node.v === 'call') {
        if (runs(p.node.name)) return [{ ...cell, val: q.node }];
        node = q.node;
        continue;
      }
    }
    break;
  }
  // On the name the batch goes by: its receiver's, or the one the chain is assigned to.
  const names = new Set<unknown>();
  // A chain that begins with making the batch goes by no name but its own.
  const makes = (name: string): boolean =>
    Object.entries(sdk.roles).some(([id, r]) => {
      const made = r.calls?.[name]?.returns;
      return made !== undefined && made !== id && Object.values(sdk.roles[made]?.calls ?? {}).some((c) => c.runs);
    });
  const rootOf = (v: Val): Val => {
    let root = v.v === 'member' ? v.obj : v;
    while (root.v === 'call' && root.callee.v === 'member' && !makes(root.callee.name)) root = root.callee.obj;
    return root;
  };
  const place = file.placeOf(rootOf(cell.val));
  if (place) names.add(place.def);
  const parent = file.parent(node);
  if (parent && 's' in parent.node && parent.node.s === 'bind' && parent.node.target.v === 'ref')
    names.add(file.resolve(parent.node.target));
  const isOne = (v: Val): boolean => {
    const p = file.placeOf(v);
    return p !== undefined && names.has(p.def);
  };
  const running = file.calls.filter((c): c is Call => c.v === 'call' && c.callee.v === 'member' && runs(c.callee.name));
  const found = running.filter(
    (c) => isOne(rootOf(c.callee.v === 'member' ? c.callee.obj : c)) || c.args.some((a) => isOne(a.value)),
  );
  // Steps that are handed over as a list or stream: what runs such a list in the same function, else in the file.
  const own = runsAt === undefined ? [] : running.filter((c) => c.callee.v === 'member' && c.callee.name === runsAt);
  const near = own.filter((c) => file.enclosingFn(c) === outermost(file, cell.val));
  return (found.length ? found : near.length ? near : own).map((val) => ({ file, val }));
}

/** The method or function a value stands in, past the lambdas around it. */
function outermost(file: BoundFile, val: Val): Fn | undefined {
  let fn = file.enclosingFn(val);
  for (let up = fn; up?.kind === 'lambda'; up = file.enclosingFn(up)) fn = file.enclosingFn(up) ?? fn;
  return fn;
}

/** A step of a batch that is given as a list: its operation, empty for a read. */
export interface ListStep {
  op: string;
  ifMatch: boolean;
}

/** The steps of a list argument: `items.batch([{ operationType: 'Create', … }])`. */
export function stepsInList(ev: Evaluator, cell: Cell & { val: Call }, row: NonNullable<CallRow['steps']>): ListStep[] {
  const arg = cell.val.args[row.arg];
  if (!arg) return [];
  return ev.elements({ ...cell, val: arg.value }).flatMap((step) =>
    ev.props(step, [row.kind]).flatMap((kind) =>
      ev.origins(kind).flatMap((o): ListStep[] => {
        const word = o.val.v === 'lit' ? String(o.val.value) : o.val.v === 'member' ? o.val.name : '';
        const op = row.kinds[word];
        return op === undefined ? [] : [{ op, ifMatch: ev.props(step, row.ifMatch ?? ['ifMatch']).length > 0 }];
      }),
    ),
  );
}

/** A step of a `$batch`: its operation in words, whether it can conflict, and in which scenarios. */
export interface RequestStep {
  op: string;
  prone: boolean;
  matches: ScenarioMatch[];
}

/** A request that a builder chain makes without sending it. */
export interface BuiltRequest {
  methods: string[];
  segments: string[];
}

/**
 * The steps of a Graph `$batch` body. Steps that cannot be read are left out: what is not known is not marked.
 *
 * @param built reads a step made by the request builder of an SDK
 */
export function requestSteps(ev: Evaluator, body: Cell[], built?: (step: Cell) => BuiltRequest[]): RequestStep[] {
  const lists = body.flatMap((b) => {
    const direct = ['requests', 'Requests'].flatMap((k) => member(ev, b, [k]));
    return direct.length ? direct : ev.origins(b).flatMap((o) => unwrapped(ev, o));
  });
  return lists
    .flatMap((l) => ev.elements(l))
    .flatMap((step) => [...stepOf(ev, step), ...(built ? builtSteps(ev, step, built) : [])]);
}

/** Calls that take the steps as they are. */
const CONTENT = /^(?:from|getContent)$/;

/** `JSON.stringify({ requests })`, `new BatchRequestContent([...])`. */
function unwrapped(ev: Evaluator, o: Cell): Cell[] {
  const v = o.val;
  if (v.v === 'call' && v.args[0] && (writes(calleeName(v)) || CONTENT.test(calleeName(v)))) {
    const inner: Cell = { ...o, val: v.args[0].value };
    const direct = member(ev, inner, ['requests']);
    return direct.length ? direct : [inner];
  }
  if (v.v === 'call' && v.callee.v === 'member' && calleeName(v) === 'getContent')
    return ev.origins({ ...o, val: v.callee.obj });
  return [o];
}

function stepOf(ev: Evaluator, step: Cell): RequestStep[] {
  const request = [step, ...member(ev, step, ['request'])];
  return request.flatMap((r) => {
    const methods = ['method', 'Method'].flatMap((k) => member(ev, r, [k])).flatMap((m) => verbsOf(ev, m));
    const urls = ['url', 'RequestUri'].flatMap((k) => member(ev, r, [k])).flatMap((u) => texts(ev, u));
    return methods.flatMap((method) =>
      urls.flatMap((text): RequestStep[] => {
        const url = readUrl(text);
        if (!url) return [];
        const guarded = member(ev, r, ['headers', 'If-Match']).length > 0;
        const body = ['body', 'Content'].flatMap((k) => member(ev, r, [k]));
        return [requestStep(method, url.segments, guarded, !url.open, new BodyKeys(ev, body))];
      }),
    );
  });
}

function requestStep(
  method: string,
  segments: string[],
  guarded: boolean,
  anchored: boolean,
  keys?: BodyKeys,
): RequestStep {
  const matches = matchScenarios(method, segments, undefined, anchored).filter((m) => m.row.marks);
  const prone = matches.some(
    ({ row }) =>
      row.needs === undefined ||
      (row.needs === 'if-match' && guarded) ||
      (row.needs === 'body-property' && row.properties?.some((p) => keys?.has(p))),
  );
  return { op: `${method} /${segments.join('/')}`, prone, matches };
}

/** `client.Groups[id].Members.Ref.ToPostRequestInformation(body)`: the verb stands in the name of the call. */
function builtSteps(ev: Evaluator, step: Cell, built: (step: Cell) => BuiltRequest[]): RequestStep[] {
  return [step, ...member(ev, step, ['request'])]
    .flatMap(built)
    .flatMap((r) => r.methods.map((method) => requestStep(method, r.segments, false, true)));
}
