/** Syntax node names of the grammars mutants are made in, and how a few phrases are written there. Data. */

export interface Dialect {
  grammar: 'typescript' | 'tsx' | 'c-sharp' | 'java' | 'python' | 'go';
  /** Blocks are made by indentation, or errors are results: it has mutators of its own. */
  family?: 'indented' | 'results';
  calls: string[];
  functions: string[];
  loops: string[];
  /** Members of a call chain, from the name outwards. */
  chain: string[];
  awaits: string;
  tries: string;
  catches: string;
  /** Statements and the blocks that hold them. */
  blocks: string[];
  ifs: string;
  throws: string;
  number: string[];
  strings: string[];
  members: string[];
  /** `throw` of the caught error, unchanged. */
  rethrow(variable: string): string;
  /** A line that only reports the error. */
  log(variable: string): string;
  /** A catch clause for everything. */
  catchAll(variable: string, body: string): string;
}

const ecma = {
  calls: ['call_expression', 'new_expression'],
  functions: [
    'function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
    'generator_function_declaration',
    'generator_function',
  ],
  loops: ['for_statement', 'for_in_statement', 'while_statement', 'do_statement'],
  chain: ['member_expression', 'call_expression', 'parenthesized_expression', 'non_null_expression', 'as_expression'],
  awaits: 'await_expression',
  tries: 'try_statement',
  catches: 'catch_clause',
  blocks: ['statement_block', 'program'],
  ifs: 'if_statement',
  throws: 'throw_statement',
  number: ['number'],
  strings: ['string', 'template_string', 'regex'],
  members: ['member_expression'],
  rethrow: (variable: string) => `throw ${variable};`,
  log: (variable: string) => `console.error(${variable});`,
  catchAll: (variable: string, body: string) => `catch (${variable}) ${body === '' ? '{}' : `{ ${body} }`}`,
};

export const typescript: Dialect = { grammar: 'typescript', ...ecma };
export const tsx: Dialect = { grammar: 'tsx', ...ecma };

export const csharp: Dialect = {
  grammar: 'c-sharp',
  calls: ['invocation_expression', 'object_creation_expression'],
  functions: [
    'method_declaration',
    'constructor_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
    'accessor_declaration',
  ],
  loops: ['for_statement', 'foreach_statement', 'while_statement', 'do_statement'],
  chain: [
    'member_access_expression',
    'conditional_access_expression',
    'invocation_expression',
    'parenthesized_expression',
    'postfix_unary_expression',
    'cast_expression',
  ],
  awaits: 'await_expression',
  tries: 'try_statement',
  catches: 'catch_clause',
  blocks: ['block', 'compilation_unit', 'switch_section'],
  ifs: 'if_statement',
  throws: 'throw_statement',
  number: ['integer_literal'],
  strings: ['string_literal', 'verbatim_string_literal', 'interpolated_string_expression'],
  members: ['member_access_expression'],
  rethrow: () => 'throw;',
  log: (variable: string) => `Console.Error.WriteLine(${variable}.Message);`,
  catchAll: (variable: string, body: string) => `catch (Exception ${variable}) ${body === '' ? '{}' : `{ ${body} }`}`,
};

export const java: Dialect = {
  grammar: 'java',
  calls: ['method_invocation', 'object_creation_expression', 'method_reference'],
  functions: ['method_declaration', 'constructor_declaration', 'lambda_expression'],
  loops: ['for_statement', 'enhanced_for_statement', 'while_statement', 'do_statement'],
  chain: ['method_invocation', 'field_access', 'parenthesized_expression', 'cast_expression'],
  awaits: 'await_expression',
  tries: 'try_statement',
  catches: 'catch_clause',
  blocks: ['block', 'constructor_body', 'program', 'switch_block_statement_group'],
  ifs: 'if_statement',
  throws: 'throw_statement',
  number: ['decimal_integer_literal'],
  strings: ['string_literal'],
  members: ['identifier', 'type_identifier'],
  rethrow: (variable: string) => `throw ${variable};`,
  log: (variable: string) => `System.err.println(${variable});`,
  catchAll: (variable: string, body: string) => `catch (Exception ${variable}) ${body === '' ? '{}' : `{ ${body} }`}`,
};

export const python: Dialect = {
  grammar: 'python',
  family: 'indented',
  calls: ['call'],
  functions: ['function_definition', 'lambda'],
  loops: ['for_statement', 'while_statement'],
  chain: ['attribute', 'call', 'parenthesized_expression'],
  awaits: 'await',
  tries: 'try_statement',
  catches: 'except_clause',
  blocks: ['block', 'module'],
  ifs: 'if_statement',
  throws: 'raise_statement',
  number: ['integer'],
  strings: ['string'],
  members: ['attribute'],
  rethrow: () => 'raise',
  log: (variable: string) => `print(${variable})`,
  catchAll: (variable: string, body: string) => `except Exception as ${variable}: ${body === '' ? 'pass' : body}`,
};

export const go: Dialect = {
  grammar: 'go',
  family: 'results',
  calls: ['call_expression'],
  functions: ['function_declaration', 'method_declaration', 'func_literal'],
  loops: ['for_statement'],
  chain: ['selector_expression', 'call_expression', 'parenthesized_expression'],
  awaits: '',
  tries: '',
  catches: '',
  blocks: ['block'],
  ifs: 'if_statement',
  throws: 'return_statement',
  number: ['int_literal'],
  strings: ['interpreted_string_literal'],
  members: ['selector_expression'],
  rethrow: (variable: string) => `return ${variable}`,
  log: (variable: string) => `log.Print(${variable})`,
  catchAll: () => '',
};

/** Dialects by file extension. JavaScript is read by the grammar with JSX, which takes both. */
export const dialects: ReadonlyMap<string, Dialect> = new Map([
  ['.ts', typescript],
  ['.mts', typescript],
  ['.cts', typescript],
  ['.tsx', tsx],
  ['.js', tsx],
  ['.jsx', tsx],
  ['.mjs', tsx],
  ['.cjs', tsx],
  ['.cs', csharp],
  ['.java', java],
  ['.py', python],
  ['.go', go],
]);
