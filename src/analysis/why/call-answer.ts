/** A call that is no site: the piece that is missing, as exactly as the passes can say. */
import type { Call, Member, New } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import { show } from '../evaluate/text.js';
import { builderPath } from '../operations/builder.js';
import { clientNames } from '../operations/client-names.js';
import { houseRequest } from '../operations/house-calls.js';
import { readHttp } from '../operations/request.js';
import { isBuilder, type RoleHit } from '../operations/role-hit.js';
import type { Sdk } from '../operations/sdk.js';
import { sdkCandidates } from '../operations/sdk-calls.js';
import { isExpectation } from '../operations/stand-in.js';
import type { Part, WhyRow } from './answer.js';
import type { Found, Inspection } from './inspection.js';
import { preconditionWords } from './precondition-words.js';
import { traceOf } from './receiver.js';
import { requestAnswer } from './request-answer.js';

type CallCell = Cell & { val: Call };

/** A recognised operation that no scenario marks. */
export function unmarkedOperation(x: Inspection, { candidate: c }: Found): Part {
  const { t } = x;
  const operation = `${c.method} ${c.path}`;
  const rows: WhyRow[] = [
    { id: 'operation', label: t('Operation'), text: c.sdk ? `${operation} (${c.sdk.title})` : operation },
    { id: 'evidence', label: t('Evidence'), text: c.evidence.join(', ') },
  ];
  const [first] = c.matches;
  if (!first) {
    const title = t('Not marked: the call is known as {0}, but the catalog knows no conflict for it.', operation);
    return { missing: 'no-conflict-known', title, rows };
  }
  const needed = c.matches.map((m) => m.row.marks && preconditionWords(m.row, t)).find((w) => typeof w === 'string');
  for (const { scenario } of c.matches.filter((m, i) => c.matches.findIndex((o) => o.scenario === m.scenario) === i))
    rows.push({
      id: 'scenario',
      label: t('Conflict'),
      text: `${t(scenario.title)} (${scenario.id})`,
      rule: scenario.id,
    });
  const title = needed
    ? t('Not marked: {0} conflicts only where the request carries {1}, and this one does not.', operation, needed)
    : t(
        'Not marked: {0} belongs to the explanation of a conflict, but does not itself answer one that must be handled.',
        operation,
      );
  return { missing: 'precondition', title, rows };
}

/** Why a call is not recognised. */
export function unknownCall(x: Inspection, val: Call | New | Member): Part {
  const cell: Cell = { file: x.file, val };
  if (val.v === 'new') return made(x, val);
  if (val.v === 'member') return untraced(x, { ...cell, val: val.obj }, val.name);
  const call: CallCell = { file: x.file, val };
  return elsewhere(x, call) ?? known(x, call) ?? byRequest(x, call) ?? unknown(x, call);
}

function made(x: Inspection, val: New): Part {
  const { t } = x;
  const cell: Cell = { file: x.file, val };
  const rows = x.rx.roles.rolesOf(cell).map((h) => clientRow(x, h));
  const title = t('Not marked: this makes an object; nothing is sent by it.');
  return { missing: 'not-a-write', title, rows: rows.length ? rows.slice(0, 1) : traceOf(x, cell) };
}

function clientRow(x: Inspection, h: RoleHit): WhyRow {
  return { id: 'evidence', label: x.t('Known client'), text: `${h.sdk.title} (${h.evidence.join(', ')})` };
}

/** Calls that are recognised and deliberately told of at another place, or not at all. */
function elsewhere(x: Inspection, cell: CallCell): Part | undefined {
  const { t } = x;
  const outer = x.found.find((f) => f.candidate.inside?.val === cell.val);
  if (outer) {
    const title = t(
      'Not marked here: the call is inside a helper, and is told of where the helper is called with the URL.',
    );
    return { missing: 'reported-elsewhere', title, rows: [toldAt(x, outer)] };
  }
  const { excluded } = x.rx.ev.project.own;
  const said = excluded.size > 0 && [...clientNames(x.rx.ev, cell)].find((name) => excluded.has(name));
  if (typeof said === 'string') {
    const title = t('Not marked: .guard409.jsonc says that "{0}" is no client of the services.', said);
    return { missing: 'excluded-client', title, rows: [] };
  }
  const step = sdkCandidates(x.rx, cell).find((c) => c.runsAt !== undefined);
  if (step && !isExpectation(cell)) {
    const first = x.found.find((f) => f.candidate.runsAt?.[0]?.val === step.runsAt?.[0]?.val);
    const rows = first ? [toldAt(x, first)] : [];
    const title = t('Not marked here: of the steps of a batch only the first that can conflict is told of.');
    return { missing: 'reported-elsewhere', title, rows };
  }
  if (!isExpectation(cell)) return undefined;
  const title = t('Not marked: this only describes a call that a test expects; it is never sent.');
  return { missing: 'expectation', title, rows: [] };
}

