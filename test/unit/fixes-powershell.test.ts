/** Fixes in PowerShell: every offered cure cures, adds no damage, and changes what a script does only where it says so. */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { isOpen } from '../../src/analysis/engine.js';
import type { FixId } from '../../src/analysis/findings.js';
import { computeFix } from '../../src/phrasing/fixer.js';
import { filesUnder, textOf } from '../helpers/repository.js';

const engine = fixingEngine();
const alone = () => undefined;

/** The text after a fix of the first open call. */
async function fixed(text: string, fix: FixId): Promise<string> {
  const { sites } = await engine.analyse('run.ps1', text, alone);
  const site = sites.find(isOpen);
  assert.ok(site, 'the call is not marked');
  assert.ok(
    site.offers?.some((offer) => offer.fix === fix),
    `${fix} is not offered: ${JSON.stringify({ offers: site.offers, refused: site.refused })}`,
  );
  const out = await computeFix(engine, 'run.ps1', text, alone, site, fix);
  assert.ok(out?.cured, out?.text);
  return out.text;
}

async function offers(text: string): Promise<FixId[]> {
  const { sites } = await engine.analyse('run.ps1', text, alone);
  return (sites.find(isOpen)?.offers ?? []).map((offer) => offer.fix);
}

describe('fixes in PowerShell', () => {
  for (const file of filesUnder('test/fixtures/powershell', () => true))
    it(`cure every open call of ${file} that they are offered for`, async () => {
      const text = textOf(file);
      const { sites } = await engine.analyse(file, text, alone);
      for (const site of sites.filter(isOpen))
        for (const { fix } of site.offers ?? []) {
          const out = await computeFix(engine, file, text, alone, site, fix);
          assert.ok(out?.cured, `${fix} at line ${site.line}: ${out?.text}`);
        }
    });

  it('hand the call over where it stands, with its arguments, in every position', async () => {
    const what = "'POST /groups/{}/members/$ref (graph/member-already-added)'";
    const rows: [before: string, after: string][] = [
      [
        'New-MgGroupMember -GroupId $g -DirectoryObjectId $m # adds',
        `Invoke-OrWriteConflict { New-MgGroupMember -GroupId $g -DirectoryObjectId $m -ErrorAction Stop } ${what} # adds`,
      ],
      [
        '$x = New-MgGroupMember @p | Out-Null',
        `$x = Invoke-OrWriteConflict { New-MgGroupMember @p -ErrorAction Stop } ${what} | Out-Null`,
      ],
      [
        'if ((New-MgGroupMember -GroupId $g -DirectoryObjectId $m).Id) { a }',
        `if ((Invoke-OrWriteConflict { New-MgGroupMember -GroupId $g -DirectoryObjectId $m -ErrorAction Stop } ${what}).Id) { a }`,
      ],
      [
        'New-MgGroupMember -GroupId $g `\n    -DirectoryObjectId $m 2>$null',
        `Invoke-OrWriteConflict { New-MgGroupMember -GroupId $g \`\n    -DirectoryObjectId $m -ErrorAction Stop } ${what} 2>$null`,
      ],
      [
        'foreach ($m in $all) { New-MgGroupMember -GroupId $g -DirectoryObjectId $m -ErrorAction Stop }',
        `foreach ($m in $all) { Invoke-OrThrowConflict { New-MgGroupMember -GroupId $g -DirectoryObjectId $m -ErrorAction Stop } ${what} }`,
      ],
    ];
    for (const [before, after] of rows) {
      const text = await fixed(`${before}\n`, 'report-conflict');
      assert.ok(text.endsWith(`\n${after}\n`), text);
    }
  });

  it('keep a script going that went on with the next one', async () => {
    const text = await fixed('foreach ($u in $users) { New-MgUser @u }\n', 'report-conflict');
    assert.match(text, /Write-Error -ErrorRecord \$_/);
    assert.doesNotMatch(text, /\bthrow\b/);
  });

  it('raise every other error unchanged where it was raised before', async () => {
    const text = await fixed('New-MgUser -BodyParameter $u -ErrorAction Stop\n', 'report-conflict');
    assert.match(text, /^ {4}throw$/m);
    assert.doesNotMatch(text, /Write-Error/);
  });

  it('let a repeated member be one, without a word to the caller', async () => {
    const text = await fixed(
      'New-MgGroupMember -GroupId $g -DirectoryObjectId $m -ErrorAction Stop\n',
      'create-or-get',
    );
    assert.match(text, /Invoke-UnlessThere \{ New-MgGroupMember/);
    assert.match(text, /added object references already exist/);
  });

  it('test the status where the answer has one', async () => {
    const text = await fixed(
      "Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/subscriptions' -Body $b\n",
      'report-conflict',
    );
    assert.match(text, /if \(\[int\]\$_\.Exception\.Response\.StatusCode -eq 409\)/);
  });

  it('write a helper once, and above the first statement that could need it', async () => {
    const script = `#Requires -Version 5.1
param(
    [string]$Group
)
# Adds two.
New-MgGroupMember -GroupId $Group -DirectoryObjectId $a
New-MgGroupMember -GroupId $Group -DirectoryObjectId $b
`;
    const once = await fixed(script, 'report-conflict');
    const twice = await fixed(once, 'report-conflict');
    assert.equal(twice.match(/^function /gm)?.length, 1);
    assert.ok(once.indexOf('function ') > once.indexOf('param('));
    assert.ok(once.indexOf('function ') < once.indexOf('# Adds two.'));
  });

  it('write it behind the functions of a module, so that each keeps its help', async () => {
    const text = await fixed(
      '<#\n.SYNOPSIS\n  Adds.\n#>\nfunction Add-It {\n    New-MgGroupMember -GroupId $g -DirectoryObjectId $m\n}\nExport-ModuleMember Add-It\n',
      'report-conflict',
    );
    assert.ok(text.startsWith('<#\n.SYNOPSIS\n  Adds.\n#>\nfunction Add-It {'), text);
  });

  it('are refused where the call would mean something else in a block, or says itself what becomes of errors', async () => {
    assert.ok(!(await offers('function f { New-MgUser @args }\n')).includes('report-conflict'));
    assert.ok(
      !(await offers('New-MgUser -BodyParameter $b -ErrorAction SilentlyContinue\n')).includes('report-conflict'),
    );
    assert.ok(!(await offers("$p = @{ ErrorAction = 'Ignore'; Id = 1 }\nNew-MgUser @p\n")).includes('report-conflict'));
  });

  it('read what is there, by its key or in the list', async () => {
    const rows: [before: string, read: string][] = [
      [
        'New-MgUser -UserPrincipalName $upn -DisplayName x',
        '{ Get-MgUser -UserId $upn -ErrorAction SilentlyContinue }',
      ],
      [
        "New-MgGroup -DisplayName 'Sales' -MailNickname $nick",
        `{ Get-MgGroup -Filter ("mailNickname eq '{0}'" -f ($nick -replace "'", "''")) -ErrorAction SilentlyContinue }`,
      ],
      [
        '$p = @{ AppId = $id }\nNew-MgServicePrincipal @p',
        `{ Get-MgServicePrincipal -Filter ("appId eq '{0}'" -f ($p.appId -replace "'", "''")) -ErrorAction SilentlyContinue }`,
      ],
      [
        'New-MgTeamChannel -TeamId $t -DisplayName Planning',
        "{ Get-MgTeamChannel -TeamId $t -All -ErrorAction SilentlyContinue | Where-Object { $_.DisplayName -eq 'Planning' } }",
      ],
      [
        "Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/users' -Body @{ userPrincipalName = $upn }",
        '{ Invoke-MgGraphRequest -Method GET -Uri "https://graph.microsoft.com/v1.0/users/$([uri]::EscapeDataString($upn))" }',
      ],
    ];
    for (const [before, read] of rows)
      for (const fix of ['create-or-get', 'check-before-create'] as const) {
        if (fix === 'check-before-create' && before.includes('Channel')) continue;
        const text = await fixed(`${before}\n`, fix);
        assert.ok(text.endsWith(` ${read}\n`), text);
      }
  });

  it('read nothing by values that mean something else in another block, or that nobody sees', async () => {
    for (const text of [
      '$all | ForEach-Object { New-MgUser -UserPrincipalName $_.Upn -DisplayName x }\n',
      'New-MgUser -BodyParameter $unseen\n',
      '$b = @{ displayName = 1 }\nNew-MgGroup -BodyParameter $b\n',
      "$j = @{ userPrincipalName = $u } | ConvertTo-Json\nInvoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users' -Body $j\n",
    ])
      assert.ok(!(await offers(text)).includes('create-or-get'), text);
  });

  it('renew a subscription of the same resource, kinds of change and URL', async () => {
    const text = await fixed(
      "New-MgSubscription -Resource 'users' -ChangeType 'updated' -NotificationUrl $url -ExpirationDateTime $when\n",
      'create-or-get',
    );
    assert.ok(text.endsWith(" -ErrorAction Stop } 'users' 'updated' $url $when\n"), text);
    assert.match(text, /Update-MgSubscription -SubscriptionId \$conflictTwin\[0\]\.Id/);
  });

  it('log a conflict without whom it is about, and let it pass as it came', async () => {
    const text = 'New-MgUser -UserPrincipalName $u -DisplayName x -ErrorAction Stop\n';
    const { sites } = await engine.analyse('run.ps1', text, alone);
    const [site] = sites.filter(isOpen);
    assert.ok(site);
    const out = await computeFix(engine, 'run.ps1', text, alone, site, 'instrument');
    assert.match(out?.text ?? '', /Write-Warning "Conflict: operation=\$ConflictName scenario=\$ConflictScenario/);
    assert.match(out?.text ?? '', /^ {4}throw$/m);
    assert.equal(out?.after.sites.filter(isOpen).length, 1);
  });

  it('wait as long as the service asks, in Windows PowerShell 5.1 and in 7', async () => {
    const text = await fixed(
      "Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement/assignmentPolicies' -Body $b\n",
      'back-off-and-retry',
    );
    assert.match(text, /\$conflictHeaders\.RetryAfter\.Delta/);
    assert.match(text, /\$conflictHeaders\['Retry-After'\]/);
  });

  it('mend a handler that reads a status which is not there, or another one', async () => {
    const bare = await fixed(
      'try { New-MgSubscription -BodyParameter $s -ErrorAction Stop }\ncatch { if ($_.Exception.Response.StatusCode -eq 409) { 1 } else { throw } }\n',
      'mend',
    );
    assert.match(bare, /if \("\$\(\$_\.FullyQualifiedErrorId\) .*" -match '.*Conflict'\)/);
    const etag = await fixed(
      'try { Invoke-RestMethod -Method Patch -Uri "https://graph.microsoft.com/v1.0/planner/tasks/$id" -Headers @{ \'If-Match\' = $etag } -Body $b }\ncatch { if ($_.Exception.Response.StatusCode -eq 409) { 1 } else { throw } }\n',
      'mend',
    );
    assert.match(
      etag,
      /if \(\(\$_\.Exception\.Response\.StatusCode -eq 409 -or \$_\.Exception\.Response\.StatusCode -eq 412\)\)/,
    );
  });

  it('mend a handler that is never reached', async () => {
    const text = await fixed(
      "try { New-MgUser -BodyParameter $u }\ncatch { if ($_.Exception.Message -match 'already exists') { 'there' } else { throw } }\n",
      'mend',
    );
    assert.match(text, /^try \{ New-MgUser -BodyParameter \$u -ErrorAction Stop \}$/m);
  });
});
