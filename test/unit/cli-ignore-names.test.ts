import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import ignore from 'ignore';
import { mayMatchFile } from '../../src/walk/ignore-names.js';

describe('the first question of ignore rules', () => {
  const part = fc.stringMatching(/^[ab*?.[\]!#]{1,4}$/);
  const rule = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const names = fc.stringMatching(/^[ab][ab.]{0,3}[ab]$/);

  it('never says no where a rule matches', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), names, names, (rules, folder, name) => {
        const text = rules.join('\n');
        const full = ignore({ ignorecase: false }).add(text);
        // What a rule says of the folder was asked before.
        fc.pre(!full.test(`${folder}/`).ignored);
        const { ignored, unignored } = full.test(`${folder}/${name}`);
        if (!mayMatchFile(text)(name, folder)) assert.deepEqual([ignored, unignored], [false, false]);
      }),
      { numRuns: 3000 },
    );
  });

  it('says no for source files under the rules of a usual .NET project', () => {
    const may = mayMatchFile(
      '*.suo\n*.user\n[Bb]in/\n*.VisualState.xml\nTestResult.xml\n~$*\n*_i.c\n**/packages/*\n!*.[Cc]ache/\n',
    );
    assert.deepEqual(
      [
        may('Program.cs', 'src'),
        may('a.suo', 'src'),
        may('testresult.xml', 'src'),
        may('~$a.cs', 'src'),
        may('x.cs', 'Packages'),
      ],
      [false, true, true, true, true],
    );
  });
});
