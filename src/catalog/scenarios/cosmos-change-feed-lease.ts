import { remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'cosmos/change-feed-lease',
  title: 'Lease of the change feed processor lost',
  service: 'cosmos',
  cause: 'concurrency',
  confidence: 'maintainer-said',
  summary:
    'Hosts of a change feed processor compete for leases. 412 means read again and retry, 409 means the lease went to another host. The library does both; the own handler has to stand a replay.',
  operations: [],
  answers: [
    { status: 412, codes: ['PreconditionFailed'] },
    { status: 409, codes: ['Conflict'] },
  ],
  idempotent: [],
  intent: ['lock'],
  plainRetry: 'after-reread',
  retryAfter: false,
  portal: 'No difference is known.',
  api: 'Handled inside the library.',
  remedies: [
    remedy('idempotency-key', '-m--', 'Make the handler of changes idempotent: the same change can come twice.'),
    useless('create-or-get', 'l-h-', 'Adopting a lease that another host holds processes the partition twice.'),
  ],
  timeline: timeline(
    'Host 1, Lease container, Host 2',
    `Host 1 -> Lease container: renew lease 3, If-Match a
     Lease container x> Host 1: 412, Host 2 has taken it
     Host 2 -> Lease container: renew lease 3
     Lease container => Host 2: 200`,
  ),
  records: ['cosmos-change-feed-lease-412-409'],
  sources: [
    'Azure/azure-cosmos-dotnet-v3: Microsoft.Azure.Cosmos/src/ChangeFeedProcessor/LeaseManagement/DocumentServiceLeaseUpdaterCosmos.cs',
    'dotnet/orleans: Orleans.Clustering.Cosmos/Membership/CosmosMembershipTable.cs L255-279',
  ],
};
