/** C# programs with the fault, mended and run against a service that conflicts. Without the fix they fail. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compile } from '../proof/csharp/compile.js';
import { type Program, programs, textOf } from '../proof/csharp/programs.js';
import { apply } from '../proof/lib/fixing.js';

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

const scenarios = readFileSync(new URL('../proof/csharp/Scenarios.cs', import.meta.url), 'utf8');
/** The clock of the test: what a helper waits for passes at once. */
const timed = (text: string): string =>
  text.replace(/\bTask\.Delay\(/g, 'Proof.Clock.Delay(').replace(/\bDateTime\.UtcNow\b/g, 'Proof.Clock.UtcNow');

const labelOf = ({ name, fix }: Program): string => `${name}: ${fix}`;

async function outcomes(texts: string[]): Promise<Map<string, Map<string, Row>>> {
  const calls = programs.map(
    (program, index) =>
      `Proof.Scenarios.Run("${labelOf(program)}", ${program.does === 'wait'}, () => new P${index}.Program().Act());`,
  );
  const main = `public static class Start\n{\n    public static void Main()\n    {\n        ${calls.join('\n        ')}\n    }\n}\n`;
  const files = new Map([
    ['Scenarios.cs', scenarios],
    ['Start.cs', main],
    ...texts.map((text, i) => [`P${i}.cs`, text] as const),
  ]);
  const { errors, output } = await compile(files, true);
  assert.deepEqual(errors, []);
  const out = new Map<string, Map<string, Row>>();
  for (const line of output) {
    const [name = '', situation = '', outcome = '', ...numbers] = line.split('|');
    const [stored = 0, creates = 0, reads = 0, patches = 0, inFlight = 0, longest = 0, waits = 0] = numbers.map(Number);
    const row = { outcome, stored, creates, reads, patches, inFlight, longest, waits };
    out.set(name, (out.get(name) ?? new Map()).set(situation, row));
  }
  return out;
}

describe('the fixes for C#, run', function () {
  this.timeout(120_000);
  let faulty = new Map<string, Map<string, Row>>();
  let mended = new Map<string, Map<string, Row>>();

  before(async () => {
    faulty = await outcomes(programs.map((program, index) => textOf(program, `P${index}`)));
    const fixed: string[] = [];
    for (const [index, program] of programs.entries()) {
      const applied = await apply('Program.cs', textOf(program, `P${index}`), program.fix);
      assert.ok(applied.cured, applied.text);
      fixed.push(timed(applied.text));
    }
    mended = await outcomes(fixed);
  });

  for (const program of programs) {
    const at = (rows: Map<string, Map<string, Row>>, situation: string): Row => {
      const row = rows.get(labelOf(program))?.get(situation);
      assert.ok(row, situation);
      return row;
    };
    const { raw, does } = program;

    it(`${labelOf(program)}: without it a duplicate and a race fail`, () => {
      assert.equal(at(faulty, 'duplicate').outcome, raw);
      const race = at(faulty, 'race of 8');
      assert.equal(race.outcome, raw === 'done' ? '8 done' : `1 done, 7 ${raw}`);
    });

    it(`${labelOf(program)}: first call, duplicate, twin that cannot be read, race of 8`, () => {
      assert.deepEqual(
        [at(mended, 'first').outcome, at(mended, 'first').creates, at(mended, 'first').reads],
        ['done', 1, 0],
      );
      const duplicate = at(mended, 'duplicate');
      const soon = at(mended, 'twin not readable yet');
      const never = at(mended, 'twin never readable');
      const race = at(mended, 'race of 8');
      for (const row of [duplicate, soon, never, race]) assert.equal(row.stored, 1);
      if (!program.name.includes('context')) assert.ok(race.inFlight >= 2, `${race.inFlight} in flight`);
      assert.equal(race.creates, does === 'wait' ? race.creates : 8);
      const reported =
        raw === 'done' ? 'InvalidOperationException' : `InvalidOperationException of ${raw.split(' ')[0]}`;
      if (does === 'get') {
        assert.equal(duplicate.outcome, 'the twin');
        assert.equal(race.outcome, '8 done');
        assert.equal(never.outcome, raw);
        assert.ok(never.creates === 1 && never.reads <= 2, `${never.reads} reads`);
      } else if (does === 'go-on') {
        for (const row of [duplicate, soon, never]) assert.equal(row.outcome, 'done');
        assert.equal(race.outcome, '8 done');
      } else if (does === 'report') {
        for (const row of [duplicate, soon, never]) assert.equal(row.outcome, reported);
        assert.equal(race.outcome, `1 done, 7 ${reported}`);
      }
    });

    if (does === 'wait') {
      it(`${labelOf(program)}: conflicts that clear, that never do, and what the service asks for`, () => {
        const transient = at(mended, 'transient');
        assert.deepEqual([transient.outcome, transient.creates, transient.stored], ['done', 3, 1]);
        const never = at(mended, 'never clears');
        assert.deepEqual([never.outcome, never.stored], [raw, 0]);
        assert.ok(never.creates <= 5 && never.waits === never.creates - 1);
        for (const row of [transient, never]) assert.ok(row.longest >= 100 && row.longest <= 8000, String(row.longest));
        for (const situation of ['asked to wait', 'asked to wait until']) {
          const asked = at(mended, situation);
          assert.deepEqual([asked.outcome, asked.creates], ['done', 2]);
          assert.ok(asked.longest >= 7000, `${situation}: waited ${asked.longest} ms`);
        }
        const long = at(mended, 'asked to wait too long');
        assert.deepEqual([long.outcome, long.creates, long.waits], [raw, 1, 0]);
      });
    } else {
      it(`${labelOf(program)}: a conflict is never tried again`, () => {
        assert.equal(at(mended, 'never clears').creates, 1);
      });
    }
  }

  after(() => {
    for (const [name, rows] of mended) {
      console.log(`      ${name}`);
      for (const [situation, row] of rows)
        console.log(
          `        ${situation.padEnd(24)}${row.outcome}; ${row.stored} stored, ${row.creates} creates, ${row.reads} reads`,
        );
    }
  });
});
