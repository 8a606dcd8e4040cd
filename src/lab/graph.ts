/** The service: each request with its faults, its entry in the journal, and its headers. */
import { answerOfRule, conflictAnswer, errorAnswer, stamp } from './answers.js';
import { onBatch } from './batch.js';
import { onDrive } from './drive/drive.js';
import { type Fault, type FaultRequest, type Faults, retryHeaders } from './faults.js';
import { headersOfInterest, type Journal } from './journal.js';
import { otherCreates, otherWriter } from './other-writer.js';
import { resolvePath, type Templates } from './paths.js';
import type { LabAnswer, LabRequest } from './request.js';
import { onResource } from './resource.js';
import type { World } from './world.js';

export class Graph {
  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly journal: Journal,
    private readonly templates: Templates,
  ) {}

  /** Answers a request. @param batch number of the batch it is a step of */
  async answer(request: LabRequest, batch?: number): Promise<LabAnswer> {
    const { method } = request;
    const path = this.templates.of(request.path);
    const headers = headersOfInterest(request.headers);
    const { number, end } = this.journal.begin({
      service: 'graph',
      method,
      path,
      headers,
      ...(batch === undefined ? {} : { batch }),
    });
    const taken = this.faults.take([`${method} ${path}`, `${method} ${this.canonical(request.path)}`]);
    let answer: LabAnswer;
    try {
      answer = await this.carryOut(request, taken, number);
    } catch (error) {
      answer = errorAnswer(500, 'UnknownError', error instanceof Error ? error.message : String(error));
    }
    const stamped = stamp(answer, request.headers['client-request-id'], this.world.now());
    const sent: LabAnswer = {
      ...stamped,
      headers: {
        'request-id': stamped.id,
        'client-request-id': request.headers['client-request-id'] ?? stamped.id,
        Date: this.world.now().toUTCString(),
        ...stamped.headers,
        ...(answer.rule ? { 'x-guard409-rule': answer.rule } : {}),
        ...(answer.record ? { 'x-guard409-record': answer.record } : {}),
        ...(answer.portal ? { 'x-guard409-portal': answer.portal } : {}),
      },
    };
    const retryAfter = sent.headers?.['Retry-After'] ?? sent.headers?.['x-ms-retry-after-ms'];
    const code = codeOf(sent);
    end({
      status: sent.status,
      requestId: stamped.id,
      ...(answer.rule ? { rule: answer.rule } : {}),
      ...(answer.record ? { record: answer.record } : {}),
      ...(answer.portal ? { portal: answer.portal } : {}),
      ...(retryAfter ? { retryAfter } : {}),
      ...(code ? { code } : {}),
      ...(taken.length > 0 ? { faults: taken.map((f) => f.id) } : {}),
    });
    return sent;
  }

  private canonical(path: string): string {
    return this.templates.of(
      `/${resolvePath(path)
        .map((s) => (s.startsWith('@') ? 'x' : s))
        .join('/')}`,
    );
  }

  private async carryOut(request: LabRequest, taken: readonly Fault[], number: number): Promise<LabAnswer> {
    for (const fault of taken) await this.faults.wait(fault);
    const failing = taken.find((f) => f.answer || f.carriedOut);
    if (failing && !failing.carriedOut) return faultAnswer(failing, this.world.now());
    if (taken.some((f) => f.otherWriter)) otherWriter(this.world, request);
    if (taken.some((f) => f.otherCreates)) otherCreates(this.world, request);
    const answer = await this.serve(request, number);
    return failing ? faultAnswer(failing, this.world.now()) : answer;
  }

  private serve(request: LabRequest, number: number): Promise<LabAnswer> | LabAnswer {
    if (/^\/(?:\$|%24)batch$/i.test(request.path)) return onBatch(request, (step) => this.answer(step, number));
    return onDrive(this.world, request) ?? onResource(this.world, request);
  }
}

/** The answer a fault asks for. */
function faultAnswer(fault: FaultRequest, now: Date): LabAnswer {
  const asked = fault.answer ?? { status: 504, code: 'GatewayTimeout', message: 'The answer was lost.' };
  const answer =
    'rule' in asked
      ? conflictAnswer(answerOfRule(asked.rule, asked.status))
      : errorAnswer(asked.status, asked.code, asked.message ?? 'A fault that was switched on.');
  return { ...answer, headers: { ...answer.headers, ...retryHeaders(fault, now) } };
}

function codeOf({ body, status }: LabAnswer): string | undefined {
  if (status < 400 || !body || Buffer.isBuffer(body)) return undefined;
  const error = body['error'];
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
