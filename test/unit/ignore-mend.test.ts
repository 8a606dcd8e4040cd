/** Exemptions that cannot count: which reasons are refused, where faults are marked, and the edits that mend them. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readGrammar } from '../../scripts/lib/engine.js';
import { Engine } from '../../src/analysis/engine.js';
import type { Problem, ProblemFix } from '../../src/analysis/findings.js';
import { reasonFault, reasonFaultText } from '../../src/analysis/ignore-reason.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';

const engine = new Engine({ grammars: new Grammars(readGrammar), budgetMs: 10_000 });

async function problemsOf(text: string): Promise<Problem[]> {
  return (await engine.analyse('src/a.ts', text, () => undefined)).problems;
}

/** Offset of a 1-based line and column. */
function offsetOf(text: string, line: number, column: number): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
  return (starts[line - 1] ?? Number.NaN) + column - 1;
}

function apply(text: string, fix: ProblemFix): string {
  const start = offsetOf(text, fix.line, fix.column);
  return text.slice(0, start) + fix.newText + text.slice(offsetOf(text, fix.endLine, fix.endColumn));
}

/** What a problem is marked at. */
function marked(text: string, problem: Problem): string {
  const { line = 0, column = 0, endLine = 0, endColumn = 0 } = problem;
  return text.slice(offsetOf(text, line, column), offsetOf(text, endLine, endColumn));
}

const call = `import { Client } from '@microsoft/microsoft-graph-client';
export async function a(client: Client) {
BEFORE  await client.api('/teams').post({});AFTER
}
`;
const around = (before: string, after = ''): string => call.replace('BEFORE', before).replace('AFTER', after);

describe('reasons for leaving a conflict', () => {
  const refused: [string, string][] = [
    ['missing', ''],
    ['missing', '  \t'],
    ['short', 'x'],
    ['short', 'ok'],
    ['short', '...'],
    ['short', '12345'],
    ['short', '👍👍👍'],
    ...['todo', 'TODO', 'FIXME', 'fix me later', 'xxx', 'aaaa', 'reason', '<your reason here>', 'asdf', 'n/a n/a'].map(
      (reason): [string, string] => ['placeholder', reason],
    ),
    ['placeholder', 'TODO: add a reason'],
    ['placeholder', 'false positive'],
  ];
  for (const [fault, reason] of refused)
    it(`refuse ${JSON.stringify(reason)}: ${fault}`, () => {
      assert.equal(reasonFault(reason), fault);
      assert.match(reasonFaultText(reasonFault(reason) ?? 'missing', reason), /\w/);
    });

  for (const reason of [
    'names are unique here',
    'made once by the installer',
    'das Team gibt es noch nicht',
    '幂等',
    'see ADR-7',
    'TODO until the service of billing is gone',
    'идемпотентно',
  ])
    it(`accept ${reason}`, () => assert.equal(reasonFault(reason), undefined));

  it('are judged for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const fault = reasonFault(text);
        if (fault === undefined) assert.match(text, /\p{L}/u);
        // Space around changes nothing.
        assert.equal(reasonFault(` ${text} `), fault);
      }),
    );
  });
});

describe('comments that cannot count', () => {
  const rows: [title: string, text: string, mark: string, mended: string][] = [
    [
      'alone on its line',
      around('', '\n  // guard409-ignore graph/group-exists: the name is new\n  return 1;'),
      'graph/group-exists',
      around('', '\n  return 1;'),
    ],
    [
      'at the end of a line',
      around('  let x = 1; // guard409-ignore graph/team-exists: the name is new\n  x++;\n'),
      'graph/team-exists',
      around('  let x = 1;\n  x++;\n'),
    ],
    [
      'before code',
      around('  /* guard409-ignore graph/group-exists: the name is new */ let x = 1;\n  x++;\n'),
      'graph/group-exists',
      around('  let x = 1;\n  x++;\n'),
    ],
    [
      'over lines',
      around('', '\n  /*\n   * guard409-ignore graph/group-exists:\n   * the name is new\n   */\n  return 1;'),
      'graph/group-exists',
      around('', '\n  return 1;'),
    ],
    [
      'with a rule that counts before it',
      around('  // guard409-ignore graph/team-exists, graph/group-exists: the name is new\n'),
      'graph/group-exists',
      around('  // guard409-ignore graph/team-exists: the name is new\n'),
    ],
    [
      'with a rule that counts after it',
      around('  // guard409-ignore graph/group-exists graph/team-exists: the name is new\n'),
      'graph/group-exists',
      around('  // guard409-ignore graph/team-exists: the name is new\n'),
    ],
    [
      'without a rule',
      around('', '\n  // guard409-ignore: the name is new\n  return 1;'),
      'guard409-ignore',
      around('', '\n  return 1;'),
    ],
  ];
  for (const eol of ['\n', '\r\n'])
    for (const [title, text, mark, mended] of rows)
      it(`are removed: ${title} (${JSON.stringify(eol)})`, async () => {
        const written = text.replaceAll('\n', eol);
        const [problem, ...more] = await problemsOf(written);
        assert.ok(problem);
        assert.deepEqual(more, []);
        assert.equal(marked(written, problem), mark);
        const fix = problem.fixes?.at(-1);
        assert.ok(fix);
        assert.equal(apply(written, fix), mended.replaceAll('\n', eol));
        assert.deepEqual(await problemsOf(apply(written, fix)), []);
      });

  for (const [before, after] of [
    ['// guard409-ignore graph/team-exists', '// guard409-ignore graph/team-exists: it is new'],
    ['// guard409-ignore graph/team-exists:', '// guard409-ignore graph/team-exists: it is new'],
    ['/* guard409-ignore graph/team-exists : */', '/* guard409-ignore graph/team-exists: it is new */'],
    ['/* guard409-ignore graph/team-exists */', '/* guard409-ignore graph/team-exists: it is new */'],
    ['// guard409-ignore graph/team-exists:  todo', '// guard409-ignore graph/team-exists:  it is new'],
    ['/* guard409-ignore graph/team-exists: n/a */', '/* guard409-ignore graph/team-exists: it is new */'],
  ] as const)
    it(`get the reason that is typed: ${before}`, async () => {
      const text = around(`  ${before}\n`);
      const [problem, ...more] = await problemsOf(text);
      assert.deepEqual(more, []);
      const [fix] = problem?.fixes ?? [];
      assert.equal(fix?.asks, 'reason');
      const mended = apply(text, { ...fix, newText: `${fix.newText}it is new` });
      assert.equal(mended, around(`  ${after}\n`));
      assert.deepEqual(await problemsOf(mended), []);
    });

  it('get the rule that was meant', async () => {
    const text = around('  // guard409-ignore graph/team-exist: the name is new\n');
    const [problem] = await problemsOf(text);
    const [fix] = problem?.fixes ?? [];
    assert.ok(fix);
    assert.match(fix.title, /graph\/team-exists/);
    assert.deepEqual(await problemsOf(apply(text, fix)), []);
  });

  it('are marked at a reason that says nothing', async () => {
    const text = around('  // guard409-ignore graph/team-exists:  todo later  \n');
    const [problem, ...more] = await problemsOf(text);
    assert.ok(problem);
    assert.deepEqual(more, []);
    assert.equal(marked(text, problem), 'todo later');
  });
});
