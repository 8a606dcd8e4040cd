/** Helpers that turn a conflict into an error of its own. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { literal, Writer } from './writer.js';

/** The error: a plain one with a name and a status, so that nothing has to be declared before its first use. */
export const raise = (more: string, status: string): string =>
  `throw Object.assign(new Error(\`Conflict: \${what}\`), { name: 'ConflictError', status: ${status}${more} });`;

/** The first line of a helper that is given a call and a name for it. */
export function reportHead(w: Writer, name: string): string {
  const parameters = [['call', ': Promise<T>'] as const, ['what', ': string'] as const];
  return w.head(name, '<T>', parameters, 'Promise<T>');
}

/** For a library that throws. */
export function reportError(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const { test, reads } = w.told('error');
  if (test === '') return undefined;
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError; every other failure passes unchanged. */
${reportHead(w, name)}
  try {
    return await call;
  } ${w.caught} {${reads === '' ? '' : `\n    ${reads}`}
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
  const reads = w.readWords('answer');
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError; every other answer is handed on unchanged. */
${reportHead(w, name)}
  const answer${w.ts(': any')} = await call;${reads === '' ? '' : `\n  ${reads}`}
  if (${test}) {
    ${raise('', String(subject.tells[0]?.status ?? 409))}
  }
  return answer;
}`,
  };
}

/** For a client nobody knows: status and words are read wherever clients are known to put them. */
export function reportUnknown(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const shared = subject.tells.some((tell) => tell.codes.length + tell.texts.length > 0);
  const tests = subject.tells.map(({ status, codes, texts }) => {
    const said = [...codes, ...texts].flatMap((word) => [
      `text.includes(${literal(word)})`,
      `body.includes(${literal(word)})`,
    ]);
    if (said.length === 0) return `status === ${status}`;
    return `(status === ${status} && ${said.length > 1 ? `(${said.join(' || ')})` : said[0]})`;
  });
  const words = `
    const text = String(outcome?.message);
    const body = JSON.stringify(outcome?.response?.data ?? outcome?.error ?? outcome?.body ?? '');`;
  const any = w.ts(': any');
  return {
    name: 'reportConflict',
    source: (name) => `/** Lets a conflict leave as a ConflictError, whether the client throws it or answers with it. */
${reportHead(w, name)}
  const check = (outcome${any}) => {
    const status = outcome?.statusCode ?? outcome?.status ?? outcome?.response?.status ?? outcome?.code;${shared ? words : ''}
    if (${tests.join(' || ')}) {
      ${raise(', cause: outcome', 'status')}
    }
  };
  let answer${w.ts(': T')};
  try {
    answer = await call;
  } ${w.caught} {
    check(error);
    throw error;
  }
  check(answer);
  return answer;
}`,
  };
}
