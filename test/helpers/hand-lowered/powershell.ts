/** PowerShell: an error may only be written to the error stream, and then no handler runs. */
import {
  arg,
  assign,
  attempt,
  call,
  counted,
  declare,
  declareTyped,
  define,
  each,
  fn,
  handler,
  leave,
  list,
  lit,
  lower,
  member,
  op,
  param,
  raise,
  rec,
  ref,
  run,
  text,
  type,
  when,
} from '../hand-lowered.js';
import type { Draft } from './fixture.js';

const variable = (name: string) => ref(name, `$${name}`);
const error = () => variable('_');
const message = () => member(error(), 'Exception', 'Message');
const print = (...parts: Parameters<typeof text>) => run(call(ref('Write-Host'), text(...parts)));

export const drafts: Draft[] = [
  {
    name: 'powershell-splatted-request',
    language: 'powershell',
    kind: 'handled',
    shapeOf: 'KelvinTegelaar/CIPP-API Modules/CIPPCore/Public/Authentication/Set-CIPPMCPClientApp.ps1:141',
    source: `param($Token, $Target)

$Request = @{
    Method  = 'Post'
    Uri     = 'https://graph.microsoft.com/v1.0/subscriptions'
    Headers = @{ Authorization = "Bearer $Token" }
    Body    = ConvertTo-Json @{ changeType = 'updated'; notificationUrl = $Target; resource = 'users' }
}
try {
    $Made = Invoke-RestMethod @request
}
catch {
    if ($_.Exception.Response.StatusCode -eq 409) {
        Write-Host "There is a subscription already."
        $Made = Find-Subscription $Target
    }
    else {
        throw
    }
}
`,
    model: (source) =>
      lower(
        source,
        'powershell',
        [],
        [
          declareTyped(variable('Token'), type('object')),
          declareTyped(variable('Target'), type('object')),
          declare(
            variable('Request'),
            rec({
              Method: lit('Post'),
              Uri: lit('https://graph.microsoft.com/v1.0/subscriptions'),
              Headers: rec({ Authorization: text('Bearer ', variable('Token')) }),
              Body: call(
                ref('ConvertTo-Json'),
                rec({ changeType: lit('updated'), notificationUrl: variable('Target'), resource: lit('users') }),
              ),
            }),
          ),
          attempt(
            [
              declare(
                variable('Made'),
                call(ref('Invoke-RestMethod'), arg(ref('request', '@request'), undefined, true)),
              ),
            ],
            handler('catch', [], '_', [
              when(
                op('eq', member(error(), 'Exception', 'Response', 'StatusCode'), lit(409)),
                [
                  run(call(ref('Write-Host'), lit('There is a subscription already.'))),
                  assign(variable('Made'), call(ref('Find-Subscription'), variable('Target'))),
                ],
                [raise('throw')],
              ),
            ]),
          ),
        ],
      ),
    sites: [
      { line: 10, operation: 'POST /subscriptions', verdict: 'handled', reason: 'told-apart', certainty: 'certain' },
    ],
  },
  {
    name: 'powershell-every-error-alike',
    language: 'powershell',
    kind: 'unhandled',
    shapeOf: '12Knocksinna/Office365itpros Update-M365GroupOwners.PS1:73',
    source: `foreach ($Group in $Groups) {
    $Owner = @{ '@odata.id' = "https://graph.microsoft.com/v1.0/users/$NewOwner" }
    try {
        New-MgGroupOwnerByRef -GroupId $Group.Id -BodyParameter $Owner -ErrorAction Stop
    }
    catch {
        Write-Host "$NewOwner was not made an owner"
        continue
    }
    $Done += 1
}
`,
    model: (source) =>
      lower(
        source,
        'powershell',
        [],
        [
          each(variable('Group'), variable('Groups'), [
            declare(
              variable('Owner'),
              rec({ '@odata.id': text('https://graph.microsoft.com/v1.0/users/', variable('NewOwner')) }),
            ),
            attempt(
              [
                run(
                  call(
                    ref('New-MgGroupOwnerByRef'),
                    arg(member(variable('Group'), 'Id'), 'GroupId'),
                    arg(variable('Owner'), 'BodyParameter'),
                    arg(lit('Stop'), 'ErrorAction'),
                  ),
                ),
              ],
              handler('catch', [], '_', [print(variable('NewOwner'), ' was not made an owner'), leave('continue')]),
            ),
            { ...assign(variable('Done'), lit(1)), op: '+=' },
          ]),
        ],
      ),
    sites: [
      {
        line: 4,
        operation: 'POST /groups/{}/owners/$ref',
        verdict: 'unhandled',
        reason: 'not-told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'powershell-handler-never-reached',
    language: 'powershell',
    kind: 'trap',
    shapeOf: '12Knocksinna/Office365itpros Add-OwnerstoApps.PS1:73',
    source: `try {
    $Owner = @{ '@odata.id' = "https://graph.microsoft.com/v1.0/directoryObjects/$UserId" }
    New-MgApplicationOwnerByRef -ApplicationId $App.Id -BodyParameter $Owner
    Write-Host "$UserId owns the application"
}
catch {
    if ($_.Exception.Message -match 'added object references already exist') {
        Write-Host "$UserId was an owner before"
    }
    else {
        throw
    }
}
`,
    model: (source) =>
      lower(
        source,
        'powershell',
        [],
        [
          attempt(
            [
              declare(
                variable('Owner'),
                rec({ '@odata.id': text('https://graph.microsoft.com/v1.0/directoryObjects/', variable('UserId')) }),
              ),
              run(
                call(
                  ref('New-MgApplicationOwnerByRef'),
                  arg(member(variable('App'), 'Id'), 'ApplicationId'),
                  arg(variable('Owner'), 'BodyParameter'),
                ),
              ),
              print(variable('UserId'), ' owns the application'),
            ],
            handler('catch', [], '_', [
              when(
                op('matches', message(), lit('added object references already exist')),
                [print(variable('UserId'), ' was an owner before')],
                [raise('throw')],
              ),
            ]),
          ),
        ],
      ),
    sites: [
      {
        line: 3,
        operation: 'POST /applications/{}/owners/$ref',
        verdict: 'mishandled',
        reason: 'non-terminating',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'powershell-left-out-of-the-retry',
    language: 'powershell',
    kind: 'trap',
    shapeOf: 'KelvinTegelaar/CIPP-API Modules/CIPPCore/Public/Authentication/New-CIPPAPIConfig.ps1:156',
    source: `function Set-Identifier ($App, $Wanted) {
    $Body = ConvertTo-Json @{ identifierUris = @($Wanted) }
    for ($Try = 1; $Try -le 5; $Try = $Try + 1) {
        try {
            New-TenantGraphPostRequest -uri "https://graph.microsoft.com/v1.0/applications/$($App.id)" -type PATCH -body $Body
            break
        }
        catch {
            $Message = $_.Exception.Message
            $Taken = $Message -match 'Another object with the same value for property identifierUris already exists'
            if ($Taken) {
                Write-Host "taken: $Message"
                throw
            }
            Start-Sleep -Seconds 3
        }
    }
}
`,
    model: (source) =>
      lower(
        source,
        'powershell',
        [],
        [
          define(
            fn(
              'Set-Identifier',
              [param('App', undefined, '$App'), param('Wanted', undefined, '$Wanted')],
              [
                declare(
                  variable('Body'),
                  call(ref('ConvertTo-Json'), rec({ identifierUris: list(variable('Wanted')) })),
                ),
                counted(
                  declare(variable('Try'), lit(1)),
                  op('le', variable('Try'), lit(5)),
                  assign(variable('Try'), op('add', variable('Try'), lit(1))),
                  [
                    attempt(
                      [
                        run(
                          call(
                            ref('New-TenantGraphPostRequest'),
                            arg(
                              text('https://graph.microsoft.com/v1.0/applications/', member(variable('App'), 'id')),
                              'uri',
                            ),
                            arg(lit('PATCH'), 'type'),
                            arg(variable('Body'), 'body'),
                          ),
                        ),
                        leave('break'),
                      ],
                      handler('catch', [], '_', [
                        declare(variable('Message'), message()),
                        declare(
                          variable('Taken'),
                          op(
                            'matches',
                            variable('Message'),
                            lit('Another object with the same value for property identifierUris already exists'),
                          ),
                        ),
                        when(variable('Taken'), [print('taken: ', variable('Message')), raise('throw')]),
                        run(call(ref('Start-Sleep'), arg(lit(3), 'Seconds'))),
                      ]),
                    ),
                  ],
                ),
              ],
            ),
          ),
        ],
      ),
    sites: [
      { line: 5, operation: 'PATCH /applications/{}', verdict: 'handled', reason: 'told-apart', certainty: 'certain' },
    ],
  },
];
