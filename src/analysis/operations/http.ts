/** From the parts of an HTTP request to a candidate: which operation, how certain, and with which traits. */
import type { Call, New } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { type BuiltRequest, requestSteps } from './batch.js';
import { matchScenarios, type ScenarioMatch } from './match.js';
import { type Candidate, nameRange } from './operation.js';
import type { HttpRequest } from './request.js';
import type { Channel, Sdk } from './sdk.js';
import { BodyKeys, conflictBehavior, freshId, idempotencyKey, noTraits } from './traits.js';
import { type RequestUrl, readUrl, serviceOf } from './url.js';

/** What is known of an HTTP request and of the client that sends it. */
export interface HttpFacts {
  cell: Cell & { val: Call | New };
  request: HttpRequest;
  /** Path already known as segments. */
  segments?: string[];
  sdk?: Sdk | undefined;
  channel: Channel;
  evidence: string[];
  certain: boolean;
  /** The client itself is known for certain (its error shape can be relied on). */
  clientCertain: boolean;
  /** The client speaks to one service only. */
  knownService: 'graph' | undefined;
  ifMatch: boolean;
  prefer: Cell[];
  isUpsert: Cell[];
  isQuery: boolean;
  /** Reads a step of a batch made by the SDK's request builder. */
  built?: (step: Cell) => BuiltRequest[];
}

/** At most one candidate: the most specific operation that verb, URL and body allow. */
export function httpCandidate(ev: Evaluator, f: HttpFacts): Candidate[] {
  let best:
    | { url: RequestUrl; method: string; matches: ScenarioMatch[]; evidence: string[]; certain: boolean }
    | undefined;
  const urls = f.segments ? [known(f.segments)] : f.request.urls.map(readUrl).filter((u) => u !== undefined);
  for (const url of urls) {
    for (const method of f.request.methods) {
      if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') continue;
      const trait = url.segments[0] === 'dbs' ? cosmosTrait(ev, f) : undefined;
      if (trait === 'query') continue;
      const matches = matchScenarios(method, url.segments, trait, !url.open);
      const grade = assess(ev, f, url, matches);
      if (!grade || matches.length === 0) continue;
      // `path.startsWith('http') ? path : BASE + path` is the same request twice: the one with the host says more.
      const more = best ? weight(matches) - weight(best.matches) || Number(grade.certain) - Number(best.certain) : 1;
      if (more > 0) best = { url, method, matches, ...grade };
    }
  }
  if (!best) return [];
  const { url, method, matches } = best;
  const traits = noTraits();
  traits.ifMatch = f.ifMatch;
  conflictBehavior(
    ev,
    { method, segments: url.segments, query: url.query },
    f.request.body,
    f.request.parameters ?? [],
    traits,
  );
  idempotencyKey(ev, f.request.body, traits);
  if (f.prefer.some((p) => ev.constants(p).some((c) => /create-if-missing/i.test(String(c)))))
    traits.createIfMissing = true;
  const service = serviceOf(url.segments);
  const body = f.request.body[0];
  if (service === 'cosmos') traits.freshId = freshId(ev, body, 'id', false);
  const trait = service === 'cosmos' ? cosmosTrait(ev, f) : undefined;
  const c: Candidate = {
    cell: f.cell,
    name: nameRange(f.cell.val),
    method,
    path: `/${url.segments.join('/')}`,
    trait,
    service,
    sdk: f.sdk,
    channel: f.channel,
    error: f.sdk?.error,
    response: f.sdk?.response,
    evidence: best.evidence,
    certain: best.certain,
    traits,
    body,
    safe: trait === 'upsert' ? 'upsert' : f.ifMatch || !onlyGuarded(matches) ? undefined : 'no-condition',
    matches,
  };
  if (url.segments.at(-1) === '$batch') {
    const steps = requestSteps(ev, f.request.body, f.built);
    const prone = steps.filter((s) => s.prone);
    if (!prone.length) return [];
    c.steps = prone.map((s) => s.op);
    traits.inBatch = true;
    c.matches = [...matches, ...prone.flatMap((s) => s.matches)];
    c.channel = 'returns';
  }
  return [c];
}

/** True if the request can only clash by an ETag condition. */
function onlyGuarded(matches: ScenarioMatch[]): boolean {
  const marking = matches.filter((m) => m.row.marks);
  return marking.length > 0 && marking.every((m) => m.row.needs === 'if-match');
}

/** How much an operation is to be preferred where the request may be several: one that is marked, then the longer path. */
function weight(matches: ScenarioMatch[]): number {
  return (matches.some((m) => m.row.marks) ? 100 : 0) + (matches[0]?.literals ?? 0);
}

function known(segments: string[]): RequestUrl {
  return { service: 'graph', open: false, segments, query: '' };
}

function cosmosTrait(ev: Evaluator, f: HttpFacts): string | undefined {
  if (f.isQuery) return 'query';
  if (f.isUpsert.some((c) => ev.constants(c).some((v) => String(v).toLowerCase() === 'true'))) return 'upsert';
  return undefined;
}

/** Grades the evidence that the request goes to the service; undefined where there is none. */
function assess(
  ev: Evaluator,
  f: HttpFacts,
  url: RequestUrl,
  matches: ScenarioMatch[],
): { evidence: string[]; certain: boolean } | undefined {
  if (f.knownService) return { evidence: f.evidence, certain: f.certain };
  if (url.host) return { evidence: [...f.evidence, `host ${url.host}`], certain: true };
  const best = matches[0];
  if (!best) return undefined;
  if (url.version)
    return { evidence: [...f.evidence, `versioned path /${url.version}/${url.segments.join('/')}`], certain: false };
  if (best.literals >= 2) return { evidence: [...f.evidence, `path /${url.segments.join('/')}`], certain: false };
  const keys = new BodyKeys(ev, f.request.body);
  const fields = (best.scenario.identity?.fields ?? [])
    .filter((n) => n !== 'path' && n !== 'If-Match')
    .map((n) => n.toLowerCase());
  const met = fields.filter((n) => keys.has(n.split('.').at(-1) ?? n));
  if (fields.length >= 2 && met.length >= 2)
    return {
      evidence: [...f.evidence, `path /${url.segments.join('/')}`, `body with ${met.join(', ')}`],
      certain: false,
    };
  return undefined;
}