function toldAt(x: Inspection, { candidate: c }: Found): WhyRow {
  const { file, val } = c.cell;
  const place = x.place({ file, range: c.name });
  return { id: 'source', label: x.t('Told of at'), text: x.written(val.range, file), place };
}

/** A call on a value of a known client. */
function known(x: Inspection, cell: CallCell): Part | undefined {
  const { callee } = cell.val;
  const on = callee.v === 'member' ? callee.obj : callee.v === 'ref' ? callee : undefined;
  if (!on) return undefined;
  const hits = x.rx.roles.rolesOf({ ...cell, val: on });
  const parts = hits.flatMap((h) => ofHit(x, cell, callee.v === 'member' ? callee.name : undefined, h) ?? []);
  return parts[0];
}

function ofHit(x: Inspection, cell: CallCell, name: string | undefined, h: RoleHit): Part | undefined {
  const { t } = x;
  const role = h.sdk.roles[h.role];
  const row = name === undefined ? role?.self : role?.calls?.[name];
  const facts: WhyRow[] = [clientRow(x, h)];
  const answer = (missing: Part['missing'], title: string): Part => ({ missing, title, rows: facts });
  const shown = name ?? x.written(cell.val.callee.range);
  if (name !== undefined && isBuilder(h)) return ofBuilder(x, h, name, answer);
  if (row?.http) {
    const request = readHttp(x.rx.ev, row.http, cell, h.chain);
    const read = request ?? houseRequest(x.rx.ev, cell);
    const onlyGraph = h.sdk.service !== 'http';
    const out = requestAnswer(x, {
      methods: row.http.method ? [row.http.method] : read.methods,
      urls: read.urls,
      at: urlCell(cell, h),
      onlyGraph,
    });
    return { ...out, rows: [...facts, ...out.rows] };
  }
  if (row?.op && row.steps)
    return answer('harmless-batch', t('Not marked: no step of this batch is known that can conflict.'));
  if (row?.returns)
    return answer(
      'not-a-write',
      t('Not marked: "{0}" only leads to something else of {1}; nothing is sent by it.', shown, h.sdk.title),
    );
  if (name === undefined) return undefined;
  const prone = operationsOf(h.sdk, h.role).join(', ');
  return answer(
    'not-prone',
    prone
      ? t('Not marked: "{0}" is no call of {1} that can conflict; here these are: {2}.', shown, h.sdk.title, prone)
      : t('Not marked: "{0}" is no call of {1} that can conflict.', shown, h.sdk.title),
  );
}

function ofBuilder(
  x: Inspection,
  h: RoleHit,
  name: string,
  answer: (missing: Part['missing'], title: string) => Part,
): Part {
  const { t } = x;
  const verb = h.sdk.builder?.verbs[name];
  const path = builderPath(x.rx.ev, h);
  const operation = path && `/${path.segments.join('/')}`;
  if (!verb && h.chain.path.some((p) => p.call && p.name !== undefined && h.sdk.builder?.verbs[p.name] !== undefined))
    return answer('not-a-write', t('Not marked: "{0}" looks at what a request answered; nothing is sent by it.', name));
  if (!verb) {
    const sent = /^get/i.test(name);
    return answer(
      'not-a-write',
      sent
        ? t('Not marked: "{0}" reads {1}, and a read cannot conflict.', name, operation ?? '')
        : t('Not marked: "{0}" is a step of a request that is not sent here.', name),
    );
  }
  if (!operation) {
    const step = h.chain.path.find(
      (_, i) => !builderPath(x.rx.ev, { ...h, chain: { ...h.chain, path: h.chain.path.slice(0, i + 1) } }),
    );
    return answer(
      'unknown-step',
      t('Not marked: the path of the request is not known, since "{0}" is no known step of it.', step?.name ?? name),
    );
  }
  const [method = ''] = verb.split(' ');
  return answer(
    'no-conflict-known',
    t('Not marked: the call is known as {0}, but the catalog knows no conflict for it.', `${method} ${operation}`),
  );
}

