/** Calls of a known SDK: by its rows, by its request builder, by its HTTP client. */

import type { BoundFile } from '../bind/file.js';
import type { Call, Member, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { isFresh } from '../evaluate/fresh.js';
import { batchRunners, stepsInList } from './batch.js';
import { builderPath, builtRequests } from './builder.js';
import { commandHits } from './commands.js';
import { type FluentRequest, fluentRequest } from './fluent-request.js';
import { type HttpFacts, httpCandidate } from './http.js';
import { looseHits } from './loose.js';
import { matchScenarios } from './match.js';
import { namedArguments } from './named-arguments.js';
import { type Candidate, nameRange } from './operation.js';
import type { Recognition } from './recognition.js';
import { calleeName, readHttp, verbsOf } from './request.js';
import { BUILDER, type RoleHit } from './role-hit.js';
import type { CallRow, Sdk } from './sdk.js';
import { isLookedAt } from './stand-in.js';
import { effectiveChannel } from './stream.js';
import {
  chainedSetters,
  conflictBehavior,
  freshId,
  hasHeader,
  headerSetters,
  idempotencyKey,
  noTraits,
} from './traits.js';

/** The candidates a call can be; empty where its receiver is of no known SDK. */
export function sdkCandidates(rx: Recognition, cell: Cell & { val: Call }): Candidate[] {
  const { ev, roles } = rx;
  const callee = cell.val.callee;
  if (callee.v === 'member') {
    // Typing a receiver costs; most calls have a name that no SDK in this language uses for an operation.
    if (!roles.names(cell.file).has(callee.name)) return [];
    const hits = roles.rolesOf({ ...cell, val: callee.obj });
    const out = hits.flatMap((h) => memberCall(rx, cell, callee, h));
    if (out.length || hits.length) return out;
    return looseHits(rx, cell, callee).flatMap((h) => memberCall(rx, cell, callee, h));
  }
  if (callee.v === 'ref') {
    const commands = commandHits(roles.of(cell.file), cell);
    if (commands.length)
      return commands.flatMap(({ row, hit }) => {
        if (row.http) return httpCall(ev, cell, row, hit);
        const c = fromRow(rx, cell, row, hit);
        return c ? [c] : [];
      });
    return roles.rolesOf({ ...cell, val: callee }).flatMap((h) => {
      const row = h.sdk.roles[h.role]?.self;
      if (row?.http) return httpCall(ev, cell, row, h);
      const c = row?.op ? fromRow(rx, cell, row, h) : undefined;
      return c ? [c] : [];
    });
  }
  return [];
}

/** `x.create.bind(x)`, `batch::create`: a method of an SDK that is passed on instead of called. */
export function sdkReference(rx: Recognition, cell: Cell & { val: Member }): Candidate[] {
  const parent = cell.file.parent(cell.val);
  // Only a bound method: `x.create.bind(x)`, or one given as an argument.
  const passed =
    parent?.role === 'arg' ||
    (parent?.role === 'obj' && 'v' in parent.node && parent.node.v === 'member' && parent.node.name === 'bind');
  if (!passed || !rx.roles.names(cell.file).has(cell.val.name) || isLookedAt(cell)) return [];
  return rx.roles.rolesOf({ ...cell, val: cell.val.obj }).flatMap((h) => {
    const row = h.sdk.roles[h.role]?.calls?.[cell.val.name];
    if (!row?.op) return [];
    const c = fromRow(rx, cell, row, h);
    return c ? [c] : [];
  });
}

function memberCall(rx: Recognition, cell: Cell & { val: Call }, callee: Member, h: RoleHit): Candidate[] {
  const builder = h.sdk.builder;
  if (builder && (h.role === BUILDER || h.role === builder.root)) {
    const c = builderCall(rx, cell, callee, h);
    return c ? [c] : [];
  }
  const row = h.sdk.roles[h.role]?.calls?.[callee.name];
  if (!row) {
    // A client that is called as a function through a member: `axios.default(…)`.
    return rx.roles.rolesOf({ ...cell, val: callee }).flatMap((s) => {
      const self = s.sdk.roles[s.role]?.self;
      return self?.http ? httpCall(rx.ev, cell, self, s) : [];
    });
  }
  if (row.http) return httpCall(rx.ev, cell, row, h);
  if (!row.op) return [];
  const c = fromRow(rx, cell, row, h);
  return c ? [c] : [];
}

function fromRow(
  rx: Recognition,
  cell: Cell & { val: Call | Member },
  row: CallRow,
  h: RoleHit,
): Candidate | undefined {
  const { ev } = rx;
  const op = row.op ?? '';
  const [head = '', trait] = op.split('#');
  const space = head.indexOf(' ');
  const method = head.slice(0, space);
  const path = head.slice(space + 1);
  const args = cell.val.v === 'call' ? cell.val.args : [];
  const optionsAt = row.request?.options;
  // `last` in words: the options are the last argument but for what may follow them, such as a cancellation token.
  const named = cell.val.v === 'call' ? namedArguments({ ...cell, val: cell.val }) : undefined;
  const optionsList: Cell[] =
    optionsAt === 'named'
      ? named
        ? [named]
        : []
      : (optionsAt === 'last'
          ? args.slice(1).reverse()
          : optionsAt === undefined
            ? []
            : args.slice(optionsAt, optionsAt + 1)
        ).map((a) => ({ ...cell, val: a.value }));
  const bodyArg =
    args.find((a) => a.name !== undefined && a.name === row.request?.bodyName) ??
    (row.request?.body === undefined ? undefined : args[row.request.body]);
  const splat = named && row.request?.bodyName ? ev.props(named, [row.request.bodyName], 0, true)[0] : undefined;
  // Where each member of the body may be an argument of its own, all of them are the body.
  const members = h.sdk.commands ? named : undefined;
  const body = bodyArg && !bodyArg.spread ? { ...cell, val: bodyArg.value } : (splat ?? members);
  const traits = noTraits();
  for (const options of optionsList) {
    traits.ifMatch ||= (row.etag ?? []).some((p) => given(ev, options, p)) && !isNoneMatch(ev, options);
    traits.condition ||= (row.condition ?? []).some((p) => given(ev, options, p));
  }
  if (row.sendsEtag) traits.ifMatch = !row.sendsEtag.some((n) => optionsList.some((o) => given(ev, o, [n])));
  // `patch({ condition, operations })`: the condition stands in the body.
  if (body && row.condition?.some((p) => given(ev, body, p))) traits.condition = true;
  if (row.idField && method === 'POST')
    traits.freshId =
      freshId(ev, body, row.idField, row.generatesId === true || generates(ev, row, named)) ||
      (row.idIsBody === true && body !== undefined && isFresh(ev, body));
  if (h.sdk.commands && h.sdk.service !== 'cosmos' && body) {
    conflictBehavior(ev, { method, segments: path.split('/').filter(Boolean), query: '' }, [body], [], traits);
    idempotencyKey(ev, [body], traits);
  }
  if (row.runsAt) traits.inBatch = true;
  if (op.endsWith('#bulk')) traits.inBulk = true;
  const segments = path.split('/').filter(Boolean);
  const matches = matchScenarios(method, segments, trait);
  const channel = effectiveChannel(ev, cell, row.channel ?? h.sdk.channel);
  const c: Candidate = {
    cell,
    row,
    name: nameRange(cell.val),
    method,
    path,
    trait,
    service: h.sdk.service === 'http' ? 'graph' : h.sdk.service,
    sdk: h.sdk,
    channel,
    error: row.error ?? h.sdk.error,
    response: h.sdk.response,
    evidence: [...new Set(h.evidence)],
    certain: h.certain,
    traits,
    body,
    safe: row.safe,
    races: row.races,
    matches,
  };
  const safeWhen = row.safeWhen;
  if (safeWhen && named && ev.props(named, safeWhen.option, 0, true).some((o) => !ev.constants(o).includes(false)))
    c.safe = safeWhen.safe;
  // A write that can only clash by its condition cannot without one.
  const marking = matches.filter((m) => m.row.marks);
  if (h.sdk.commands && !traits.ifMatch && marking.length > 0 && marking.every((m) => m.row.needs === 'if-match'))
    c.safe ??= 'no-condition';
  if ((row.needsEtag || row.sendsEtag) && !traits.ifMatch && !traits.condition) c.safe = row.safe ?? 'no-condition';
  if (row.runsAt) {
    c.runsAt = batchRunners(cell, h.sdk, row.channel === 'returns' ? listRunner(h.sdk, row.runsAt) : undefined);
    c.runsLater = c.runsAt.some((r) => runsLater(rx, r));
  }
  if (row.steps && cell.val.v === 'call') {
    const steps = stepsInList(ev, cell as Cell & { val: Call }, row.steps);
    c.steps = steps.map((s) => s.op);
    const prone = steps.find(
      (s) => s.op !== '' && !s.op.includes('#upsert') && (!/^(PUT|PATCH|DELETE)/.test(s.op) || s.ifMatch),
    );
    // A batch of reads, upserts and unguarded writes has nothing that clashes; an unknown one is not judged.
    if (!prone) return undefined;
    traits.inBatch = true;
    traits.ifMatch = prone.ifMatch;
    c.matches = [
      ...matches,
      ...matchScenarios(
        prone.op.split(' ')[0] ?? '',
        (prone.op.split(' ')[1] ?? '').split('/').filter(Boolean),
        undefined,
      ),
    ];
  }
  return c;
}

/** True if the answer of a call that runs steps must be waited for. */
function runsLater(rx: Recognition, runner: Cell): boolean {
  if (runner.val.v !== 'call' || runner.val.callee.v !== 'member') return false;
  const { obj, name } = runner.val.callee;
  return rx.roles.rolesOf({ ...runner, val: obj }).some((h) => h.sdk.roles[h.role]?.calls?.[name]?.deferred === true);
}

/** A call that runs the steps it is given, where steps are not run by what made them. */
function listRunner(sdk: Sdk, name: string): string | undefined {
  const makers = Object.values(sdk.roles).filter((r) => Object.values(r.calls ?? {}).some((c) => c.runsAt === name));
  return makers.some((r) => r.calls?.[name]) ? undefined : name;
}

function given(ev: Evaluator, options: Cell, path: string[]): boolean {
  const values = ev.props(options, path);
  return values.some(
    (v) => !ev.origins(v).every((o) => o.val.v === 'lit' && (o.val.value === null || o.val.value === undefined)),
  );
}

/** The call asks for an id to be made. */
function generates(ev: Evaluator, row: CallRow, named: Cell | undefined): boolean {
  if (!row.generatesIdWhen || !named) return false;
  return ev.props(named, [row.generatesIdWhen]).some((v) => ev.constants(v).includes(true));
}

function isNoneMatch(ev: Evaluator, options: Cell): boolean {
  return ev.props(options, ['accessCondition', 'type']).some((t) => ev.constants(t).includes('IfNoneMatch'));
}

function httpCall(ev: Evaluator, cell: Cell & { val: Call }, row: CallRow, h: RoleHit): Candidate[] {
  if (!row.http) return [];
  const chained = row.http.fluent === undefined ? undefined : fluentOf(ev, row.http.fluent, cell, h);
  const request = row.http.fluent === undefined ? readHttp(ev, row.http, cell, h.chain) : chained?.request;
  if (!request) return [];
  const setters = [
    ...(chained?.setters ?? []),
    ...h.chain.calls.filter((c) => isHeaderCall(h.sdk, c)),
    ...cell.val.args.flatMap((a) => headerSetters({ ...cell, val: a.value })),
    ...cell.val.args.slice(0, 1).flatMap((a) => chainedSetters(ev, { ...cell, val: a.value })),
    ...outerSetters(cell),
  ];
  const returns =
    request.returns === true ||
    outerCalls(cell).some((c) => calleeName(c) === row.http?.returnsAfter) ||
    h.chain.calls.some((c) => ev.constants(firstArg(c) ?? cell).includes('raw')) ||
    isRaw(ev, h);
  const facts: HttpFacts = {
    cell,
    request,
    sdk: h.sdk,
    channel: returns ? 'returns' : (row.channel ?? h.sdk.channel),
    evidence: h.sdk.service === 'http' ? [] : h.evidence,
    certain: h.certain,
    clientCertain: h.certain,
    knownService: h.sdk.service === 'http' ? undefined : 'graph',
    ifMatch: hasHeader(ev, request.headers, setters, 'If-Match').length > 0,
    prefer: hasHeader(ev, request.headers, setters, 'Prefer'),
    isUpsert: hasHeader(ev, request.headers, setters, 'x-ms-documentdb-is-upsert'),
    isQuery: hasHeader(ev, request.headers, setters, 'x-ms-documentdb-isquery').length > 0,
  };
  const verbAt = row.http.fluent === 'receiver' && inChain(cell, chained?.verbAt) ? chained?.verbAt : undefined;
  const channel = effectiveChannel(ev, cell, facts.channel);
  return httpCandidate(ev, { ...facts, channel }).map((c) => ({
    ...c,
    row,
    ...answerOf(ev, cell, row),
    ...(verbAt ? { name: verbAt } : {}),
    ...(row.error ? { error: row.error } : {}),
  }));
}

/** The shape of the answer that the arguments ask for. */
function answerOf(ev: Evaluator, cell: Cell & { val: Call }, row: CallRow): Pick<Candidate, 'response'> {
  const named = row.responses && namedArguments(cell);
  const found = row.responses?.find(({ when }) =>
    Object.entries(when).every(([name, text]) => {
      const values = named ? ev.props(named, [name], 0, true) : [];
      return values.some((v) => text === '' || ev.constants(v).some((c) => String(c).includes(text)));
    }),
  );
  return found ? { response: found.response } : {};
}

/** True for a place inside the chain of a call, before it. */
function inChain({ val }: Cell, at: { start: number; end: number } | undefined): boolean {
  return at !== undefined && at.start >= val.range.start && at.end <= val.range.end;
}

/** The request that a chain of calls has made when this call sends it. */
function fluentOf(ev: Evaluator, where: string, cell: Cell & { val: Call }, h: RoleHit): FluentRequest | undefined {
  const { callee, args } = cell.val;
  if (where === 'receiver') return callee.v === 'member' ? fluentRequest(ev, { ...cell, val: callee.obj }) : undefined;
  const made =
    where === 'argument' ? undefined : h.chain.calls.find((c) => c.val.v === 'call' && calleeName(c.val) === where);
  const holder = made ?? cell;
  const first = holder.val.v === 'call' ? (made ? holder.val.args[0] : args[0]) : undefined;
  return first && fluentRequest(ev, { ...holder, val: first.value });
}

/** Header setters of fluent clients that stand after the call: `post(url).set('If-Match', e)`. */
function outerSetters(cell: Cell): Cell[] {
  return outerCalls(cell).flatMap((val) => (calleeName(val) === 'set' ? [{ ...cell, val }] : []));
}

/** The calls that follow a call in its chain. */
function outerCalls(cell: Cell): Call[] {
  const out: Call[] = [];
  let node: Val = cell.val;
  for (let i = 0; i < 12; i++) {
    const p = cell.file.parent(node);
    if (p?.role !== 'obj' || !('v' in p.node) || p.node.v !== 'member') return out;
    const q = cell.file.parent(p.node);
    if (q?.role !== 'callee' || !('v' in q.node) || q.node.v !== 'call') return out;
    out.push(q.node);
    node = q.node;
  }
  return out;
}

function isHeaderCall(sdk: Sdk, c: Cell): boolean {
  if (c.val.v !== 'call' || c.val.callee.v !== 'member') return false;
  const name = c.val.callee.name;
  return Object.values(sdk.roles).some((r) => r.calls?.[name]?.header !== undefined);
}

function firstArg(c: Cell): Cell | undefined {
  return c.val.v === 'call' && c.val.callee.v === 'member' && c.val.callee.name === 'responseType' && c.val.args[0]
    ? { ...c, val: c.val.args[0].value }
    : undefined;
}

/** `.responseType(ResponseType.RAW)`: the answer is handed out as it is and nothing is thrown. */
function isRaw(ev: Evaluator, h: RoleHit): boolean {
  return h.chain.calls.some((c) => {
    const arg = firstArg(c);
    return arg !== undefined && ev.origins(arg).some((o) => o.val.v === 'member' && o.val.name === 'RAW');
  });
}

function builderCall(rx: Recognition, cell: Cell & { val: Call }, callee: Member, h: RoleHit): Candidate | undefined {
  const row = h.sdk.builder;
  const sends = row?.sends?.[callee.name];
  const spec = sends ? 'POST' : row?.verbs[callee.name];
  if (!row || spec === undefined || spec === '') return undefined;
  const path = builderPath(rx.ev, h);
  if (!path) return undefined;
  const [method = '', extra] = spec.split(' ');
  const argument = (at: number): Cell[] => {
    const arg = cell.val.args[at];
    return arg ? [{ ...cell, val: arg.value }] : [];
  };
  if (sends)
    for (const end of argument(sends.path)
      .flatMap((a) => rx.ev.constants(a))
      .slice(0, 1))
      path.segments.push(...String(end).split('/').filter(Boolean));
  if (extra?.startsWith('/')) path.segments.push(extra.slice(1));
  if (extra === 'older' && !path.older) return undefined;
  const headers = [
    ...headerArguments(cell, row.headerCalls ?? []),
    // `configuration.headers.add('If-Match', etag)` above.
    ...(row.headerCalls ? cell.val.args.flatMap((a) => headerSetters({ ...cell, val: a.value })) : []),
  ];
  // `request.Header().Set("If-Match", etag)` above.
  if (row.headerCalls) headers.push(...headerSetters({ ...cell, val: callee.obj }));
  const chainHeaders = h.chain.calls.filter(
    (c) => c.val.v === 'call' && c.val.callee.v === 'member' && row.headerCalls?.includes(c.val.callee.name),
  );
  const sdk = path.older ? (row.older?.sdk ?? h.sdk) : h.sdk;
  const configured = cell.val.args
    .flatMap((a) => rx.ev.props({ ...cell, val: a.value }, ['headers'], 0, true))
    .flatMap((c) => headerSetters(c));
  const facts: HttpFacts = {
    cell,
    request: {
      methods: sends ? argument(sends.method).flatMap((a) => verbsOf(rx.ev, a)) : [method],
      urls: [[`/${path.segments.join('/')}`]],
      body: argument(sends?.body ?? row.bodyAt ?? 0),
      headers: [],
    },
    segments: path.segments,
    sdk,
    channel: mentions(cell, row.answersWhen) ? 'returns' : sdk.channel,
    evidence: h.evidence,
    certain: h.certain,
    clientCertain: h.certain,
    knownService: 'graph',
    ifMatch:
      hasHeader(rx.ev, [], [...headers, ...chainHeaders, ...configured], 'If-Match').length > 0 ||
      headerRecords(rx.ev, cell, 'If-Match') ||
      etagArgument(rx.ev, cell, row.etagAt?.[callee.name]),
    prefer: [...hasHeader(rx.ev, [], [...headers, ...chainHeaders, ...configured], 'Prefer')],
    isUpsert: [],
    isQuery: false,
    built: (step) => builtRequests(rx.ev, (c) => rx.roles.rolesOf(c), step),
  };
  return httpCandidate(rx.ev, facts)[0];
}

/** An ETag given as an argument of its own. */
function etagArgument(ev: Evaluator, cell: Cell & { val: Call }, at: number | undefined): boolean {
  const arg = at === undefined ? undefined : cell.val.args[at];
  return arg !== undefined && !ev.constants({ ...cell, val: arg.value }).includes('*');
}

/** `{ headers: { 'If-Match': … } }` given to a builder's call. */
function headerRecords(ev: Evaluator, cell: Cell & { val: Call }, name: string): boolean {
  return cell.val.args.some((a) => ev.props({ ...cell, val: a.value }, ['headers', name], 0, true).length > 0);
}

/** Header calls inside a lambda given to the call: `r => r.Headers.Add("If-Match", etag)`. */
function headerArguments(cell: Cell & { val: Call }, names: string[]): Cell[] {
  return cell.file.calls
    .filter(
      (c) =>
        c !== cell.val &&
        (c.v === 'new' || c.callee.v === 'member') &&
        names.includes(calleeName(c)) &&
        within(cell.file, cell.val, c),
    )
    .map((val) => ({ ...cell, val }));
}

function within(file: BoundFile, outer: Call, inner: Val): boolean {
  return inner.range.start >= outer.range.start && inner.range.end <= outer.range.end && file.contains(outer, inner);
}

/** True if a word stands anywhere in a call. */
function mentions(cell: Cell & { val: Call }, word: string | undefined): boolean {
  return word !== undefined && cell.file.text.slice(cell.val.range.start, cell.val.range.end).includes(word);
}
