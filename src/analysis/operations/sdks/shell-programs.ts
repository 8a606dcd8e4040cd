/**
 * Programs that scripts send requests with: curl, wget, the command lines of Azure and Microsoft 365. What they write and
 * how they end is all a script can look at.
 * Sources: curl(1), wget(1), learn.microsoft.com/cli/azure/reference-index (az rest), azure-cli's role module,
 * pnp.github.io/cli-microsoft365/cmd/request.
 */
import type { CallRow, ResponseShape, Sdk } from '../sdk.js';
import { NO_ERROR } from './shared/http-rows.js';

const SHELL = ['shellscript'];

/** Where code and message stand in the text of an answer that is found at a place. */
const codes = (...at: string[]): string[] =>
  at.flatMap((p) => [`${p}.error.code`, `${p}.code`, `${p}.odata.error.code`]);
const texts = (...at: string[]): string[] => at.flatMap((p) => [p, `${p}.error.message`, `${p}.error`, `${p}.message`]);

/** Without `--fail`, curl is content with every answer. */
const base = { ...NO_ERROR, came: ['ok'], ok: [] };
const BODY: ResponseShape = { ...base, code: codes('out', 'both', 'file'), text: texts('out', 'both', 'file') };
/** The status alone, the body led elsewhere. */
const STATUS: ResponseShape = { ...base, status: ['out', 'both'], code: codes('file'), text: texts('file') };
/** The body, and the status behind it. */
const PIECES = ['last()', 'first()', 'rest().last()', 'rest()'];
const MIXED: ResponseShape = {
  ...base,
  status: PIECES.slice(0, 2).flatMap((p) => [`out.${p}`, `both.${p}`, `out.last().${p}`]),
  code: codes('out.rest()', 'out', 'file'),
  text: texts('out.rest()', 'out', 'both', 'file'),
};
/** Headers before the body: the status is in the first line. */
const HEADED: ResponseShape = {
  ...base,
  status: ['out.last()', 'out.first().last()', 'out.last().last()', 'both.last()', 'both.first().last()'],
  code: codes('out.last()', 'file'),
  text: [...texts('out', 'both', 'file'), 'out.first()'],
};
/** With `--fail` there is no body, and the program says which status it was among its messages. */
const failing = (shape: ResponseShape, body: boolean): ResponseShape => {
  const { came: _, ...rest } = shape;
  if (body) return { ...rest, ok: ['ok'] };
  return {
    ...rest,
    ok: ['ok'],
    code: [],
    text: ['both', 'err'],
    lacks: ['out', 'file', ...codes('out', 'file'), ...texts('out', 'file')].filter((p) => !shape.status.includes(p)),
  };
};

const shapes: [Record<string, string>, ResponseShape][] = [
  [{ 'write-out': 'http_code', output: '' }, STATUS],
  [{ 'write-out': 'response_code', output: '' }, STATUS],
  [{ 'write-out': 'http_code' }, MIXED],
  [{ 'write-out': 'response_code' }, MIXED],
  [{ include: '' }, HEADED],
  [{ 'dump-header': '-' }, HEADED],
  [{}, BODY],
];

const curl: CallRow = {
  http: {
    methodIn: { arg: 'named', path: ['request'] },
    implied: {
      get: 'GET',
      head: 'HEAD',
      'upload-file': 'PUT',
      json: 'POST',
      data: 'POST',
      'data-raw': 'POST',
      'data-binary': 'POST',
      'data-ascii': 'POST',
      'data-urlencode': 'POST',
      form: 'POST',
    },
    url: { arg: 'named', path: ['url'] },
    body: { arg: 'named', path: ['data'], or: ['data-raw', 'data-binary', 'data-ascii', 'json', 'upload-file'] },
    headers: { arg: 'named', path: ['header'] },
  },
  responses: [
    ...shapes.map(([when, shape]) => ({
      when: { ...when, 'fail-with-body': '' },
      response: failing(shape, true),
    })),
    ...shapes.map(([when, shape]) => ({ when: { ...when, fail: '' }, response: failing(shape, false) })),
    ...shapes.map(([when, response]) => ({ when, response })),
  ],
};

export const curlProgram: Sdk = {
  id: 'curl',
  title: 'curl',
  service: 'http',
  languages: SHELL,
  modules: [],
  exports: {},
  distinctive: [],
  commands: { curl },
  channel: 'returns',
  roles: {},
  error: NO_ERROR,
  response: BODY,
};

/** It fails for a status of failure, and says which among its messages. */
const SPOKEN: ResponseShape = {
  ...NO_ERROR,
  ok: ['ok'],
  code: codes('both', 'err'),
  text: texts('both', 'err'),
  status: ['both.last()', 'err.last()'],
  lacks: ['out', ...codes('out'), ...texts('out').slice(1)],
};

export const wgetProgram: Sdk = {
  id: 'wget',
  title: 'wget',
  service: 'http',
  languages: SHELL,
  modules: [],
  exports: {},
  distinctive: [],
  commands: {
    wget: {
      http: {
        methodIn: { arg: 'named', path: ['method'] },
        implied: { 'post-data': 'POST', 'post-file': 'POST' },
        url: { arg: 'named', path: ['url'] },
        body: { arg: 'named', path: ['post-data'], or: ['body-data'] },
        headers: { arg: 'named', path: ['header'] },
      },
    },
  },
  channel: 'returns',
  roles: {},
  error: NO_ERROR,
  response: SPOKEN,
};

/** A path without a host is one of the resource manager's. */
const request: CallRow = {
  http: {
    methodIn: { arg: 'named', path: ['method'] },
    url: { arg: 'named', path: ['uri', 'url'] },
    hosted: true,
    body: { arg: 'named', path: ['body'] },
    headers: { arg: 'named', path: ['headers'] },
  },
};

/** The Microsoft 365 command line takes headers as options of their own. */
const M365_HEADERS = { ...request.http, url: { arg: 'named' as const, path: ['url'] } };

export const cliRequests: Sdk = {
  id: 'az-requests',
  title: 'az rest',
  service: 'http',
  languages: SHELL,
  modules: [],
  exports: {},
  distinctive: [],
  commands: { 'az rest': request, 'm365 request': { http: M365_HEADERS } },
  channel: 'returns',
  roles: {},
  error: NO_ERROR,
  response: SPOKEN,
};

const command = (op: string): CallRow => ({ op, request: { options: 'named' } });

/** Commands for groups and applications that look first for one of the name are left out: they find it, or make another. */
export const azProgramShell: Sdk = {
  id: 'az-program',
  title: 'az',
  service: 'graph',
  languages: SHELL,
  modules: [],
  exports: {},
  distinctive: [],
  commands: {
    'az ad user create': command('POST /users'),
    'az ad group member add': command('POST /groups/{}/members/$ref'),
    'az ad sp create': command('POST /servicePrincipals'),
    'az ad app federated-credential create': command('POST /applications/{}/federatedIdentityCredentials'),
  },
  channel: 'returns',
  roles: {},
  error: NO_ERROR,
  response: SPOKEN,
};
