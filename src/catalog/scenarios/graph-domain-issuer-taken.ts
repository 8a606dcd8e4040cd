import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/domain-issuer-taken',
  title: 'Issuer already bound to another domain',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'community-reported',
  summary: 'An issuer URI serves one federated domain. Setting one that another domain uses is reported to answer 409.',
  operations: [
    ...marked('POST', '/domains/{}/federationConfiguration'),
    ...marked('PATCH', '/domains/{}/federationConfiguration/{}', { needs: 'body-property', properties: ['issuerUri'] }),
  ],
  answers: [{ status: 409, codes: ['Request_MultipleObjectsWithSameKeyValue'], texts: ['issuerUri'] }],
  identity: { fields: ['issuerUri'], caseSensitive: 'unknown', scope: 'all domains' },
  lookup: {
    op: 'GET /domains/{}/federationConfiguration',
    how: 'Read the configuration of each federated domain.',
    pages: true,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Refuses with 409.',
  remedies: [
    remedy(
      'new-key',
      'lm--',
      'Give each federated domain an issuer of its own.',
      'The identity provider must support several issuers.',
    ),
    remedy('create-or-get', 'll--', 'Where the domain has a configuration already, PATCH that one.'),
    useless('back-off-and-retry', 'h--m', 'The issuer stays bound.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /domains/b.com/federationConfiguration (issuerUri of a.com)
     Microsoft Graph x> Script: 409 Request_MultipleObjectsWithSameKeyValue`,
  ),
  records: ['graph-domain-federation-issueruri-duplicate'],
  sources: ['microsoftgraph/msgraph-sdk-powershell#3625'],
};
