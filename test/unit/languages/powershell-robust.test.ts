import { fail, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { powershell } from '../../../src/analysis/languages/powershell.js';
import { textOf } from '../../helpers/repository.js';

const SEED = `${textOf('test/fixtures/powershell/graph/new-employee.ps1')}
class Store : Base {
    [string] $Name = "x"
    static [int] $Count
    hidden [object[]] Add([string]$a, $b) { try { return $this.Name } catch [A.B], [C] { throw } finally { } }
    Store() : base($a) { }
}
enum Kind { A; B = 2 }
:outer foreach ($x in 1..3) { switch -Regex ($x) { 'a|b' { break } { $_ -gt 2 } { continue outer } default { } } }
do { $i++ } until ($i -ge 3); while ($true) { break }; for ($i = 0; $i -lt 3; $i++) { }
$a, $b = 1, 2; $t = $x ? 'y' : "z$($q.w[0])"; $n ??= @{ 'k' = if ($y) { 1 } else { 2 }; (1 + 2) = , 3 }
& { param($p) $p } 3 | % Name | ? { $_ -match "a\${b}c" } > $null 2>&1
@"
text $name \`$literal $(Get-Date -Format 'o')
"@ | Out-File x.txt
'{0} {1}' -f $a, $b -replace 'x', 'y'; -not $z -and !$q; [int]$n = 3kb; $env:A::B; az rest --method=post --uri "u" --%
trap [X] { continue } begin { } process { $_ } end { }
`;

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '@"\n',
  '\n"@',
  "@'\n",
  '`',
  '$(',
  '@{',
  '|',
  ';',
  '[',
  ']',
  '<#',
  '#>',
  '#',
  '::',
  '-and ',
  '$',
  '@',
  ',',
  '\u{1F600}',
  '\r\n',
  'catch ',
  'if ',
  '&',
  '..',
  '“',
  '–',
];

const read = (text: string) =>
  powershell.read(text, { grammars: undefined as unknown as Grammars, limitMs: 1000 }).model;

/** Checks that every range lies in the text and inside the range of what holds it. */
function checkRanges(value: unknown, low: number, high: number): void {
  if (Array.isArray(value)) {
    for (const item of value) checkRanges(item, low, high);
  } else if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>;
    let [from, to] = [low, high];
    for (const key of ['range', 'nameRange', 'typeRange']) {
      const found = record[key] as { start: number; end: number } | undefined;
      if (!found) continue;
      const inside = found.start <= found.end && found.start >= low && found.end <= high;
      // The text of a failure is made only where there is one: it costs as much as the whole node.
      if (!inside)
        fail(`${key} ${found.start}-${found.end} outside ${low}-${high}: ${JSON.stringify(value).slice(0, 300)}`);
      if (key === 'range') [from, to] = [found.start, found.end];
    }
    for (const key in record) if (!key.endsWith('ange')) checkRanges(record[key], from, to);
  }
}

/** Checks that nothing in the model stands in two places. */
function checkTree(value: unknown, seen = new Set<object>()): void {
  if (value === null || typeof value !== 'object') return;
  if (seen.has(value)) fail(`shared: ${JSON.stringify(value).slice(0, 200)}`);
  seen.add(value);
  for (const child of Object.values(value)) checkTree(child, seen);
}

function check(text: string): void {
  const model = read(text);
  checkRanges({ top: model.top, imports: model.imports }, 0, text.length);
  checkTree(model);
  for (const d of model.damaged) ok(d.start <= d.end && d.end <= text.length);
}

const splice = fc.record({ at: fc.nat(SEED.length), remove: fc.nat(40), insert: fc.constantFrom(...PIECES) });

describe('PowerShell on any text', () => {
  it('never throws, and ranges nest, after random splices', () => {
    fc.assert(
      fc.property(fc.array(splice, { maxLength: 4 }), (splices) => {
        let text = SEED;
        for (const s of splices)
          text = text.slice(0, s.at) + s.insert + text.slice(Math.min(text.length, s.at + s.remove));
        check(text);
      }),
      { numRuns: 250 },
    );
  });

  it('never throws on a text cut short, or on none that is PowerShell', () => {
    for (let end = 0; end < SEED.length; end += 7) check(SEED.slice(0, end));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => check(text)),
      { numRuns: 300 },
    );
  });

  it('survives code nested deeper than any stack', () => {
    for (const text of [
      `$x = ${'('.repeat(5000)}1${')'.repeat(5000)}`,
      `$x = ${'1 + '.repeat(5000)}"a"`,
      `$x = ${'1 + 2 - '.repeat(5000)}3`,
      `${'if ($a) { '.repeat(3000)}${'}'.repeat(3000)}`,
      `if ($a) { }${' elseif ($a) { }'.repeat(3000)}`,
      `$x${'.b()'.repeat(5000)}`,
      `$x = ${'@{ a = '.repeat(3000)}1${' }'.repeat(3000)}`,
      `${'"$('.repeat(3000)}1${')"'.repeat(3000)}`,
      `a${' | b'.repeat(5000)}`,
      `$x = ${'!'.repeat(5000)}$a`,
      `$x = ${'[int]'.repeat(5000)}$a`,
      `switch ($x) { ${'1 { } '.repeat(3000)} }`,
      `${'function f { '.repeat(2000)}`,
      `f ${'{ '.repeat(3000)}`,
    ])
      check(text);
  });
});
