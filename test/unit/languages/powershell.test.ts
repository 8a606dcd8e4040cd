import { deepEqual, equal, ok } from 'node:assert/strict';
import type { FileModel } from '../../../src/analysis/code-model.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { powershell } from '../../../src/analysis/languages/powershell.js';
import { printModel } from '../../helpers/print-model.js';
import { filesUnder, textOf } from '../../helpers/repository.js';

const read = (text: string): FileModel =>
  powershell.read(text, { grammars: undefined as unknown as Grammars, limitMs: 5000 }).model;

/** Each row: what is written, and the model of it. */
const rows: [source: string, expected: string][] = [
  [
    'New-MgUser -DisplayName $n -AccountEnabled:$false -All -Force x',
    '(do (call New-MgUser DisplayName:n AccountEnabled:false All:true Force:true "x"))',
  ],
  ['irm @p -Method Post', '(do (call Invoke-RestMethod ...p Method:"Post"))'],
  [
    '$u | ForEach-Object { New-MgUser $_ } | Out-Null',
    '(let (value 1))\n(each _ over u [(do (call New-MgUser _))])\n(other)',
  ],
  ['$ids = $u | % { $_.Id }', '(let ids (call u.map (lambda (_) [(return _.Id)])))'],
  ['$x = $u | ? Name -eq "a"', '(let x (call u.Where (lambda (_) [(return (eq _.Name "a"))])))'],
  ['$x = if ($a) { Get-A } else { 3 }', '(let x)\n(if a [(set x (call Get-A))] [(set x 3)])'],
  [
    'try { a } catch [X.Y], [Z] { throw } finally { b }',
    '(try [(do (call a))] (catch :Y|Z _ [(raise again)]) finally [(do (call b))])',
  ],
  [
    'switch ($s) { 409 { a; break } { $_ -gt 499 } { b } default { c } }',
    '(let (value 1) s)\n(if (eq (value 1) 409) [(do (call a)) (other)] [(if (gt (value 1) 499) [(do (call b))] [(do (call c))])])',
  ],
  ['function F($a) { Get-B $a }', '(function export F (a) [(return (call Get-B a))])'],
  ['function F { Write-Host $a }', '(function export F () [(do (call Write-Host a))])'],
  ['"a $($x.y) $z"', '(do (text "a " x.y " " z))'],
  [
    "$e.Message -like '*already exists*' -or -not ($e -match '409')",
    '(do (or (in "already exists" e.Message) (not (matches e "409"))))',
  ],
  ['[System.Net.HttpStatusCode]::Conflict', '(do HttpStatusCode.Conflict)'],
  [
    '$r = Invoke-RestMethod -StatusCodeVariable code; $code',
    '(let code)\n(let r (call Invoke-RestMethod StatusCodeVariable:"code"))\n(do code)',
  ],
  ['az rest --method post --uri "x"', '(do (call az rest method:"post" uri:"x"))'],
  ["'{0}/x' -f $a, $b", '(do (call string.Format "{0}/x" a b))'],
  ['trap { continue } a', '(try [(do (call a))] (catch _ []))'],
  ['@{ a = 1; "b" = @(2); c = $(d) }', '(do {a:1 b:[2] c:(call d)})'],
  ['$h.x += 3; $a, $b = 1, 2', '(let a)\n(let b)\n(set += h.x 3)\n(set <0:a 1:b> [1 2])'],
  [
    'Microsoft.Graph.Users\\New-MgUser -BodyParameter (New-Object PSObject -Property @{ a = 1 })',
    '(do (call New-MgUser BodyParameter:{a:1}))',
  ],
  ['do { a } until ($x)', '(while test (not x) [(do (call a))])'],
  ['$script:Base = 1; function G { $script:Base }', '(let Base 1)\n(function export G () [(return Base)])'],
  ['[guid]::NewGuid().ToString(); New-Guid', '(do (call (call guid.NewGuid).ToString))\n(do (call guid.NewGuid))'],
];

describe('PowerShell', () => {
  for (const [source, expected] of rows)
    it(source.slice(0, 90), () => {
      const model = read(source);
      deepEqual(model.damaged, []);
      equal(printModel(model), expected);
    });

  it('reads every fixture without damage', () => {
    const files = filesUnder('test/fixtures/powershell', () => true);
    ok(files.length > 5);
    for (const file of files) deepEqual(read(textOf(file)).damaged, [], file);
  });

  it('notes what it cannot read, and goes on behind it', () => {
    const model = read('if ($a { b }\n)\nNew-MgUser -Id 3\n');
    ok(model.damaged.length > 0);
    ok(printModel(model).includes('New-MgUser'));
  });

  it('keeps comments with an instruction, and modules that are named', () => {
    const model = read('#Requires -Modules Microsoft.Graph.Users\n<# guard409-ignore x #>\nImport-Module ./own.psm1\n');
    deepEqual(
      model.imports.map((i) => `${i.module} ${i.relative}`),
      ['Microsoft.Graph.Users false', './own.psm1 true'],
    );
    equal(model.comments.length, 1);
  });
});
