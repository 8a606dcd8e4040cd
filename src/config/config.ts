/** Reads the text of a `.guard409.jsonc`. Pure: whoever calls has read the file. */
import { getNodeValue, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type {
  EngineConfig,
  HttpClientConfig,
  NamedClientConfig,
  OverrideConfig,
  Severities,
} from '../analysis/engine-config.js';
import type { ProblemFix } from '../analysis/findings.js';
import { t as globalT, phrases, type Translate } from '../l10n/t.js';
import { CONFIG_SHAPE } from './shape.js';
import { type PlacedError, validateNode } from './validate.js';

/** The name a configuration file has. */
export const CONFIG_FILE = '.guard409.jsonc';

/** A configuration that was read: what the engine is told, and which files are analysed. */
export interface Config {
  engine: EngineConfig;
  /** Globs relative to the configuration's folder; empty: all files. */
  include: readonly string[];
  exclude: readonly string[];
}

/** An error with its place. `line` and `column` are 1-based, columns in UTF-16 code units. */
export interface ConfigError {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  /** The edits that mend it, where what was meant can be told. */
  fixes?: ProblemFix[];
}

export interface ParseConfigOptions {
  /** Folder of the file, in the form of the paths the engine is given. */
  root: string;
  /** Rule ids that exist. */
  rules: readonly string[];
  t?: Translate;
}

export type ParsedConfig = { ok: true; config: Config } | { ok: false; errors: ConfigError[] };

/** The written form, once it is valid. */
interface Written {
  severities?: Severities;
  overrides?: OverrideConfig[];
  testsAsInformation?: boolean;
  include?: string[];
  exclude?: string[];
  httpClients?: HttpClientConfig[];
  confirmedClients?: NamedClientConfig[];
  excludedClients?: NamedClientConfig[];
  handlers?: string[];
}

/** Parses and checks a configuration. Comments and trailing commas are allowed; an empty file is an empty object. */
export function parseConfig(source: string, options: ParseConfigOptions): ParsedConfig {
  const t = options.t ?? globalT;
  const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  if (depthOf(text) > MAX_DEPTH) {
    return {
      ok: false,
      errors: [placed(text, t, { offset: 0, length: 1, message: t('lists and objects are nested too deeply') })],
    };
  }
  const syntax: ParseError[] = [];
  const tree = parseTree(text, syntax, { allowTrailingComma: true, allowEmptyContent: true });
  const errors: PlacedError[] = syntax.map(({ error, offset, length }) => ({
    offset,
    length,
    message: syntaxMessage(error, t),
  }));
  // Half an object only gives errors that follow from the first one.
  if (tree && errors.length === 0) errors.push(...validateNode(tree, CONFIG_SHAPE, { rules: options.rules, t }));
  if (errors.length > 0) return { ok: false, errors: errors.map((error) => placed(text, t, error)) };
  // The parser's objects have no prototype; copied, they are like any other and cross to a worker.
  const written: Written = tree ? structuredClone(getNodeValue(tree)) : {};
  return { ok: true, config: toConfig(written, options.root) };
}

/** More than any configuration needs, and little enough that reading cannot exhaust the stack. */
const MAX_DEPTH = 64;

/** An upper bound of the nesting: brackets in texts and comments count as well. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return most;
}

function toConfig(written: Written, root: string): Config {
  return {
    engine: {
      root,
      severities: written.severities ?? {},
      overrides: written.overrides ?? [],
      testsAsInformation: written.testsAsInformation ?? true,
      httpClients: written.httpClients ?? [],
      confirmedClients: written.confirmedClients ?? [],
      excludedClients: written.excludedClients ?? [],
      handlers: written.handlers ?? [],
    },
    include: written.include ?? [],
    exclude: written.exclude ?? [],
  };
}

function placed(text: string, t: Translate, error: PlacedError): ConfigError {
  const start = positionOf(text, error.offset);
  // An object is as long as its content: the place is where it begins.
  const firstLine = text.slice(error.offset, error.offset + error.length).split(/\r?\n/, 1)[0] ?? '';
  const place = { ...start, endLine: start.line, endColumn: start.column + Math.max(firstLine.length, 1) };
  const { meant } = error;
  if (meant === undefined) return { ...place, message: error.message };
  const fix = { title: t('Change to "{0}"', meant), ...place, newText: JSON.stringify(meant) };
  return { ...place, message: error.message, fixes: [fix] };
}

function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

/** Syntax errors in words. The names are those of the parser. */
const SYNTAX_MESSAGES: Readonly<Record<string, string>> = phrases({
  InvalidSymbol: 'this word is not valid here; texts need double quotes',
  InvalidNumberFormat: 'this number is not written correctly',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon after the key',
  CommaExpected: 'expected a comma',
  CloseBraceExpected: 'expected a closing brace',
  CloseBracketExpected: 'expected a closing bracket',
  EndOfFileExpected: 'expected the end of the file',
  UnexpectedEndOfComment: 'this comment does not end',
  UnexpectedEndOfString: 'this text does not end on its line',
  UnexpectedEndOfNumber: 'this number does not end',
  InvalidUnicode: 'this \\u escape is not valid',
  InvalidEscapeCharacter: 'this escape is not valid',
  InvalidCharacter: 'this character is not valid in a text',
});

function syntaxMessage(code: ParseErrorCode, t: Translate): string {
  const message = SYNTAX_MESSAGES[printParseErrorCode(code)];
  return message === undefined ? t('this is not valid here') : t(message);
}
