/** `/__lab`: what a program in any language needs to switch faults, look into the journal and begin anew. */
import { errorAnswer } from './answers.js';
import type { LabControls, SeedRequest } from './controls.js';
import { isJson, type LabAnswer, type LabRequest } from './request.js';
import { faultFrom } from './settings-from.js';

type Handler = (controls: LabControls, request: LabRequest) => LabAnswer;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /': () => ({ status: 200, body: { operations: Object.keys(HANDLERS).map((h) => h.replace(' ', ' /__lab')) } }),
  'GET /journal': ({ journal }) => ({ status: 200, body: { entries: journal() } }),
  'DELETE /journal': ({ clearJournal }) => {
    clearJournal();
    return { status: 204 };
  },
  'GET /faults': ({ faults }) => ({ status: 200, body: { faults: faults() } }),
  'POST /faults': ({ fault }, { body }) => ({ status: 201, body: { id: fault(faultFrom(body)) } }),
  'DELETE /faults': ({ clearFaults }) => {
    clearFaults();
    return { status: 204 };
  },
  'POST /seed': ({ seed }, { body }) => ({ status: 201, body: seed(seedFrom(body)) }),
  'POST /reset': ({ reset }) => {
    reset();
    return { status: 204 };
  },
  'GET /settings': ({ settings }) => ({ status: 200, body: { ...settings() } }),
  'PATCH /settings': ({ configure }, { body }) => ({ status: 200, body: { ...configure(body ?? {}) } }),
  'GET /resources': ({ resources }) => ({ status: 200, body: resources() }),
  'GET /families': ({ families }) => ({ status: 200, body: { collections: families() } }),
};

function seedFrom(body: unknown): SeedRequest {
  if (!isJson(body) || typeof body['path'] !== 'string' || !isJson(body['body']))
    throw new Error('A seed needs "path" (of the collection) and "body"; it may have "deleted" and "unlisted".');
  return {
    path: body['path'],
    body: body['body'],
    deleted: body['deleted'] === true,
    unlisted: body['unlisted'] === true,
  };
}

/** Answers a request whose path is below `/__lab`. */
export function onAdmin(controls: LabControls, request: LabRequest): LabAnswer {
  const path = request.path.replace(/^\/__lab\/?/, '/');
  const handler = HANDLERS[`${request.method} ${path}`];
  if (!handler) return errorAnswer(404, 'ResourceNotFound', `There is no ${request.method} /__lab${path}.`);
  try {
    return handler(controls, request);
  } catch (error) {
    return errorAnswer(400, 'BadRequest', error instanceof Error ? error.message : String(error));
  }
}
