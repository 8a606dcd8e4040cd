/**
 * The one description of `.guard409.jsonc`: the validator reads it, and the JSON schema for completion is generated
 * from it. A key is added here and in `config.ts`, which gives it its place in the program.
 */

/** What a value may be. */
export type Shape =
  | { kind: 'string'; format?: 'glob' | 'url' | 'name' }
  | { kind: 'boolean' }
  | { kind: 'severity' }
  | { kind: 'list'; of: Shape }
  /** Keys are rule ids, `service/*` or `*`. */
  | { kind: 'byRule'; of: Shape }
  | { kind: 'object'; keys: readonly Key[] };

export interface Key {
  name: string;
  description: string;
  shape: Shape;
  required?: true;
  /** Shown as the default in the schema. */
  default?: boolean | readonly string[];
}

/** Severities as they are written in the file. */
export const SEVERITY_WORDS = ['error', 'warning', 'information', 'hint', 'none'] as const;

const globs: Shape = { kind: 'list', of: { kind: 'string', format: 'glob' } };
const bySeverity: Shape = { kind: 'byRule', of: { kind: 'severity' } };

const namedClients: Shape = {
  kind: 'list',
  of: {
    kind: 'object',
    keys: [
      {
        name: 'name',
        description:
          'Name of the variable, field, function, import or module that the calls go through, or of its declared type.',
        shape: { kind: 'string', format: 'name' },
        required: true,
      },
      {
        name: 'files',
        description: 'Only in files that match one of these globs. Without it, in all files.',
        shape: globs,
      },
    ],
  },
};

const KEYS: readonly Key[] = [
  { name: '$schema', description: 'Where the schema of this file is, for editors.', shape: { kind: 'string' } },
  {
    name: 'severities',
    description:
      'How loud each rule is: a rule id, all rules of a service such as "cosmos/*", or "*". "none" turns it off.',
    shape: bySeverity,
  },
  {
    name: 'overrides',
    description: 'Other severities for some of the files. Later ones win.',
    shape: {
      kind: 'list',
      of: {
        kind: 'object',
        keys: [
          { name: 'files', description: 'Globs, relative to the folder of this file.', shape: globs, required: true },
          { name: 'severity', description: 'Severity of every mark in these files.', shape: { kind: 'severity' } },
          { name: 'severities', description: 'Severities by rule in these files.', shape: bySeverity },
        ],
      },
    },
  },
  {
    name: 'testsAsInformation',
    description: 'Show marks in tests, samples and generated files as information.',
    shape: { kind: 'boolean' },
    default: true,
  },
  {
    name: 'include',
    description: 'Only files that match one of these globs are analysed. Without it, all files are.',
    shape: globs,
  },
  { name: 'exclude', description: 'Files and folders that are not analysed.', shape: globs },
  {
    name: 'httpClients',
    description: 'HTTP clients of this project whose calls use relative URLs.',
    shape: {
      kind: 'list',
      of: {
        kind: 'object',
        keys: [
          {
            name: 'name',
            description: 'Name of the variable, field or module export.',
            shape: { kind: 'string', format: 'name' },
            required: true,
          },
          {
            name: 'baseUrl',
            description: 'Address that relative URLs belong to, such as "https://graph.microsoft.com/v1.0".',
            shape: { kind: 'string', format: 'url' },
            required: true,
          },
        ],
      },
    },
  },
  {
    name: 'confirmedClients',
    description: 'Clients that surely talk to Microsoft Graph or Azure Cosmos DB: their likely marks become certain.',
    shape: namedClients,
  },
  {
    name: 'excludedClients',
    description: 'Clients that only look like those of Microsoft Graph or Azure Cosmos DB: their calls are not marked.',
    shape: namedClients,
  },
  {
    name: 'handlers',
    description: 'Names of functions or methods of this project that tell conflicts apart for the calls given to them.',
    shape: { kind: 'list', of: { kind: 'string', format: 'name' } },
  },
];

/** The whole file. */
export const CONFIG_SHAPE: Extract<Shape, { kind: 'object' }> = { kind: 'object', keys: KEYS };
