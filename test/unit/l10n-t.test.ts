import assert from 'node:assert/strict';
import { english, setTranslate, t, translator } from '../../src/l10n/t.js';

describe('t', () => {
  afterEach(() => setTranslate(english));

  it('fills placeholders in any order and more than once', () => {
    assert.equal(english('{1} of {0}, {1}', 3, 'two'), 'two of 3, two');
  });

  it('leaves braces alone that are no placeholder or have no argument', () => {
    assert.equal(english('/users/{id} {0} {4}', 'x'), '/users/{id} x {4}');
  });

  it('does not fill a placeholder that comes from an argument', () => {
    assert.equal(english('{0} {1}', '{1}', 'b'), '{1} b');
  });

  it('uses the installed table and falls back to English', () => {
    setTranslate(translator({ 'hello {0}': 'hallo {0}' }));
    assert.equal(t('hello {0}', 'you'), 'hallo you');
    assert.equal(t('toString'), 'toString');
    assert.equal(t('bye {0}', 1), 'bye 1');
  });
});
