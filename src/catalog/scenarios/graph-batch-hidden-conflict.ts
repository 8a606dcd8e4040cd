import { marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/batch-hidden-conflict',
  title: 'Conflict inside a JSON batch',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'A JSON batch answers 200 even when steps in it fail. Each step has a status of its own, and steps that depend on a failed one get 424. Testing the answer of the batch alone hides every conflict in it.',
  operations: marked('POST', '/$batch', {
    needs: 'prone-step',
    notInMetadata: 'the batch endpoint belongs to the protocol, not to the model of the service',
  }),
  answers: [
    { status: 409, codes: [], when: 'prone-step' },
    { status: 424, codes: ['FailedDependency'], texts: ['Failed Dependency'], when: 'prone-step' },
  ],
  idempotent: [],
  intent: ['ensure', 'must-be-new'],
  silent: 'The batch itself is a success. Nothing is thrown.',
  plainRetry: 'after-reread',
  retryAfter: true,
  portal: 'Portals send batches too and show each failed row by itself.',
  api: 'Answers 200 for the batch and a status for each step.',
  remedies: [
    remedy(
      'report-conflict',
      '-m--',
      'Go through responses, match each by id, and treat a conflict as that operation asks. 424 is never the cause: look at the step it depends on.',
      'No further call.',
    ),
    remedy(
      'create-or-get',
      'lm-l',
      'Answer the failed steps one by one, then send again only these and the steps that depend on them.',
      'A second, smaller batch.',
    ),
    useless('plain-retry', 'm-hm', 'Sending the whole batch again repeats the steps that succeeded.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /$batch (1 create, 2 update depends on 1)
     Microsoft Graph => Script: 200 batch
     Microsoft Graph x> Script: 409 step 1
     Microsoft Graph x> Script: 424 step 2, because of step 1`,
  ),
  records: ['graph-batch-hidden-409-and-424'],
  sources: ['microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/json-batching.md L132-163'],
};
