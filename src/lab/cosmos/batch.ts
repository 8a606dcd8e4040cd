/**
 * Transactional batches. The package carries out the steps one by one and keeps those before a failure; the service
 * keeps none, answers 207, and 424 for every step but the one at fault.
 */
import { isJson } from '../request.js';
import type { CosmosEngine } from './engine.js';
import type { CosmosAnswer, CosmosRequest } from './exchange.js';

const MULTI_STATUS = 207;
const FAILED_DEPENDENCY = 424;

/** Answers any request; a transactional batch as a whole. Who writes has the items alone, so that no batch undoes another's. */
export function wholeBatch(engine: CosmosEngine, request: CosmosRequest): Promise<CosmosAnswer> {
  if (request.method === 'GET') return engine.answer(request);
  return engine.alone(() => carriedOut(engine, request));
}

/** The status of the step at fault; of any other answer its own. */
export function statusInside({ status, body }: CosmosAnswer): number {
  if (status !== MULTI_STATUS || !Array.isArray(body)) return status;
  const codes = body.map((step: unknown) => (isJson(step) ? Number(step['statusCode']) : 0));
  return codes.find((code) => code >= 400 && code !== FAILED_DEPENDENCY) ?? status;
}

async function carriedOut(engine: CosmosEngine, request: CosmosRequest): Promise<CosmosAnswer> {
  const is = (name: string): boolean => request.headers[name]?.toLowerCase() === 'true';
  if (!is('x-ms-cosmos-is-batch-request') || !is('x-ms-cosmos-batch-atomic')) return engine.answer(request);
  const [, db = '', coll = ''] = /^\/dbs\/([^/]+)\/colls\/([^/]+)\/docs/.exec(request.url) ?? [];
  const documents = engine.documents(decodeURIComponent(db), decodeURIComponent(coll));
  const kept = documents && { data: new Map(documents._data), index: new Map(documents._index) };
  const answer = await engine.answer(request);
  const steps: unknown = answer.body;
  if (!Array.isArray(steps)) return answer;
  const at = steps.findIndex((s) => isJson(s) && Number(s['statusCode']) >= 400);
  if (at < 0 || !documents || !kept) return answer;
  documents._data = kept.data;
  documents._index = kept.index;
  const body = steps.map((s: unknown, i) => (i === at ? s : { statusCode: FAILED_DEPENDENCY, requestCharge: 0 }));
  return { status: MULTI_STATUS, headers: answer.headers, body };
}
