/** Writes the parts of Go helpers that depend on the call: how many results it gives, and the test for the conflict. */
import { type Subject, sourceOf } from '../../remedies/subject.js';
import type { Tell } from '../../remedies/tell.js';
import { type ErrorRow, errorRows } from './errors.js';
import { isHidden, packageName } from './imports.js';

/** The form of a helper that is given all results of the call. */
export interface Form {
  /** Type parameters with their brackets, or nothing. */
  generics: string;
  /** Names and types of the parameters, the error last. */
  params: string;
  /** Types of the results, in parentheses where they are several. */
  results: string;
  /** The results with an error of one's own. */
  with(error: string): string;
}

const TYPES = ['T', 'U', 'V'];
const NAMES = ['result', 'second', 'third'];

/** The form for the results that are taken of the call; undefined where nobody says how many there are. */
export function formOf(subject: Subject): Form | undefined {
  const count = resultsOf(subject);
  if (count === undefined || count < 1 || count > TYPES.length + 1) return undefined;
  const status = statusAt(subject);
  const generic = TYPES.slice(0, count - 1).filter((_, i) => i !== status);
  const types = TYPES.slice(0, count - 1).map((type, i) => (i === status ? 'int' : type));
  const names = NAMES.slice(0, count - 1).map((name, i) => (i === status ? 'status' : name));
  return {
    generics: generic.length === 0 ? '' : `[${generic.join(', ')} any]`,
    params: [...names.map((n, i) => `${n} ${types[i]}`), 'err error'].join(', '),
    results: types.length === 0 ? 'error' : `(${[...types, 'error'].join(', ')})`,
    with: (error) => [...names, error].join(', '),
  };
}

/** The position of a result that is the status by itself. */
function statusAt({ candidate }: Subject): number | undefined {
  const own = candidate.error?.status[0];
  return candidate.error?.beside?.find(({ path }) => path.length === 1 && path[0] === own)?.at;
}

/** How many results the call gives, by how they are taken. */
function resultsOf({ call, candidate }: Subject): number | undefined {
  const { file } = candidate.cell;
  const parent = file.parent(call)?.node;
  if (!parent || !('s' in parent)) return undefined;
  if (parent.s === 'bind') return parent.target.v === 'pattern' ? parent.target.parts.length : 1;
  if (parent.s !== 'return') return undefined;
  const returns = file.enclosingFn(call)?.returns;
  return returns?.path[0] === 'results' ? returns.args.length : returns ? 1 : undefined;
}

/** What a test for the conflict needs. */
export interface Test {
  imports: Record<string, readonly string[]>;
  /** Declares what the test looks for. */
  declares: string;
  /** True for the conflict in `err`. */
  is: string;
}

/** The test that `err` is the conflict; undefined where the library's errors are not known or words would have to be guessed. */
export function testOf(subject: Subject): Test | undefined {
  if (statusAt(subject) !== undefined) return besideTest(subject);
  const error = errorOf(subject);
  if (!error || subject.tells.length === 0) return undefined;
  const { row, module } = error;
  const modules = [module, 'errors'];
  const said = subject.tells.map((tell) => condition(subject, `failed.${row.status}`, tell));
  if (said.some((one) => one === undefined)) return undefined;
  if (said.some((one) => one?.includes('strings.'))) modules.push('strings');
  if (modules.some((module) => isHidden(subject, module))) return undefined;
  const any = said.length > 1 ? `(${said.join(' || ')})` : said[0];
  return {
    imports: Object.fromEntries(modules.map((module) => [module, []])),
    declares: `\n  var failed ${typeOf(subject, error)}`,
    is: `errors.As(err, &failed) && ${any}`,
  };
}

/** The same where the status is a result of its own. */
function besideTest(subject: Subject): Test | undefined {
  const said = subject.tells.map((tell) => condition(subject, 'status', tell));
  if (said.length === 0 || said.some((one) => one === undefined)) return undefined;
  const words = said.some((one) => one?.includes('strings.'));
  if (words && isHidden(subject, 'strings')) return undefined;
  const any = said.length > 1 ? `(${said.join(' || ')})` : said[0];
  return { imports: words ? { strings: [] } : {}, declares: '', is: `err != nil && ${any}` };
}

/** The type of the library's error, as a variable is declared. */
export function typeOf(subject: Subject, { row, module }: { row: ErrorRow; module: string }): string {
  return `*${packageName(subject, module)}.${row.type}`;
}

/** The package of a library's errors. */
function moduleOf(subject: Subject, row: ErrorRow): string | undefined {
  const { imports } = subject.candidate.cell.file.model;
  const { ending, module, root, below, mentions } = row;
  if (mentions !== undefined && !subject.text.includes(mentions)) return undefined;
  if (module !== undefined) return module;
  if (root === undefined || below === undefined)
    return imports.find((i) => i.form === 'namespace' && i.module.endsWith(ending ?? ''))?.module;
  const start = new RegExp(`^${root}`);
  const found = imports.map((i) => start.exec(i.module)?.[0]).find((one) => one !== undefined);
  return found && found + below;
}

/** How the errors of the call's library are written in its file. */
export function errorOf(subject: Subject): { row: ErrorRow; module: string } | undefined {
  for (const row of errorRows[subject.candidate.sdk?.id ?? ''] ?? []) {
    const module = moduleOf(subject, row);
    if (module !== undefined) return { row, module };
  }
  return undefined;
}

function condition(subject: Subject, status: string, tell: Tell): string | undefined {
  const same = `${status} == ${tell.status}`;
  if (tell.codes.length + tell.texts.length === 0) return same;
  // A code stands beside the message, where each version of the library keeps it elsewhere.
  if (tell.texts.length === 0) return undefined;
  const words = tell.texts.map((text) => `strings.Contains(err.Error(), ${JSON.stringify(text)})`);
  const both = `${same} && ${words.length > 1 ? `(${words.join(' || ')})` : words[0]}`;
  return subject.tells.length > 1 ? `(${both})` : both;
}

/** The receiver and the arguments of the call as the arguments of a helper that makes it: the context stays first. */
export function argumentsOf(subject: Subject): string | undefined {
  const { call, receiver } = subject;
  const [context, ...rest] = call.args.map((arg) => sourceOf(subject, arg.range));
  return receiver && context !== undefined
    ? [context, sourceOf(subject, receiver.range), ...rest].join(', ')
    : undefined;
}
