/** The JSON schema of `.guard409.jsonc`, made from its description. Committed as schema/guard409.schema.json. */
import { CONFIG_SHAPE, type Key, SEVERITY_WORDS, type Shape } from './shape.js';

/** A JSON schema as plain data. */
export type JsonSchema = { [key: string]: JsonValue };
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Builds the schema; `rules` are the rule ids offered for completion, in the order given. */
export function configSchema(rules: readonly string[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of 409 Guard',
    description: 'Severities, files, HTTP clients and handlers of a project.',
    allowComments: true,
    allowTrailingCommas: true,
    ...schemaOf(CONFIG_SHAPE, rules),
  };
}

/** The schema as it is committed. */
export function configSchemaText(rules: readonly string[]): string {
  return `${JSON.stringify(configSchema(rules), undefined, 2)}\n`;
}

function schemaOf(shape: Shape, rules: readonly string[]): JsonSchema {
  switch (shape.kind) {
    case 'string':
      return shape.format === 'url' ? { type: 'string', pattern: '^https?://' } : { type: 'string', minLength: 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'severity':
      return { enum: [...SEVERITY_WORDS] };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, rules) };
    case 'byRule': {
      const services = [...new Set(rules.map((id) => `${id.slice(0, id.indexOf('/'))}/*`))].sort();
      return {
        type: 'object',
        propertyNames: { enum: ['*', ...services, ...rules] },
        additionalProperties: schemaOf(shape.of, rules),
      };
    }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(shape.keys.map((key) => [key.name, keySchema(key, rules)])),
        ...(shape.keys.some((key) => key.required)
          ? { required: shape.keys.filter((key) => key.required).map((key) => key.name) }
          : {}),
        additionalProperties: false,
      };
  }
}

function keySchema(key: Key, rules: readonly string[]): JsonSchema {
  const schema: JsonSchema = { description: key.description, ...schemaOf(key.shape, rules) };
  if (typeof key.default === 'boolean') schema['default'] = key.default;
  else if (key.default !== undefined) schema['default'] = [...key.default];
  return schema;
}
