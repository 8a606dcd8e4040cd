import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { scenarios } from '../../src/catalog/index.js';
import { parseConfig } from '../../src/config/config.js';
import { configSchema, configSchemaText } from '../../src/config/json-schema.js';
import { CONFIG_SHAPE } from '../../src/config/shape.js';

const RULES = ['graph/group-duplicate', 'graph/subscription-duplicate', 'cosmos/item-duplicate'];
const read = (text: string) => parseConfig(text, { root: '/repo', rules: RULES });

/** The errors as `line:column message`. */
function errors(text: string): string[] {
  const result = read(text);
  return result.ok ? [] : result.errors.map((e) => `${e.line}:${e.column} ${e.message}`);
}

const FULL = `{
  // how loud
  "$schema": "./guard409.schema.json",
  "severities": { "graph/group-duplicate": "error", "cosmos/*": "hint", "*": "warning" },
  "overrides": [{ "files": ["legacy/**"], "severity": "none", "severities": { "cosmos/*": "error" } }],
  "testsAsInformation": false,
  "include": ["src/**"],
  "exclude": ["src/old/"],
  "httpClients": [{ "name": "graphHttp", "baseUrl": "https://graph.microsoft.com/v1.0" }],
  "confirmedClients": [{ "name": "mailer" }],
  "excludedClients": [{ "name": "HouseApi", "files": ["src/house/**"] }],
  "handlers": ["withConflictHandling"], /* the last comma is fine */
}`;

describe('configuration', () => {
  it('reads every key', () => {
    const result = read(FULL);
    assert.ok(result.ok);
    assert.deepEqual(result.config, {
      engine: {
        root: '/repo',
        severities: { 'graph/group-duplicate': 'error', 'cosmos/*': 'hint', '*': 'warning' },
        overrides: [{ files: ['legacy/**'], severity: 'none', severities: { 'cosmos/*': 'error' } }],
        testsAsInformation: false,
        httpClients: [{ name: 'graphHttp', baseUrl: 'https://graph.microsoft.com/v1.0' }],
        confirmedClients: [{ name: 'mailer' }],
        excludedClients: [{ name: 'HouseApi', files: ['src/house/**'] }],
        handlers: ['withConflictHandling'],
      },
      include: ['src/**'],
      exclude: ['src/old/'],
    });
  });

  it('takes an empty file, a file of comments and an empty object for the defaults', () => {
    for (const text of ['', '  \n', '// nothing yet\n', '{}', '\uFEFF{}']) {
      const result = read(text);
      assert.ok(result.ok, JSON.stringify(text));
      assert.equal(result.config.engine.testsAsInformation, true);
    }
  });

  const rows: [string, string, string[]][] = [
    ['an unknown key', '{\n  "severitys": {}\n}', ['2:3 unknown key "severitys"; did you mean "severities"?']],
    ['an unknown key without a neighbour', '{ "zzzzzz": 1 }', ['1:3 unknown key "zzzzzz"']],
    [
      'an unknown rule',
      '{ "severities": { "graph/group-duplicat": "error", "nothing/of-the-kind": "error" } }',
      [
        '1:19 unknown rule "graph/group-duplicat"; did you mean "graph/group-duplicate"?',
        '1:52 unknown rule "nothing/of-the-kind"',
      ],
    ],
    [
      'a severity that does not exist',
      '{ "severities": { "*": "fatal" } }',
      ['1:24 "fatal" is not one of "error", "warning", "information", "hint", "none"'],
    ],
    ['a wrong type', '{ "testsAsInformation": "yes" }', ['1:25 expected true or false, found a text']],
    ['a text for a list', '{ "exclude": "dist" }', ['1:14 expected a list, found a text']],
    ['a number in a list', '{ "exclude": ["a", 3] }', ['1:20 expected a text, found a number']],
    ['a list for an object', '[]', ['1:1 expected an object, found a list']],
    ['null', '{ "severities": null }', ['1:17 expected an object, found null']],
    ['a missing key', '{ "httpClients": [{ "name": "x" }] }', ['1:19 "baseUrl" is missing here']],
    [
      'a relative address',
      '{ "httpClients": [{ "name": "x", "baseUrl": "/v1.0" }] }',
      ['1:45 expected an address that begins with https:// or http://'],
    ],
    ['an empty name', '{ "handlers": [" "] }', ['1:16 this text must not be empty']],
    [
      'a glob outside the folder',
      '{ "exclude": ["../other/**", "C:\\\\x"] }',
      [
        '1:15 a glob names files below this folder, with forward slashes',
        '1:30 a glob names files below this folder, with forward slashes',
      ],
    ],
    ['a key that stands twice', '{ "handlers": [], "handlers": [] }', ['1:19 "handlers" stands here twice']],
    ['half a file', '{\r\n  "handlers": [\r\n', ['3:1 expected a closing bracket']],
    ['words without quotes', '{ handlers: [] }', ['1:3 this word is not valid here; texts need double quotes']],
    ['a comma that is missing', '{ "handlers": []\n "exclude": [] }', ['2:2 expected a comma']],
  ];
  for (const [title, text, expected] of rows) {
    it(`places the error of ${title}`, () => {
      const found = errors(text);
      assert.equal(found[0], expected[0]);
      for (const line of expected) assert.ok(found.includes(line), `${line} is not in ${found.join(' | ')}`);
    });
  }

  it('says so when brackets are nested without end', () => {
    assert.deepEqual(errors('['.repeat(200_000)), ['1:1 lists and objects are nested too deeply']);
  });

  it('never throws, and every error lies in the text', () => {
    const noise = fc.stringMatching(/^[{}[\]",:a-z0-9/*\\\n -]*$/);
    fc.assert(
      fc.property(fc.oneof(noise, fc.json(), fc.string()), (text) => {
        const result = read(text);
        if (result.ok) return;
        const lines = text.split('\n').length;
        assert.ok(result.errors.length > 0);
        for (const e of result.errors)
          assert.ok(e.line >= 1 && e.line <= lines && e.column >= 1 && e.endColumn > e.column);
      }),
    );
  });
});

describe('configuration schema', () => {
  const validate = new Ajv({ strict: false }).compile(configSchema(RULES));

  it('accepts what the reader accepts and refuses what it refuses', () => {
    const texts = [
      FULL,
      '{}',
      '{ "severitys": {} }',
      '{ "severities": { "*": "fatal" } }',
      '{ "severities": { "graph/nothing": "error" } }',
      '{ "testsAsInformation": 1 }',
      '{ "overrides": [{ "severity": "none" }] }',
      '{ "httpClients": [{ "name": "x", "baseUrl": "/v1.0" }] }',
      '{ "handlers": [""] }',
    ];
    for (const text of texts) {
      assert.equal(validate(parse(text, [], { allowTrailingComma: true })), read(text).ok, text);
    }
  });

  it('is committed as it is generated', () => {
    const file = new URL('../../schema/guard409.schema.json', import.meta.url);
    const fresh = configSchemaText(scenarios.map((scenario) => scenario.id));
    assert.equal(readFileSync(file, 'utf8'), fresh, 'run npm run generate:schema');
  });

  it('describes every key', () => {
    for (const key of CONFIG_SHAPE.keys) assert.ok(key.description.endsWith('.'), key.name);
  });

  it('is parsed into a place of the program, key by key', () => {
    const source = readFileSync(new URL('../../src/config/config.ts', import.meta.url), 'utf8');
    for (const key of CONFIG_SHAPE.keys) {
      if (key.name !== '$schema') assert.ok(source.includes(`written.${key.name}`), key.name);
    }
  });
});
