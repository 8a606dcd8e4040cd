/** What the code around a call already writes its log with. Nothing new is brought in for a line of log. */
import type { Stmt, TypeRef, Val } from '../analysis/code-model.js';
import type { Subject } from './subject.js';

/** How a logger is called; the phrasings write it. */
export type LoggerKind =
  | 'fields-first'
  | 'text-first'
  | 'insights'
  | 'structured'
  | 'console'
  | 'printf'
  | 'by-name'
  | 'braces';

interface Row {
  kind: LoggerKind;
  /** Modules whose calls or types give such a logger. */
  modules: readonly string[];
  /** Names of its types. */
  types: readonly string[];
  /** Names under which a module hands out such a logger. */
  handsOut?: readonly string[];
}

const ROWS: readonly Row[] = [
  { kind: 'fields-first', modules: ['pino', 'bunyan', 'fastify'], types: ['FastifyBaseLogger', 'BaseLogger'] },
  {
    kind: 'text-first',
    modules: ['winston', 'loglevel', '@azure/functions'],
    types: ['InvocationContext', 'WinstonLogger'],
  },
  {
    kind: 'insights',
    modules: ['applicationinsights', '@microsoft/applicationinsights-web'],
    types: ['TelemetryClient'],
  },
  { kind: 'printf', modules: ['logging'], types: [] },
  { kind: 'by-name', modules: ['structlog'], types: ['BoundLogger', 'FilteringBoundLogger'] },
  { kind: 'braces', modules: ['loguru'], types: [], handsOut: ['logger'] },
  { kind: 'structured', modules: ['Microsoft.Extensions.Logging'], types: ['ILogger'] },
];

/** A logger within reach of a call. */
export interface Logger {
  kind: LoggerKind;
  /** The expression that names it. */
  code: string;
}

/** The logger in reach: a parameter, a field, a name of the file; undefined where none is known. */
export function loggerOf({ candidate }: Subject): Logger | undefined {
  const { file, val } = candidate.cell;
  for (let fn = file.enclosingFn(val); fn; fn = file.enclosingFn(fn)) {
    for (const param of fn.params) {
      const kind = kindOf(param.type);
      if (kind && param.name !== '') return { kind, code: param.name };
    }
  }
  const type = file.enclosingType(val);
  const inStatic = file.enclosingFn(val)?.isStatic === true;
  for (const field of type?.fields ?? []) {
    const kind = kindOf(field.type);
    if (kind && (field.isStatic || !inStatic))
      return { kind, code: file.traits.implicitThis ? field.name : `this.${field.name}` };
  }
  for (const statement of file.model.top) {
    const kind = madeHere(statement, file.model.imports);
    if (kind && statement.s === 'bind' && statement.target.v === 'ref') return { kind, code: statement.target.name };
  }
  return handedOut(file.model.imports);
}

/** A logger that is imported as it is. */
function handedOut(imports: Subject['candidate']['cell']['file']['model']['imports']): Logger | undefined {
  for (const { module, names } of imports) {
    const row = ROWS.find((one) => one.modules.includes(module));
    const name = names.find(({ imported }) => row?.handsOut?.includes(imported));
    if (row && name) return { kind: row.kind, code: name.local };
  }
  return undefined;
}

function kindOf(type: TypeRef | undefined): LoggerKind | undefined {
  const name = type?.path.at(-1);
  return name === undefined ? undefined : ROWS.find((row) => row.types.includes(name))?.kind;
}

/** `const logger = pino()`: the value is made by something imported from such a module. */
function madeHere(
  statement: Stmt,
  imports: Subject['candidate']['cell']['file']['model']['imports'],
): LoggerKind | undefined {
  if (statement.s !== 'bind' || !statement.declares || !statement.value) return undefined;
  const root = rootName(statement.value);
  const from = imports.find((row) => row.names.some((name) => name.local === root))?.module;
  return from === undefined ? undefined : ROWS.find((row) => row.modules.includes(from))?.kind;
}

function rootName(value: Val): string | undefined {
  if (value.v === 'call') return rootName(value.callee);
  if (value.v === 'member') return rootName(value.obj);
  if (value.v === 'new') return value.type.path[0];
  return value.v === 'ref' ? value.name : undefined;
}
