/** Cosmos DB with what the lab adds: journal, faults, whole batches, the scenario each conflict belongs to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerOfRule } from '../answers.js';
import type { Json } from '../family.js';
import { type Fault, type Faults, retryHeaders } from '../faults.js';
import { headersOf, originOf, readBody, send } from '../http.js';
import { headersOfInterest, type Journal } from '../journal.js';
import { isJson } from '../request.js';
import { statusInside, wholeBatch } from './batch.js';
import { CosmosEngine, commonHeaders } from './engine.js';
import type { CosmosAnswer, CosmosRequest } from './exchange.js';
import { cosmosOperation, ruleOf } from './operation.js';

export class CosmosService {
  private readonly engine: CosmosEngine;

  constructor(
    private readonly journal: Journal,
    private readonly faults: Faults,
    private readonly now: () => Date,
    port: () => number,
  ) {
    this.engine = new CosmosEngine(port);
  }

  clear(): void {
    this.engine.clear();
  }

  /** Answers one HTTP request. */
  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(incoming);
    const headers = headersOf(incoming);
    const method = (incoming.method ?? 'GET').toUpperCase();
    const url = (incoming.url ?? '/').replace(/^\/+/, '/');
    const operation = cosmosOperation(method, url.replace(/\?.*/s, ''), headers);
    const { end } = this.journal.begin({ service: 'cosmos', ...operation, headers: headersOfInterest(headers) });
    const taken = this.faults.take([`${operation.method} ${operation.path}`]);
    const answer = await this.carryOut({ method, url, headers, bytes }, taken).catch(broken);
    if (url === '/' && isJson(answer.body)) answer.body = located(answer.body, originOf(incoming));
    if (answer.status >= 400) answer.body = errorBody(answer);
    const body = isJson(answer.body) ? answer.body : {};
    const message = typeof body['message'] === 'string' ? body['message'] : '';
    const condition = headers['if-match'] === undefined && bytes.includes('"condition"');
    const known = ruleOf(statusInside(answer), operation.path, message, condition);
    const common = commonHeaders(answer.body);
    const sent: Record<string, string> = {
      ...common,
      Date: this.now().toUTCString(),
      ...answer.headers,
      ...(known ? { 'x-guard409-rule': known.rule } : {}),
      ...(known?.record ? { 'x-guard409-record': known.record } : {}),
    };
    const retryAfter = sent['x-ms-retry-after-ms'] ?? sent['Retry-After'];
    end({
      status: answer.status,
      requestId: common['x-ms-activity-id'] ?? '',
      ...(known ?? {}),
      ...(retryAfter ? { retryAfter } : {}),
      ...(answer.status >= 400 && typeof body['code'] === 'string' ? { code: body['code'] } : {}),
      ...(taken.length > 0 ? { faults: taken.map((f) => f.id) } : {}),
    });
    if (answer.status === 204 || answer.status === 304) return send(response, { status: answer.status, headers: sent });
    const text = Buffer.from(JSON.stringify(answer.body ?? {}));
    send(response, { status: answer.status, headers: { 'Content-Type': 'application/json', ...sent }, body: text });
  }

  private async carryOut(request: CosmosRequest, taken: readonly Fault[]): Promise<CosmosAnswer> {
    for (const fault of taken) await this.faults.wait(fault);
    const failing = taken.find((f) => f.answer || f.carriedOut);
    if (failing && !failing.carriedOut) return faultAnswer(failing, this.now());
    if (taken.some((f) => f.otherWriter)) this.otherWriter(request);
    if (taken.some((f) => f.otherCreates)) await this.engine.answer({ ...request, headers: unconditional(request) });
    const answer = await wholeBatch(this.engine, request);
    return failing ? faultAnswer(failing, this.now()) : answer;
  }

  /** Writes the item once more, so that the tag the request was made for is stale. */
  private otherWriter(request: CosmosRequest): void {
    const [, db = '', coll = '', id] = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs(?:\/([^/?]+))?/.exec(request.url) ?? [];
    const [database, container] = [decodeURIComponent(db), decodeURIComponent(coll)];
    const item =
      id === undefined
        ? this.engine.twinOf(request)
        : this.engine.item(database, container, decodeURIComponent(id), request.headers);
    if (item) this.engine.documents(database, container)?.replace({ ...item }, item);
  }
}

function unconditional({ headers }: CosmosRequest): Record<string, string> {
  const { 'if-match': _tag, ...rest } = headers;
  return rest;
}

/** The account's own address, as the client reached it. */
function located(account: Json, origin: string): Json {
  const place = [{ name: 'Lab', databaseAccountEndpoint: `${origin}/` }];
  return { ...account, writableLocations: place, readableLocations: place };
}

/** Whatever goes wrong inside is an answer, so that the journal has it. */
function broken(error: unknown): CosmosAnswer {
  return { status: 500, headers: {}, body: { message: error instanceof Error ? error.message : String(error) } };
}

/** The package leaves some errors without code or words. */
function errorBody({ status, body }: CosmosAnswer): Json {
  const said = isJson(body) ? body : {};
  const { code, message } = said;
  return { ...said, code: code ?? CODES[status] ?? 'Error', message: message || 'The request was refused.' };
}

function faultAnswer(fault: Fault, now: Date): CosmosAnswer {
  const asked = fault.answer ?? { status: 408, code: 'RequestTimeout', message: 'The answer was lost.' };
  const { status, code, message } = 'rule' in asked ? answerOfRule(asked.rule, asked.status) : asked;
  const body = { code: code ?? CODES[status] ?? 'Error', message: message ?? 'A fault that was switched on.' };
  return { status, headers: retryHeaders(fault, now), body };
}

/** Codes of Cosmos DB by status. */
const CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  404: 'NotFound',
  408: 'RequestTimeout',
  409: 'Conflict',
  412: 'PreconditionFailed',
  429: 'TooManyRequests',
  449: 'RetryWith',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};