/** The calls of a role that are operations. */
function operationsOf(sdk: Sdk, role: string): string[] {
  const rows = Object.entries(sdk.roles[role]?.calls ?? {});
  return rows.flatMap(([name, row]) => (row.op !== undefined || row.http !== undefined ? [name] : []));
}

/** The argument that holds the URL, to point at. */
function urlCell(cell: CallCell, h: RoleHit): Cell | undefined {
  const made = h.chain.calls.find((c) => c.val.v === 'call' && c.val.args.length > 0);
  const call = made?.val.v === 'call' ? made.val : cell.val;
  const arg = call.args[0];
  return arg && { ...(made ?? cell), val: arg.value };
}

/** A client nobody knows, with a verb or a path in the call. */
function byRequest(x: Inspection, cell: CallCell): Part | undefined {
  const { methods, urls, paths } = houseRequest(x.rx.ev, cell);
  const name = cell.val.callee.v === 'member' ? cell.val.callee.name : undefined;
  // A verb alone is the name of many a call, and an operation of a client is asked for its client.
  if (!paths.length && (name === undefined || x.rx.roles.names(x.file).has(name) || !methods.length || !urls.length))
    return undefined;
  // Without a verb only what is written as an address is one.
  if (!methods.length && !paths.some((u) => /^(?:https?:\/)?\/\S/i.test(show(u)))) return undefined;
  const at = cell.val.args[0];
  const out = requestAnswer(x, {
    methods,
    urls: paths.length ? paths : urls,
    at: at && { ...cell, val: at.value },
    onlyGraph: false,
  });
  return out.missing === 'unknown-url' && !paths.length ? undefined : out;
}

/** Nothing is known of the call: say what its receiver or function is. */
function unknown(x: Inspection, cell: CallCell): Part {
  const { t } = x;
  const { callee } = cell.val;
  const target = x.rx.ev.callee(cell);
  if (target) {
    const rows: WhyRow[] = [
      {
        id: 'source',
        label: t('Declared'),
        text: x.written(target.fn.nameRange ?? cell.val.callee.range, target.fn.nameRange ? target.file : cell.file),
        place: x.place({ file: target.file, range: target.fn.nameRange ?? target.fn.range }),
      },
    ];
    for (const { candidate: c } of x.found) {
      const { file, val } = c.cell;
      if (file !== target.file || val.range.start < target.fn.range.start || val.range.end > target.fn.range.end)
        continue;
      rows.push({
        id: 'source',
        label: t('Judged inside it'),
        text: `${c.method} ${c.path}`,
        place: x.place({ file, range: c.name }),
      });
    }
    const title = t('Not marked: this calls a function of this project; calls of the services are judged inside it.');
    return { missing: 'own-function', title, rows };
  }
  if (callee.v === 'member') return untraced(x, { ...cell, val: callee.obj }, callee.name);
  const title = t(
    'Not marked: "{0}" is no function of a client library that is known, and no verb and path stand in the call.',
    x.written(callee.range),
  );
  return { missing: 'unknown-receiver', title, rows: traceOf(x, { ...cell, val: callee }) };
}

/** A call on a value that could not be traced to a client. */
function untraced(x: Inspection, receiver: Cell, name: string): Part {
  const { t } = x;
  const rows = traceOf(x, receiver);
  const owners = x.rx.roles.of(x.file).filter((sdk) => sdk.service !== 'http' && writesBy(sdk, name));
  const shown = x.written(receiver.val.range);
  if (!owners.length) {
    const title = t(
      'Not marked: "{0}" could not be traced to a known client, and no verb and path stand in the call.',
      shown,
    );
    return { missing: 'unknown-receiver', title, rows };
  }
  const titles = owners
    .map((sdk) => sdk.title)
    .slice(0, 4)
    .join(', ');
  const title = t('Not marked: "{0}" is a call of {1}, but "{2}" could not be traced to it.', name, titles, shown);
  const help = t('Give "{0}" the type of the library, or import the library in this file.', shown);
  return {
    missing: 'unknown-receiver',
    title,
    rows: [...rows, { id: 'help', label: t('What would make it known'), text: help }],
  };
}

function writesBy(sdk: Sdk, name: string): boolean {
  return (
    sdk.builder?.verbs[name] !== undefined ||
    Object.keys(sdk.roles).some((role) => operationsOf(sdk, role).includes(name))
  );
}
