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
    const test = this.isConflict('error');
    if (test === '') return '';
    const line = `    if (${this.not(test)}) throw error;`;
    if (line.length <= LINE) return line;
    const broken = test.replace(/ (\|\||&&) (?=\()/g, ' $1\n      ');
    const short = broken
      .split('\n')
      .map((part) => (part.length <= LINE ? part : part.replaceAll(' || ', ' ||\n        ')))
      .join('\n');
    return `    const isConflict =\n      ${short};\n    if (!isConflict) throw error;`;
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

  /** The opposite of a test. */
  not(test: string): string {
    return test.includes('||') || test.includes('&&') ? `!(${test})` : test.replace(' === ', ' !== ');
  }

  /** The test that a caught error is the conflict. */
  isConflict(name: string): string {
    return this.test(name, this.subject.candidate.error);
  }

  /** The test that an answer is the conflict. */
  isConflictAnswer(name: string): string {
    return this.test(name, this.subject.candidate.response);
  }

  private test(name: string, shape: ErrorShape | undefined): string {
    const status = shape?.status[0];
    const { tells } = this.subject;
    if (status === undefined) return '';
    const [code] = shape?.code ?? [];
    const [text] = shape?.text ?? [];
    const shared = tells.some((tell) => tell.codes.length + tell.texts.length > 0);
    // What has to be read first cannot be tested in an expression.
    if (shared && this.words(name, shape) === undefined && /\(\)/.test(code ?? '')) return '';
    const parts = tells.map((tell) => {
      const same = `${this.member(name, status)} === ${tell.status}`;
      const words = this.words(name, shape);
      const every = [...tell.codes, ...tell.texts].map((word) => `${words}.includes(${literal(word)})`);
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
    return `const ${WORDS} = ${name}.status === ${shared.status} ? await ${name}.clone().text() : '';`;
  }

  /** The whole of what a service says, where code and message stand in it where the library does not look. */
  private words(name: string, shape: ErrorShape | undefined): string | undefined {
    const { response, sdk } = this.subject.candidate;
    const path = BODIES[sdk?.id ?? ''];
    const isAnswer = shape === response;
    if (path !== undefined)
      return `JSON.stringify(${this.member(name, isAnswer ? path.replace('response.', '') : path)} ?? '')`;
    return isAnswer && shape?.text.includes('text()') ? WORDS : undefined;
  }

  private text(name: string, path: string): string {
    return `String(${this.member(name, path)})`;
  }

  private member(name: string, path: string): string {
    return [name, ...path.split('.')].join('?.');
  }
}
