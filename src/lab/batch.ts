/** `POST /$batch`: each step by itself, the batch a success; a step whose dependency failed is not carried out. */
import { errorAnswer } from './answers.js';
import type { Json } from './family.js';
import { isJson, type LabAnswer, type LabRequest } from './request.js';

/** Steps a batch may have. */
const MOST = 20;

/** Carries out one step. */
export type Step = (request: LabRequest) => Promise<LabAnswer>;

/** @param run answers a step, as if it had come by itself */
export async function onBatch(request: LabRequest, run: Step): Promise<LabAnswer> {
  const steps = request.body?.['requests'];
  if (!Array.isArray(steps) || !steps.every(isJson))
    return errorAnswer(400, 'BadRequest', "The body needs a list 'requests'.");
  if (steps.length > MOST)
    return errorAnswer(400, 'BadRequest', `Number of batch requests exceeds the limit of ${MOST}.`);
  const done = new Map<string, number>();
  const responses: Json[] = [];
  const waiting = [...steps];
  while (waiting.length > 0) {
    // Steps without dependencies run side by side, as in the service.
    const ready = waiting.filter((step) => needs(step).every((id) => done.has(id)));
    if (ready.length === 0) return errorAnswer(400, 'BadRequest', 'A step depends on one that is not there.');
    for (const step of ready) waiting.splice(waiting.indexOf(step), 1);
    const answers = await Promise.all(ready.map((step) => answerStep(step, request, done, run)));
    for (const answer of answers) {
      done.set(String(answer['id']), Number(answer['status']));
      responses.push(answer);
    }
  }
  return { status: 200, body: { responses } };
}

const needs = (step: Json): string[] => {
  const ids = step['dependsOn'];
  return Array.isArray(ids) ? ids.map(String) : [];
};

async function answerStep(step: Json, outer: LabRequest, done: Map<string, number>, run: Step): Promise<Json> {
  const id = String(step['id']);
  if (needs(step).some((other) => (done.get(other) ?? 500) >= 400)) {
    const error = { code: 'FailedDependency', message: 'Failed Dependency' };
    return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
  }
  const [path = '', query = ''] = String(step['url'] ?? '').split(/\?(.*)/s);
  const headers = Object.fromEntries(
    Object.entries(isJson(step['headers']) ? step['headers'] : {}).map(([k, v]) => [k.toLowerCase(), String(v)]),
  );
  const body = isJson(step['body']) ? step['body'] : undefined;
  const answer = await run({
    method: String(step['method'] ?? 'GET').toUpperCase(),
    path: path.startsWith('/') ? path : `/${path}`,
    query: new URLSearchParams(query),
    headers,
    body,
    bytes: Buffer.from(typeof step['body'] === 'string' ? step['body'] : '', 'base64'),
    base: outer.base,
  });
  return {
    id,
    status: answer.status,
    headers: { ...answer.headers, 'Content-Type': 'application/json' },
    body: Buffer.isBuffer(answer.body) ? answer.body.toString('base64') : (answer.body ?? {}),
  };
}
