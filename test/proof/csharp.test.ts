/**
 * C# programs with the fault, mended and run: compiled by Mono against the signatures of the SDKs, with a service in memory
 * behind them that conflicts. Without the fix they fail.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compile } from './csharp/compile.js';
import { standsInCSharp } from './csharp/doubts.js';
import { type Program, programs, textOf } from './csharp/programs.js';
import { apply } from './lib/fixing.js';
import { ProofTable } from './table.js';

/** What became of a program in a situation. */
interface Row {
  outcome: string;
  /** Things the service holds afterwards. */
  stored: number;
  creates: number;
  reads: number;
  patches: number;
  inFlight: number;
  /** The longest wait in milliseconds, and how many there were. */
  longest: number;
  waits: number;
}
type Outcomes = Map<string, Map<string, Row>>;

const scenarios = readFileSync(new URL('./csharp/Scenarios.cs', import.meta.url), 'utf8');
/** The clock of the test: what a helper waits for passes at once. */
const timed = (text: string): string =>
  text.replace(/\bTask\.Delay\(/g, 'Proof.Clock.Delay(').replace(/\bDateTime\.UtcNow\b/g, 'Proof.Clock.UtcNow');

const labelOf = ({ name, fix }: Program): string => `${name}: ${fix}`;

/** Compiles all programs together and runs each in all situations. */
async function outcomes(texts: string[]): Promise<Outcomes> {
  const calls = programs.map((program, index) => {
    const waits = program.does === 'wait';
    return `Proof.Scenarios.Run("${labelOf(program)}", ${waits}, () => new P${index}.Program().Act());`;
  });
  const main = `public static class Start\n{\n    public static void Main()\n    {\n        ${calls.join('\n        ')}\n    }\n}\n`;
  const own = texts.map((text, i): [string, string] => [`P${i}.cs`, text]);
  const { errors, output } = await compile(new Map([['Scenarios.cs', scenarios], ['Start.cs', main], ...own]), {
    program: true,
  });
  assert.deepEqual(errors, []);
  const out: Outcomes = new Map();
  for (const line of output) {
    const [name = '', situation = '', outcome = '', ...numbers] = line.split('|');
    const [stored = 0, creates = 0, reads = 0, patches = 0, inFlight = 0, longest = 0, waits = 0] = numbers.map(Number);
    const row = { outcome, stored, creates, reads, patches, inFlight, longest, waits };
    out.set(name, (out.get(name) ?? new Map<string, Row>()).set(situation, row));
  }
  return out;
}

/** What a mended program does when the thing is there, by what its helper is for. */
const DUPLICATE: Readonly<Record<Program['does'], (row: Row, program: Program) => void>> = {
  get: ({ outcome, creates }) => assert.deepEqual([outcome, creates], ['the twin', 1]),
  look: ({ outcome, creates }) => assert.deepEqual([outcome, creates], ['the twin', 0]),
  'go-on': ({ outcome, creates }) => assert.deepEqual([outcome, creates], ['done', 1]),
  refuse: ({ outcome, patches }, { raw }) => assert.deepEqual([outcome, patches], [raw, 0]),
  wait: ({ outcome, creates }, { raw }) => assert.deepEqual([outcome, creates], [raw, 5]),
  report: ({ outcome, creates }, program) => assert.deepEqual([outcome, creates], [reported(program), 1]),
};

const reported = ({ raw }: Program): string =>
  raw === 'done' ? 'InvalidOperationException' : `InvalidOperationException of ${raw.split(' ')[0]}`;

describe('the fixes for C#, run against a service in memory', function () {
  this.timeout(120_000);
  const table = new ProofTable();
  let faulty: Outcomes = new Map();
  let mended: Outcomes = new Map();
  const rules = new Map<Program, string>();

  before(async () => {
    faulty = await outcomes(programs.map((program, index) => textOf(program, `P${index}`)));
    const fixed: string[] = [];
    for (const [index, program] of programs.entries()) {
      const text = textOf(program, `P${index}`);
      const applied = await apply('Program.cs', text, program.fix);
      await standsInCSharp('Program.cs', text, applied);
      rules.set(program, applied.site.rule);
      fixed.push(timed(applied.text));
    }
    mended = await outcomes(fixed);
  });
  after(() => console.log(table.text('compiled by Mono and run against a service in memory')));

  for (const program of programs) {
    const { raw, does, others = 0 } = program;
    const at = (rows: Outcomes, situation: string): Row => {
      const row = rows.get(labelOf(program))?.get(situation);
      assert.ok(row, situation);
      return row;
    };
    const proves = (run: string, check: () => void): void => {
      it(run, () => {
        const scenario = rules.get(program) ?? '';
        const cell = { scenario, title: program.name, fix: program.fix, language: 'csharp', run } as const;
        table.begin(cell);
        check();
        table.proven(cell);
      });
    };

    describe(labelOf(program), () => {
      it('fails without the fix: duplicate, race of 8', () => {
        // What is only in the answer is not seen at all.
        const alone = raw === 'done' ? '8 done' : `1 done, 7 ${raw}`;
        assert.equal(at(faulty, 'duplicate').outcome, raw);
        assert.equal(at(faulty, 'race of 8').outcome, alone);
      });

      proves('first call', () => {
        const { outcome, creates, reads, stored } = at(mended, 'first');
        assert.deepEqual([outcome, creates, reads, stored], ['done', 1, does === 'look' ? 1 : 0, 1 + others]);
      });

      proves('duplicate', () => {
        const row = at(mended, 'duplicate');
        DUPLICATE[does](row, program);
        assert.equal(row.stored, 1 + others);
      });

      if (does === 'get' || does === 'look') {
        if (!program.name.startsWith('subscription'))
          proves('twin not readable yet', () => {
            assert.equal(at(mended, 'twin not readable yet').outcome, 'the twin');
          });
        proves('twin never readable', () => {
          const { outcome, creates, reads, stored } = at(mended, 'twin never readable');
          assert.deepEqual([outcome, creates, stored], [raw, 1, 1 + others]);
          assert.ok(reads <= 2, `${reads} reads`);
        });
      }

      if (does !== 'refuse' && does !== 'wait')
        proves('race of 8', () => {
          const { outcome, stored, inFlight, creates } = at(mended, 'race of 8');
          assert.equal(outcome, does === 'report' ? `1 done, 7 ${reported(program)}` : '8 done');
          assert.equal(stored, 1 + others);
          assert.ok(creates <= 8);
          // A context saves without a request of its own here.
          if (!program.name.startsWith('context')) assert.ok(inFlight >= 2, `${inFlight} in flight`);
        });

      if (does !== 'wait')
        proves('a conflict that never clears is not tried again', () => {
          assert.equal(at(mended, 'never clears').creates, 1);
        });
      else {
        proves('a conflict that clears', () => {
          const { outcome, creates, stored, longest } = at(mended, 'transient');
          assert.deepEqual([outcome, creates, stored], ['done', 3, 1]);
          assert.ok(longest >= 100 && longest <= 8000, String(longest));
        });
        proves('one that never clears', () => {
          const { outcome, creates, stored, longest, waits } = at(mended, 'never clears');
          assert.deepEqual([outcome, stored], [raw, 0]);
          assert.ok(creates <= 5 && waits === creates - 1);
          assert.ok(longest >= 100 && longest <= 8000, String(longest));
        });
        for (const situation of ['asked to wait', 'asked to wait until'])
          proves(situation, () => {
            const { outcome, creates, longest } = at(mended, situation);
            assert.deepEqual([outcome, creates], ['done', 2]);
            assert.ok(longest >= 7000, `waited ${longest} ms`);
          });
        proves('asked to wait too long', () => {
          const { outcome, creates, waits } = at(mended, 'asked to wait too long');
          assert.deepEqual([outcome, creates, waits], [raw, 1, 0]);
        });
      }
    });
  }
});
