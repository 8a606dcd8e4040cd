/**
 * Grammars that mark tests for a conflict (`=== 409`, `HttpStatusCode.Conflict`) in the colours of the editor. They are
 * injected into the grammars of the languages and add scopes only; a row is a language, or a family that writes alike.
 */

/** How a language writes a test. Patterns are of Oniguruma; those of `before` have a fixed width. */
interface Row {
  /** Scopes of the editor's grammars that it is injected into. */
  scopes: readonly string[];
  /** What stands right before the value in a test. */
  before: readonly string[];
  /** What stands right after the value in a test. */
  after: readonly string[];
  /** Named values: type, and its members for 409 and 412. */
  names: Readonly<Record<string, readonly string[]>>;
  /** Scopes of the editor's grammar for the type and the dot, without the language at the end. */
  object: string;
  accessor: string;
  /** Where code is: everywhere but here. */
  except: readonly string[];
  /** Code again, inside of such a place. */
  again: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  javascript: {
    scopes: ['source.ts', 'source.tsx', 'source.js', 'source.js.jsx'],
    before: ['[=!]=', '[=!]=\\s', '\\bcase\\s'],
    after: ['\\s*[=!]==?', '(?:\\s*,\\s*\\d{3})*\\s*\\]\\s*\\.\\s*includes\\b'],
    names: {
      HttpStatusCode: ['Conflict', 'PreconditionFailed'],
      HttpStatus: ['CONFLICT', 'PRECONDITION_FAILED'],
      StatusCodes: ['Conflict', 'PreconditionFailed', 'CONFLICT', 'PRECONDITION_FAILED'],
    },
    object: 'variable.other.object',
    accessor: 'punctuation.accessor',
    except: ['comment', 'string', 'meta.jsx.children'],
    again: ['meta.template.expression', 'meta.embedded.expression'],
  },
  csharp: {
    scopes: ['source.cs'],
    before: [
      '[=!]=',
      '[=!]=\\s',
      '[=!]=\\s\\(int\\)',
      '\\bis\\s',
      '\\bor\\s',
      '\\bnot\\s',
      '\\bcase\\s',
      '\\bcase\\s\\(int\\)',
    ],
    after: ['\\s*[=!]=', '\\s*=>'],
    names: {
      HttpStatusCode: ['Conflict', 'PreconditionFailed'],
      StatusCodes: ['Status409Conflict', 'Status412PreconditionFailed'],
    },
    object: 'variable.other.object',
    accessor: 'punctuation.accessor',
    except: ['comment', 'string', 'meta.preprocessor'],
    again: ['meta.embedded.interpolation'],
  },
  python: {
    scopes: ['source.python'],
    before: ['[=!]=', '[=!]=\\s', '\\bcase\\s'],
    after: ['\\s*[=!]='],
    names: {
      HTTPStatus: ['CONFLICT', 'PRECONDITION_FAILED'],
      StatusCodes: ['CONFLICT', 'PRECONDITION_FAILED'],
      codes: ['conflict', 'precondition_failed', 'CONFLICT', 'PRECONDITION_FAILED'],
    },
    object: 'variable.other.object',
    accessor: 'punctuation.separator.period',
    except: ['comment', 'string'],
    again: ['meta.fstring'],
  },
  java: {
    scopes: ['source.java'],
    before: ['[=!]=', '[=!]=\\s', '\\bcase\\s'],
    after: ['\\s*[=!]=', '\\s*\\.\\s*(?:equals|value|code)\\b'],
    names: {
      HttpStatus: ['CONFLICT', 'PRECONDITION_FAILED'],
      HttpURLConnection: ['HTTP_CONFLICT', 'HTTP_PRECON_FAILED'],
    },
    object: 'variable.other.object',
    accessor: 'punctuation.accessor',
    except: ['comment', 'string'],
    again: [],
  },
  go: {
    scopes: ['source.go'],
    before: ['[=!]=', '[=!]=\\s', '\\bcase\\s'],
    after: ['\\s*[=!]='],
    names: { http: ['StatusConflict', 'StatusPreconditionFailed'] },
    object: 'variable.other',
    accessor: 'punctuation.other.period',
    except: ['comment', 'string'],
    again: [],
  },
  powershell: {
    scopes: ['source.powershell'],
    before: ['-(?:[eE][qQ]|[nN][eE]|[iI][nN])\\s'],
    after: ['\\s+-(?:[eE][qQ]|[nN][eE])\\b', '\\s*\\{'],
    names: {},
    object: 'entity.name.type',
    accessor: 'keyword.operator.access',
    except: ['comment', 'string'],
    again: ['meta.embedded.substatement'],
  },
};

/** Scope of every test, for themes and settings that want to show it. */
const TEST = 'meta.guard409.conflict-test';
/** What the value itself is coloured as: a named status looks like the number it stands for. */
const VALUE = 'constant.numeric.decimal.guard409';

/** The families, for the manifest. */
export function conflictGrammars(): { scopeName: string; path: string; injectTo: string[] }[] {
  return Object.entries(ROWS).map(([family, row]) => ({
    scopeName: scopeOf(family),
    path: `./${fileOf(family)}`,
    injectTo: [...row.scopes].sort(),
  }));
}

/** The files by their paths in the repository. */
export function conflictGrammarFiles(): Map<string, string> {
  return new Map(
    Object.entries(ROWS).map(([family, row]) => [
      fileOf(family),
      `${JSON.stringify(grammar(family, row), undefined, 2)}\n`,
    ]),
  );
}

const scopeOf = (family: string): string => `source.guard409.conflict.${family}.injection`;
const fileOf = (family: string): string => `syntaxes/guard409-conflict-${family}.tmLanguage.json`;

function grammar(family: string, row: Row): object {
  const names = Object.entries(row.names).map(([type, members]) => `(${type})(\\.)(${members.join('|')})(?![\\w])`);
  const before = `(?<=${row.before.join('|')})`;
  const after = `(?=${row.after.join('|')})`;
  const captures = (at: number) => ({
    [at]: { name: row.object },
    [at + 1]: { name: row.accessor },
    [at + 2]: { name: VALUE },
  });
  return {
    name: `Tests for a conflict in ${family}, of 409 Guard`,
    comment: 'Written by scripts/generate-manifest.ts; do not edit.',
    scopeName: scopeOf(family),
    injectionSelector: selector(row),
    patterns: [
      { name: `${TEST} ${VALUE}`, match: `${before}(?:409|412)(?![\\w.])` },
      { name: `${TEST} ${VALUE}`, match: `(?<![\\w.$])(?:409|412)${after}` },
      ...names.flatMap((name) => [
        { name: TEST, match: before + name, captures: captures(1) },
        { name: TEST, match: `(?<![\\w.$])${name}${after}`, captures: captures(1) },
      ]),
    ],
  };
}

/** Numbers, a test among them. A grammar may read a number in pieces, the first of which looks like a status. */
const DONE = 'constant.numeric';

/** Before the language's own rules, where it has code and no text. */
function selector({ scopes, except, again }: Row): string {
  const not = (places: readonly string[]) => places.map((place) => ` - ${place}`).join('');
  const inText = again.flatMap((place) => scopes.map((s) => `L:${s} ${place} - comment - (${place} string) - ${DONE}`));
  return [...scopes.map((s) => `L:${s}${not(except)} - ${DONE}`), ...inText].join(', ');
}
