import { remedy, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/what-409-means',
  title: 'What a 409 of Microsoft Graph means',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'The status alone says that the request does not fit the state of the resource. The code in error.code, and the inner codes, say why: something exists, something changed, something is missing, something is still going on. Messages may change; codes are the contract. No SDK retries 409: the built-in retry covers 429, 503 and 504, and because it repeats POST it can itself cause a duplicate.',
  operations: [],
  answers: [
    {
      status: 409,
      codes: [
        'Conflict',
        'conflict',
        'nameAlreadyExists',
        'resourceModified',
        'Request_MultipleObjectsWithSameKeyValue',
        'Directory_ConcurrencyViolation',
      ],
    },
  ],
  idempotent: [],
  intent: ['ensure', 'must-be-new', 'lock'],
  plainRetry: 'never',
  retryAfter: false,
  portal: 'Portals read the state first and show only what is possible.',
  api: 'Tells afterwards.',
  remedies: [
    remedy(
      'report-conflict',
      '-l--',
      'Branch on error.code, then on the inner codes, and treat only the codes you know.',
    ),
    useless(
      'back-off-and-retry',
      'h-mm',
      'Only a few codes clear with time. Raising the retry count of the SDK changes nothing for 409.',
    ),
  ],
  records: ['graph-generic-409-semantics', 'graph-sdk-retry-middleware-ignores-409'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): concepts/errors.md L23-140',
    'learn.microsoft.com/graph/errors (current)',
    'microsoft/kiota-dotnet: src/http/httpClient/Middleware/Options/RetryHandlerOption.cs L70-80',
    'microsoft/kiota-java: components/http/okHttp/.../RetryHandler.java L47-57, L200',
    'microsoft/kiota-python: packages/http/httpx/kiota_http/middleware/retry_handler.py L51-57 (POST and PATCH are in the allowed methods)',
    'microsoft/kiota-typescript: packages/http/fetch/src/middlewares/retryHandler.ts L30-32',
    'microsoft/kiota-http-go: retry_handler.go L99-101, L171-181 (bodied requests with a known length are retried)',
    'microsoftgraph/msgraph-sdk-javascript: src/middleware/RetryHandler.ts L33-35, L174',
  ],
};
