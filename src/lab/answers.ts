/** Error bodies in the services' own shape, and the check that each conflict says what the catalog says. */
import { randomUUID } from 'node:crypto';
import { scenarioById } from '../catalog/index.js';
import type { Answer } from '../catalog/types.js';
import type { Conflict, Json } from './family.js';
import type { LabAnswer } from './request.js';

/** Codes Graph uses where nothing more is known, by status. */
const GENERAL_CODES: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'ResourceNotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  412: 'PreconditionFailed',
  423: 'Locked',
  429: 'TooManyRequests',
  449: 'RetryWith',
  500: 'UnknownError',
  501: 'NotImplemented',
  503: 'ServiceUnavailable',
};

/** What is filled into a message. */
export interface Filling {
  field?: string;
  value?: string;
  /** Id of the one that is there. */
  id?: string;
}

/** The answer to a conflict. */
export function conflictAnswer(conflict: Conflict, filling: Filling = {}): LabAnswer {
  const message = conflict.message.replace(/\{(field|value|id)\}/g, (_, name: keyof Filling) => filling[name] ?? '');
  const answer = errorAnswer(conflict.status, conflict.code ?? GENERAL_CODES[conflict.status] ?? 'Conflict', message, {
    ...(conflict.details
      ? { details: conflict.details.map((code) => ({ code, target: filling.field ?? '', message })) }
      : {}),
    ...(conflict.innerCode ? { innerCode: conflict.innerCode } : {}),
  });
  return { ...answer, rule: conflict.rule, ...(conflict.record ? { record: conflict.record } : {}) };
}

/** An error in Graph's shape. The server puts in request ids and time. */
export function errorAnswer(
  status: number,
  code: string | undefined,
  message: string,
  more: { details?: Json[]; innerCode?: string } = {},
): LabAnswer {
  const error: Json = { code: code ?? GENERAL_CODES[status] ?? 'UnknownError', message };
  if (more.details) error['details'] = more.details;
  error['innerError'] = more.innerCode ? { code: more.innerCode } : {};
  return { status, body: { error } };
}

/** Puts the time and the ids of the request into an error body, as Graph does. */
export function stamp(answer: LabAnswer, clientRequestId: string | undefined, now: Date): LabAnswer & { id: string } {
  const id = randomUUID();
  const error = answer.status >= 400 && answer.body && !Buffer.isBuffer(answer.body) ? answer.body['error'] : undefined;
  if (typeof error !== 'object' || error === null || !('innerError' in error)) return { ...answer, id };
  const inner: Json = {
    ...(error.innerError as Json),
    date: now.toISOString().replace(/\.\d+Z$/, ''),
    'request-id': id,
    'client-request-id': clientRequestId ?? id,
  };
  return { ...answer, id, body: { error: { ...error, innerError: inner } } };
}

/** The catalog's answer a conflict is one of, or undefined: the row says something the catalog does not know. */
export function catalogAnswer(conflict: Conflict): Answer | undefined {
  const said = [conflict.code, conflict.innerCode, ...(conflict.details ?? [])].filter((code) => code !== undefined);
  const text = conflict.message.toLowerCase();
  return scenarioById(conflict.rule)?.answers.find(
    (answer) =>
      answer.status === conflict.status &&
      (answer.codes.length === 0 || said.some((code) => answer.codes.includes(code))) &&
      (answer.texts === undefined || answer.texts.some((t) => text.includes(t.toLowerCase()))),
  );
}

/**
 * The same clash with another status the catalog lists.
 * @throws Error when the scenario has no answer with that status
 */
export function withStatus(conflict: Conflict, status: number): Conflict {
  if (status === conflict.status) return conflict;
  const own = catalogAnswer(conflict)?.codes ?? [];
  const possible = scenarioById(conflict.rule)?.answers.filter((a) => a.status === status) ?? [];
  const answer = possible.find((a) => a.codes.some((code) => own.includes(code))) ?? possible[0];
  if (!answer) throw new Error(`${conflict.rule}: the catalog knows no answer with status ${status}`);
  const { code: _code, details: _details, innerCode: _inner, ...rest } = conflict;
  const code = answer.codes.find((c) => own.includes(c)) ?? answer.codes[0];
  const [text] = answer.texts ?? [];
  const message = !text || conflict.message.toLowerCase().includes(text.toLowerCase()) ? conflict.message : text;
  return { ...rest, status, message, ...(code === undefined ? {} : { code }) };
}

/** The first answer of a scenario, or the one with this status, for faults. @throws Error when there is none */
export function answerOfRule(rule: string, status?: number): Conflict {
  const scenario = scenarioById(rule);
  if (!scenario) throw new Error(`${rule}: the catalog knows no such scenario`);
  const answer = scenario.answers.find((a) => status === undefined || a.status === status);
  if (!answer) throw new Error(`${rule}: the catalog knows no answer${status ? ` with status ${status}` : ''}`);
  const [code] = answer.codes;
  const [record] = scenario.records;
  return {
    rule,
    status: answer.status,
    message: answer.texts?.[0] ?? scenario.title,
    ...(code === undefined ? {} : { code }),
    ...(record === undefined ? {} : { record }),
  };
}
