/** URLs of the services among everything else that programs write in strings. */
import assert from 'node:assert/strict';
import type { Text } from '../../src/analysis/evaluate/text.js';
import { type RequestUrl, readUrl, serviceOf } from '../../src/analysis/operations/url.js';

/** A text with holes: `{id}` stands for a piece nobody knows. */
function text(source: string): Text {
  return source
    .split(/(\{[^}]*\})/)
    .filter((p) => p !== '')
    .map((p) => (/^\{.*\}$/.test(p) ? { hole: p.slice(1, -1) } : p));
}

/** `[service] [host] [version] [open] path [?query]` */
function show(url: RequestUrl | undefined): string {
  if (!url) return 'none';
  const query = url.query ? `?${url.query}` : '';
  return [url.service, url.host, url.version, url.open && 'open', `/${url.segments.join('/')}${query}`]
    .filter(Boolean)
    .join(' ');
}

describe('a URL', () => {
  const table: [source: string, expected: string][] = [
    // Graph in all clouds, with and without a version.
    ['https://graph.microsoft.com/v1.0/groups', 'graph graph.microsoft.com v1.0 /groups'],
    ['https://graph.microsoft.com/beta/users/{id}/events', 'graph graph.microsoft.com beta /users/{}/events'],
    ['HTTPS://Graph.Microsoft.com/V1.0/groups', 'graph graph.microsoft.com V1.0 /groups'],
    ['https://graph.microsoft.us/v1.0/groups', 'graph graph.microsoft.us v1.0 /groups'],
    ['https://dod-graph.microsoft.us/v1.0/groups', 'graph dod-graph.microsoft.us v1.0 /groups'],
    ['https://microsoftgraph.chinacloudapi.cn/v1.0/groups', 'graph microsoftgraph.chinacloudapi.cn v1.0 /groups'],
    ['https://graph.microsoft.com:443/v1.0/groups', 'graph graph.microsoft.com v1.0 /groups'],
    ['https://graph.microsoft.com/{version}/groups', 'graph graph.microsoft.com /groups'],
    ['https://graph.microsoft.com/v1.0//groups', 'graph graph.microsoft.com v1.0 /groups'],
    ['https://graph.microsoft.com/v1.0/groups/', 'graph graph.microsoft.com v1.0 /groups'],
    ['https://graph.microsoft.com', 'none'],
    ['https://graph.microsoft.com/v1.0', 'none'],
    // Cosmos.
    ['https://acme.documents.azure.com:443/dbs/a/colls/b/docs', 'cosmos acme.documents.azure.com /dbs/a/colls/b/docs'],
    [
      'https://{account}.documents.azure.com/dbs/{db}/colls/{c}/docs',
      'cosmos {}.documents.azure.com /dbs/{}/colls/{}/docs',
    ],
    // Hosts in variables: nothing is known of what stands before the path.
    ['https://{host}/v1.0/groups', 'v1.0 open /groups'],
    ['{base}/v1.0/groups', 'v1.0 open /groups'],
    ['{base}v1.0/groups', 'v1.0 open /groups'],
    ['{base}{version}/groups/{id}', 'open /groups/{}'],
    ['{base}', 'none'],
    // Paths alone.
    ['/groups/{id}/members/$ref', '/groups/{}/members/$ref'],
    ['groups', '/groups'],
    ['/v1.0/subscriptions', 'v1.0 /subscriptions'],
    ['/users?$filter=startswith(name, x)', '/users?$filter=startswith(name, x)'],
    [
      '/me/drive/items/{id}/children?@microsoft.graph.conflictBehavior=rename',
      '/me/drive/items/{}/children?@microsoft.graph.conflictBehavior=rename',
    ],
    // Not of these services, or no URL at all.
    ['https://example.com/v1.0/groups', 'none'],
    ['https://graph.microsoft.com.evil.example/v1.0/groups', 'none'],
    ['https://notgraph.microsoft.com/v1.0/groups', 'none'],
    ['https://evil.example/graph.microsoft.com/v1.0/groups', 'none'],
    ['https://acme.documents.azure.com.example/dbs/a', 'none'],
    ['Could not create the group', 'none'],
    ['{"requests": []}', 'none'],
    ['', 'none'],
    ['409', 'none'],
  ];
  for (const [source, expected] of table)
    it(`${JSON.stringify(source)} is ${expected}`, () => {
      assert.equal(show(readUrl(text(source))), expected);
    });

  it('of Bookings and of Cosmos belongs to these services', () => {
    assert.equal(serviceOf(['solutions', 'bookingBusinesses', '{}', 'staffMembers']), 'bookings');
    assert.equal(serviceOf(['dbs', '{}', 'colls']), 'cosmos');
    assert.equal(serviceOf(['groups']), 'graph');
  });
});
