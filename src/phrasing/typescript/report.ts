/** Helpers that turn a conflict into an error of its own. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** The error: a plain one with a name and a status, so that nothing has to be declared before its first use. */
const raise = (cause: string, status: string): string =>
  `throw Object.assign(new Error(\`Conflict: \${what}\`), { name: 'ConflictError', status: ${status}${cause} });`;

/** For a library that throws. */
export function reportError(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  if (test === '') return undefined;
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError; every other failure passes unchanged. */
async function ${name}${w.ts('<T>')}(call${w.ts(': Promise<T>')}, what${w.ts(': string')})${w.ts(': Promise<T>')} {
  try {
    return await call;
  } catch (error) {
    if (${test}) {
      ${raise(', cause: error', String(subject.tells[0]?.status ?? 409))}
    }
    throw error;
  }
}`,
  };
}

/** For a client whose answer has to be looked at. */
export function reportAnswer(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflictAnswer('answer');
  if (test === '') return undefined;
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError; every other answer is handed on unchanged. */
async function ${name}${w.ts('<T>')}(call${w.ts(': Promise<T>')}, what${w.ts(': string')})${w.ts(': Promise<T>')} {
  const answer = await call;
  if (${test}) {
    ${raise('', String(subject.tells[0]?.status ?? 409))}
  }
  return answer;
}`,
  };
}

/** For a client nobody knows: the status is read wherever clients are known to put it. */
export function reportUnknown(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const statuses = subject.tells
    .filter((tell) => tell.status === 409 || tell.status === 412)
    .map((tell) => tell.status);
  if (statuses.length === 0) return undefined;
  const any = w.ts(': any');
  const isConflict = statuses.map((status) => `status === ${status}`).join(' || ');
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError, whether the client throws it or answers with it. */
async function ${name}${w.ts('<T>')}(call${w.ts(': Promise<T>')}, what${w.ts(': string')})${w.ts(': Promise<T>')} {
  const check = (outcome${any}) => {
    const status = outcome?.statusCode ?? outcome?.status ?? outcome?.response?.status ?? outcome?.code;
    if (${isConflict}) {
      ${raise(', cause: outcome', 'status')}
    }
  };
  let answer${w.ts(': T')};
  try {
    answer = await call;
  } catch (error) {
    check(error);
    throw error;
  }
  check(answer);
  return answer;
}`,
  };
}
