import { remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/copilot-chat-toggled',
  title: 'Microsoft 365 Copilot Chat turned off and on again',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Turning a feature such as Microsoft 365 Copilot Chat off, and later on again, is a change of state that meets other changes: permissions that were widened meanwhile, a decision somebody made for a reason, owners who were not asked. No call answers 409 here. The clash is between two decisions, and it shows later, as content that the wrong people can find.',
  operations: [],
  answers: [],
  idempotent: [],
  intent: ['ensure'],
  silent:
    'The switch succeeds in every case. Whether it should have been flipped back shows in what people can reach afterwards.',
  plainRetry: 'never',
  retryAfter: false,
  portal: 'The admin center flips the switch at once and asks for no reason.',
  api: 'A script flips it as fast, and repeats it on every run.',
  remedies: [
    remedy(
      'fix-state',
      'hm--',
      'Go through the checklist before the feature is turned on again, and keep the decision record where the next administrator finds it.',
      'Days of coordination instead of a second.',
    ),
    remedy(
      'report-conflict',
      '-l--',
      'Let automation report that the state differs from the wanted one, and leave the change to people.',
    ),
    useless(
      'plain-retry',
      '--m-',
      'Setting the switch again on every run fights with whoever turned it off for a reason.',
    ),
  ],
  timeline: timeline(
    'Security owner, Tenant setting, Automation',
    `Security owner -> Tenant setting: turn Copilot Chat off (oversharing found)
     Tenant setting => Security owner: off
     Automation -> Tenant setting: turn Copilot Chat on (baseline says on)
     Tenant setting => Automation: on, and no error
     Security owner .. Tenant setting: finds out weeks later`,
  ),
  governance: {
    checklist: [
      'Run a permissions report in the SharePoint admin center (data access governance) and look at sites shared with everyone.',
      'Look through calendars and change meetings for the time when the feature was turned off.',
      'Search the audit log for who turned it off, when, and what else they changed.',
      'Ask security and the business owners whether the reason still holds.',
      'Agree on who is affected, when the feature goes on again, and how it is turned off if something shows.',
      'Write the decision record and link it where the setting is documented.',
      'Pause automation that would set the feature by itself until the record exists.',
    ],
    decisionRecord: [
      'Feature and scope (tenant, groups, regions)',
      'State before, state after, date and time',
      'Why it was turned off, by whom, with the audit log entry',
      'What was checked: permissions report, calendars, audit logs',
      'Who agreed: security owner, business owner',
      'Risks accepted and how they are watched',
      'How to go back, and when the decision is looked at again',
    ],
  },
  records: [],
  sources: [
    'learn.microsoft.com/copilot/manage (turning Copilot Chat on and off)',
    'learn.microsoft.com/sharepoint/data-access-governance-reports (permissions reports)',
    'learn.microsoft.com/purview/audit-search (audit log search)',
  ],
};
