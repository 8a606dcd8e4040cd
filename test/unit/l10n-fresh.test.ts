/** The tables of translations hold what the sources say, all of it, and nothing else. */
import assert from 'node:assert/strict';
import {
  bundlePath,
  englishBundle,
  faultsOf,
  languages,
  manifestPath,
  samePath,
  tableText,
} from '../../scripts/lib/l10n-bundles.js';
import { collectKeys, type Keys } from '../../scripts/lib/l10n-keys.js';
import { root, textOf } from '../helpers/repository.js';

const keysOf = (...keys: string[]): Keys => new Map(keys.map((key) => [key, 'src/a.ts:1']));

describe('translations (if they are not fresh: npm run l10n)', () => {
  it(`${englishBundle} holds every text, sorted`, async () => {
    const keys = [...(await collectKeys(root)).keys()];
    const fresh = tableText(Object.fromEntries(keys.map((key) => [key, key])));
    assert.ok(textOf(englishBundle) === fresh, `${englishBundle} is out of date`);
  });

  for (const language of languages) {
    const same: string[] = JSON.parse(textOf(samePath(language)));

    it(`${bundlePath(language)} is complete`, async () => {
      const file = bundlePath(language);
      const faults = faultsOf({ file, table: JSON.parse(textOf(file)), keys: await collectKeys(root), same });
      assert.deepEqual(faults, []);
    });

    it(`${manifestPath(language)} is complete`, () => {
      const file = manifestPath(language);
      const english: Record<string, string> = JSON.parse(textOf('package.nls.json'));
      const keys: Keys = new Map(Object.keys(english).map((key) => [key, 'package.nls.json']));
      assert.deepEqual(faultsOf({ file, table: JSON.parse(textOf(file)), keys, english, same }), []);
    });

    it(`${samePath(language)} lists only texts that are the same`, () => {
      const tables = [bundlePath(language), manifestPath(language)].map((file) =>
        Object.values(JSON.parse(textOf(file))),
      );
      const texts = new Set(tables.flat());
      assert.deepEqual(
        same.filter((text) => !texts.has(text)),
        [],
      );
    });
  }
});

describe('a fault of a translation', () => {
  const rows: [title: string, key: string, text: string | undefined, fault: RegExp | undefined][] = [
    ['a text that is missing', 'a dog', undefined, /no translation of "a dog" \(src\/a\.ts:1\)/],
    ['a text that is empty', 'a dog', '', /no translation/],
    ['a text that is English', 'a dog', 'a dog', /still English/],
    ['a placeholder that is missing', '{0} of {1}', '{0} von', /other placeholders/],
    ['a placeholder too many', '{0} dogs', '{0} Hunde {1}', /other placeholders/],
    ['a placeholder twice', '{0} dogs', '{0}: {0} Hunde', undefined],
    ['placeholders in another order', '{0} of {1}', '{1}: {0}', undefined],
    ['a status that is missing', 'answers 409', 'antwortet', /409 missing/],
    ['a path that is missing', 'read /users/{id} first', 'zuerst lesen', /\/users\/\{id\} missing/],
    ['a name that was translated', 'the bulkLoad of it', 'das Massenladen davon', /bulkLoad missing/],
    ['code that was translated', 'use `a b` here', 'hier `c d` verwenden', /`a b` missing/],
    ['a verb that was translated', 'POST it', 'absenden', /POST missing/],
    ['nothing', 'PATCH the dog', 'den Hund mit PATCH ändern', undefined],
  ];
  for (const [title, key, text, fault] of rows)
    it(`is ${title}`, () => {
      const table: Record<string, string> = text === undefined ? {} : { [key]: text };
      const faults = faultsOf({ file: 'f.json', table, keys: keysOf(key), same: [] });
      if (fault) assert.match(faults.join('\n'), fault);
      else assert.deepEqual(faults, []);
    });

  it('is a text that nothing uses', () => {
    const [fault] = faultsOf({ file: 'f.json', table: { cat: 'Katze' }, keys: keysOf(), same: [] });
    assert.match(fault ?? '', /"cat" is not used any more/);
  });

  it('is none where a text is listed as the same', () => {
    const table = { 'Microsoft Graph': 'Microsoft Graph' };
    assert.deepEqual(faultsOf({ file: 'f', table, keys: keysOf('Microsoft Graph'), same: ['Microsoft Graph'] }), []);
  });
});
