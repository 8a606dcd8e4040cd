/** Writes the parts of TypeScript and JavaScript helpers that depend on the call: types, and the test for the conflict. */
import type { ErrorShape } from '../../analysis/operations/sdk.js';
import type { Subject } from '../../remedies/subject.js';

/** Lines of inserted code are no longer than this, in columns, before they are indented to their place. */
const LINE = 110;

/** What the words of an answer are kept under. */
const WORDS = 'words';

/** Where HTTP clients that know no service keep the body of the answer, by library. */
const BODIES: Readonly<Record<string, string>> = {
  axios: 'response.data',
  got: 'response.body',
  superagent: 'response.body',
};

/** Where answers that come as a record hold what was read, by library. */
const HELD: Readonly<Record<string, string>> = { axios: 'data' };

/** A text as a literal. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\r?\n/g, '\\n')}'`;
}

export class Writer {
  /** Types are written in TypeScript only. */
  readonly typed: boolean;

  constructor(readonly subject: Subject) {
    this.typed = subject.language.id !== 'javascript';
  }

  /** A piece that stands in TypeScript only. */
  ts(piece: string): string {
    return this.typed ? piece : '';
  }

  /**
   * The first line of an async function, broken where it would be long.
   *
   * @param generics with their brackets; for TypeScript only, as are the types of the parameters and of the result. What
   *   the call leaves open stays open: from a client of type `any` nothing would be inferred, and nothing could be done with it
   */
  head(name: string, generics: string, parameters: readonly (readonly [string, string])[], returns: string): string {
    const list = parameters.map(([parameter, type]) => `${parameter}${this.ts(type)}`);
    const start = `async function ${name}${this.ts(generics.replace(/(?=[,>])/g, ' = any'))}(`;
    const end = `)${this.ts(`: ${returns}`)} {`;
    const line = `${start}${list.join(', ')}${end}`;
    return line.length <= LINE ? line : `${start}\n${list.map((one) => `  ${one},\n`).join('')}${end}`;
  }

  /** The catch clause: its error may be anything. */
  get caught(): string {
    return `catch (error${this.ts(': any')})`;
  }

  /** Lets every failure but the conflict pass, four spaces deep. Empty where the library's errors are not known. */
  get guard(): string {
    const { test, reads } = this.told('error');
    if (test === '') return '';
    const first = reads === '' ? '' : `    ${reads}\n`;
    const line = `    if (${this.not(test)}) throw error;`;
    if (line.length <= LINE) return `${first}${line}`;
    const broken = test.replace(/ (\|\||&&) (?=\()/g, ' $1\n      ');
    const short = broken
      .split('\n')
      .map((part) => (part.length <= LINE ? part : part.replaceAll(' || ', ' ||\n        ')))
      .join('\n');
    return `${first}    const isConflict =\n      ${short};\n    if (!isConflict) throw error;`;
  }

  /** The status of a caught error. */
  statusOf(name: string): string {
    return this.member(name, this.subject.candidate.error?.status[0] ?? 'status');
  }

  /** The status of an answer. */
  answerStatus(name: string): string {
    return this.member(name, this.subject.candidate.response?.status[0] ?? 'status');
  }

  /** The service's code of a caught error; undefined where the library keeps none beside the status. */
  codeOf(name: string): string | undefined {
    const { status = [], code = [] } = this.subject.candidate.error ?? {};
    return code[0] === undefined || code[0] === status[0] ? undefined : this.member(name, code[0]);
  }

  /** What an answer holds. */
  bodyOf(answer: string): string {
    const held = HELD[this.subject.candidate.sdk?.id ?? ''];
    return held === undefined ? answer : `${answer}.${held}`;
  }

  /** The answer as it would be if it held this. */
  answerWith(answer: string, body: string): string {
    const held = HELD[this.subject.candidate.sdk?.id ?? ''];
    return held === undefined ? body : `{ ...${answer}, ${held}: ${body} }`;
  }

  /** The id of the request that an `error` was the answer to. */
  get requestId(): string {
    // The errors of HTTP clients hold the whole answer.
    if (this.subject.candidate.sdk?.service !== 'http')
      return "error?.requestId ?? error?.activityId ?? error?.headers?.['request-id']";
    const isRead = this.subject.candidate.error?.text.includes('response.text()');
    return isRead ? "error?.response?.headers?.get('request-id')" : "error?.response?.headers?.['request-id']";
  }

  /** The opposite of a test. */
  not(test: string): string {
    return test.includes('||') || test.includes('&&') ? `!(${test})` : test.replace(' === ', ' !== ');
  }

  /** The test that a caught error is the conflict. */
  isConflict(name: string): string {
    return this.test(name, this.subject.candidate.error);
  }

  /** The test that a caught error is the conflict, and the statement by which its words are read before; empty for none. */
  told(name: string): { test: string; reads: string } {
    const { error } = this.subject.candidate;
    const test = this.test(name, error, true);
    const isRead = test.includes(`${WORDS}.includes`);
    // The body can be read once: where somebody did, nothing is to be had of it.
    const reads = `const ${WORDS} = ${this.isShared(`${name}?.response?.status`)} && !${name}.response.bodyUsed ? await ${name}.response.clone().text() : '';`;
    return { test, reads: isRead ? reads : '' };
  }

  /** The test of a status that other failures share. */
  private isShared(status: string): string {
    const shared = this.subject.tells.filter((tell) => tell.codes.length + tell.texts.length > 0);
    const [only, ...more] = shared.map((tell) => tell.status);
    return more.length === 0 ? `${status} === ${only}` : `[${[only, ...more].join(', ')}].includes(${status})`;
  }

  /** The test that an answer is the conflict. */
  isConflictAnswer(name: string): string {
    return this.test(name, this.subject.candidate.response, true);
  }

  private test(name: string, shape: ErrorShape | undefined, mayRead = false): string {
    const status = shape?.status[0];
    const { tells } = this.subject;
    if (status === undefined) return '';
    const [code] = shape?.code ?? [];
    const [text] = shape?.text ?? [];
    const shared = tells.some((tell) => tell.codes.length + tell.texts.length > 0);
    // What has to be read first cannot be tested in an expression.
    if (shared && this.words(name, shape, mayRead) === undefined && /\(\)/.test(code ?? '')) return '';
    const parts = tells.map((tell) => {
      const same = `${this.member(name, status)} === ${tell.status}`;
      const words = this.words(name, shape, mayRead);
      const every = [...new Set([...tell.codes, ...tell.texts])].map((word) => `${words}.includes(${literal(word)})`);
      const said =
        words !== undefined
          ? every
          : [
              ...(code === undefined
                ? []
                : tell.codes.map((word) => `${this.member(name, code)} === ${literal(word)}`)),
              ...(text === undefined
                ? []
                : tell.texts.map((word) => `${this.text(name, text)}.includes(${literal(word)})`)),
            ];
      if (said.length === 0) return same;
      return `${same} && ${said.length > 1 ? `(${said.join(' || ')})` : said[0]}`;
    });
    return parts.length > 1
      ? parts.map((part) => (part.includes('&&') ? `(${part})` : part)).join(' || ')
      : (parts[0] ?? '');
  }

  /** The statement by which an answer's words are read once, before they are tested; empty where they need not be. */
  readWords(name: string): string {
    const shared = this.subject.tells.find((tell) => tell.codes.length + tell.texts.length > 0);
    if (!shared || this.words(name, this.subject.candidate.response) !== WORDS) return '';
    // What the caller does with the answer is left to it: a copy is read.
    return `const ${WORDS} = ${this.isShared(`${name}.status`)} ? await ${name}.clone().text() : '';`;
  }

  /** The whole of what a service says, where code and message stand in it where the library does not look. */
  private words(name: string, shape: ErrorShape | undefined, mayRead = true): string | undefined {
    const { response, sdk } = this.subject.candidate;
    const path = BODIES[sdk?.id ?? ''];
    const isAnswer = shape === response;
    if (path !== undefined)
      return `JSON.stringify(${this.member(name, isAnswer ? path.replace('response.', '') : path)} ?? '')`;
    return mayRead && shape?.text.includes(isAnswer ? 'text()' : 'response.text()') ? WORDS : undefined;
  }

  private text(name: string, path: string): string {
    return `String(${this.member(name, path)})`;
  }

  private member(name: string, path: string): string {
    return [name, ...path.split('.')].join('?.');
  }
}
