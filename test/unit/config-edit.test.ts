/** Teaching through `.guard409.jsonc`: what is added, and that nothing else in the file changes. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { compileGlobs, globOf } from '../../src/analysis/globs.js';
import { CONFIG_FILE, parseConfig } from '../../src/config/config.js';
import { type Lesson, teach } from '../../src/config/edit.js';

const rules = ['graph/group-exists'];
const handler: Lesson = { key: 'handlers', value: 'safely' };
const excluded: Lesson = { key: 'excludedClients', value: { name: 'http' } };
const excludedHere: Lesson = { key: 'excludedClients', value: { name: 'http', files: ['src/a.ts'] } };
const confirmed: Lesson = { key: 'confirmedClients', value: { name: 'mailer' } };
const client: Lesson = {
  key: 'httpClients',
  value: { name: 'directory', baseUrl: 'https://graph.microsoft.com/v1.0' },
};

function taught(text: string | undefined, lesson: Lesson): string {
  const result = teach(text, lesson, { rules });
  assert.ok(result.ok, JSON.stringify(result));
  return result.text;
}

function refused(text: string, lesson: Lesson): string {
  const result = teach(text, lesson, { rules });
  assert.ok(!result.ok);
  return result.message;
}

describe('teaching through the configuration file', () => {
  it('begins the file with a word of help where there is none', () => {
    const text = taught(undefined, handler);
    assert.match(text, /^\/\/ .*409 Guard.*\n\/\/ .+\n\{\n {2}"handlers": \["safely"\]\n\}\n$/);
    assert.ok(parseConfig(text, { root: '', rules }).ok);
  });

  const rows: [title: string, before: string, lesson: Lesson, after: string][] = [
    ['into an empty file', '', handler, '{\n  "handlers": ["safely"]\n}\n'],
    ['behind a comment alone', '// later\r\n', handler, '// later\r\n{\r\n  "handlers": ["safely"]\r\n}\r\n'],
    [
      'into an empty object',
      '{}',
      client,
      `{\n  "httpClients": [\n    { "name": "directory", "baseUrl": "https://graph.microsoft.com/v1.0" }\n  ]\n}`,
    ],
    [
      'into an object of comments',
      '{\n\t// none\n}',
      excluded,
      '{\n\t// none\n\t"excludedClients": [\n\t\t{ "name": "http" }\n\t]\n}',
    ],
    [
      'as the last key, behind the remark on the one before',
      '{\n    "exclude": ["a"] // old code\n}\n',
      confirmed,
      '{\n    "exclude": ["a"], // old code\n    "confirmedClients": [\n        { "name": "mailer" }\n    ]\n}\n',
    ],
    [
      'to a list, behind the remark on its last item, with its trailing comma',
      '{ "handlers": [\r\n    "a", // first\r\n    "b", // second\r\n  ] }',
      handler,
      '{ "handlers": [\r\n    "a", // first\r\n    "b", // second\r\n    "safely",\r\n  ] }',
    ],
    ['to a list on one line', '{ "handlers": ["a" /* why */] }', handler, '{ "handlers": ["a", /* why */ "safely"] }'],
    ['to an empty list', '{ "handlers": [] }', handler, '{ "handlers": ["safely"] }'],
    ['behind a byte order mark', '\uFEFF{}', handler, '\uFEFF{\n  "handlers": ["safely"]\n}'],
    [
      'to the files of a client',
      '{ "excludedClients": [{ "name": "http", "files": ["b.ts"] /* more? */ }] }',
      excludedHere,
      '{ "excludedClients": [{ "name": "http", "files": ["b.ts", "src/a.ts"] /* more? */ }] }',
    ],
    [
      'for all files beside what holds for some',
      '{ "excludedClients": [{ "name": "http", "files": ["b.ts"] }] }',
      excluded,
      '{ "excludedClients": [{ "name": "http", "files": ["b.ts"] }, { "name": "http" }] }',
    ],
  ];
  for (const [title, before, lesson, after] of rows)
    it(`adds ${title}`, () => {
      assert.equal(taught(before, lesson), after);
      const again = teach(after, lesson, { rules });
      assert.deepEqual(again, { ok: true, text: after, changed: false });
    });

  it('says nothing about one file that is said of all', () => {
    const text = '{ "excludedClients": [{ "name": "http" }] }';
    assert.deepEqual(teach(text, excludedHere, { rules }), { ok: true, text, changed: false });
  });

  const broken: [string, string, Lesson, RegExp][] = [
    ['half a file', '{ "handlers": [', handler, /line 1 .*closing bracket/],
    [
      'an unknown rule, with which the file does not count',
      '{\n "severities": { "x/y": "error" } }',
      handler,
      /line 2 .*x\/y/,
    ],
    ['a list of another kind', '{ "handlers": "a" }', handler, /line 1 .*expected a list/],
    [
      'a client with another address',
      '{ "httpClients": [{ "name": "directory", "baseUrl": "https://a.b/" }] }',
      client,
      /https:\/\/a\.b\//,
    ],
  ];
  for (const [title, text, lesson, message] of broken)
    it(`refuses ${title}`, () => assert.match(refused(text, lesson), message));

  it('leaves all else in any file as it was', () => {
    const name = fc.constantFrom('a', 'http', 'safely', 'x y', '"', '// no comment', 'mailer', 'ä🎉');
    const glob = fc.constantFrom('src/**', 'src/a.ts', '*.cs');
    const named = fc.record({ name, files: fc.array(glob, { maxLength: 2 }) }, { requiredKeys: ['name'] });
    const config = fc.record(
      {
        testsAsInformation: fc.boolean(),
        exclude: fc.array(glob, { maxLength: 3 }),
        handlers: fc.array(name, { maxLength: 3 }),
        excludedClients: fc.array(named, { maxLength: 3 }),
        httpClients: fc.array(fc.record({ name, baseUrl: fc.constant('https://graph.microsoft.com/v1.0') }), {
          maxLength: 2,
        }),
      },
      { requiredKeys: [] },
    );
    const lesson: fc.Arbitrary<Lesson> = fc.oneof(
      fc.record({ key: fc.constant('handlers' as const), value: name }),
      fc.record({ key: fc.constantFrom('excludedClients' as const, 'confirmedClients' as const), value: named }),
      fc.record({
        key: fc.constant('httpClients' as const),
        value: fc.record({ name, baseUrl: fc.constant('https://graph.microsoft.com/v1.0') }),
      }),
    );
    // Space and comments between any two tokens of the file.
    const gap = fc.constantFrom('', '', ' ', '\n', '\r\n\t', ' // remark\n', ' /* why */ ', '\n  /* a\n b */');
    fc.assert(
      fc.property(
        config,
        lesson,
        fc.array(gap, { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        (value, what, gaps, trailing) => {
          const tokens = JSON.stringify(value).match(/"(?:\\.|[^"\\])*"|[{}[\],:]|\w+/g) ?? [];
          const before = tokens
            .map((token, i) => {
              const comma = trailing && /[\]}]/.test(token) && !/[[{,]/.test(tokens[i - 1] ?? ',') ? ',' : '';
              return `${comma}${gaps[i % gaps.length]}${token}`;
            })
            .join('');
          const result = teach(before, what, { rules });
          assert.ok(result.ok, before);
          const { text: after } = result;
          assert.ok(parseConfig(after, { root: '', rules }).ok, after);
          // Whatever was written is there in its order, but for space.
          let from = 0;
          for (const sign of before.replace(/\s/g, '')) {
            from = after.indexOf(sign, from) + 1;
            assert.ok(from > 0, `${sign} is lost in ${after}`);
          }
          // Nothing else was added to the data, and the lesson is there.
          const { [what.key]: list, ...rest }: Record<string, unknown> = parse(after, [], { allowTrailingComma: true });
          const { [what.key]: had = [], ...others }: Record<string, unknown> = JSON.parse(JSON.stringify(value));
          assert.deepEqual(rest, others);
          assert.ok(Array.isArray(list) && Array.isArray(had));
          assert.ok(list.length - had.length <= 1);
          assert.deepEqual(teach(after, what, { rules }), { ok: true, text: after, changed: false });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the glob of one file', () => {
  it('matches that file alone, whatever it is called', () => {
    const part = fc.stringMatching(/^[\w()[\]{}!+@|*?,. -]+$/).filter((name) => !/^\.+$/.test(name));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const path = parts.join('/');
        const glob = globOf(path);
        assert.ok(compileGlobs([glob])(path), `${glob} matches ${path}`);
        assert.ok(!compileGlobs([glob])(`other/${path}`));
        assert.ok(
          parseConfig(JSON.stringify({ exclude: [glob] }), { root: '', rules }).ok,
          `${CONFIG_FILE} takes ${glob}`,
        );
      }),
      { numRuns: 500 },
    );
  });
});
