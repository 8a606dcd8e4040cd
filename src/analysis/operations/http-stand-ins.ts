/**
 * Calls that say how a request is answered, or that one was made: they are written with a verb and an address like a request,
 * and send none. Sources: the reference pages of the libraries named below.
 */
import type { Call, New, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { calleeName } from './request.js';

/** Names of such calls, whatever the library: `mockPost(…)`, `postStub(…)`, `handler.SetupRequest(…)`, `assert_called_with(…)`. */
const NAMES =
  /^(?:register\w*|handle(?:func)?|mock\w*|stub\w*|intercept\w*|expect\w*|assert\w*|when|given|setup(?:Request\w*|Sequence)?|verify(?:Request\w*)?|toHaveBeen\w*|calledWith\w*|waitFor(?:Request|Response)|on(?:Post|Put|Patch|Delete|Any)|(?:post|put|patch|delete)(?:Once|RequestedFor)|add_response|\w+(?:Mock|Stub|Spy|Fake)s?)$/i;

/** What is given to such a call is one, too: `stubFor(post(url))`, `mockMvc.perform(post(path))`. */
const AROUND = /^(?:stubFor|verify|given|when|setupServer|setupWorker)$/i;
/** The same where a stand-in is named as what performs. */
const PERFORMS = 'perform';
const PERFORMER = /mock|mvc/i;

/** What follows the one that only describes the request: `.reply(201)`, `.willReturn(…)`. */
const ANSWERS =
  /^(?:reply\w*|respond\w*|willReturn|willRespondWith|andRespond|andReturn|thenReply|thenRespond\w*|returnsResponse\w*|returnsJson\w*|mock)$/i;

/** Modules, and all below them, of libraries that answer in the place of a service, or that ask the program's own routes. */
export const standInModules: Readonly<Record<'npm' | 'pypi' | 'goProxy', readonly string[]>> = {
  npm: [
    'nock',
    'msw',
    'axios-mock-adapter',
    'moxios',
    'fetch-mock',
    '@fetch-mock',
    'jest-fetch-mock',
    'vitest-fetch-mock',
    'supertest',
    'chai-http',
  ],
  pypi: ['responses', 'requests_mock', 'respx', 'aioresponses', 'httpretty'],
  goProxy: ['github.com/h2non/gock', 'gopkg.in/h2non/gock.v1', 'github.com/jarcoal/httpmock'],
};

const MODULES = Object.values(standInModules).flat();

/** What plugins of pytest hand to a test by the name of its parameter. */
export const standInFixtures: readonly string[] = ['requests_mock', 'httpx_mock', 'respx_mock', 'aioresponses'];

/** True for a call by its own name. */
export function isNamedStandIn(call: Call | New): boolean {
  return NAMES.test(calleeName(call));
}

/** True for a call by what is around it, or by the library it belongs to. */
export function isStandIn(ev: Evaluator, cell: Cell & { val: Call | New }): boolean {
  return isDescribed(cell) || (cell.val.v === 'call' && isOfLibrary(ev, { ...cell, val: cell.val }, 0));
}

/** The chain goes on with an answer, or all of it is given to a call that takes descriptions. */
function isDescribed({ file, val }: Cell & { val: Call | New }): boolean {
  let at: Val = val;
  for (;;) {
    const up = file.parent(at);
    if (!up || !('v' in up.node) || (up.node.v !== 'call' && up.node.v !== 'member')) return false;
    if (up.role === 'arg' && up.node.v === 'call') return describes(up.node);
    if (up.role === 'obj' && up.node.v === 'member') {
      const called = file.parent(up.node);
      if (called?.role === 'callee' && ANSWERS.test(up.node.name)) return true;
    } else if (up.role !== 'callee') return false;
    at = up.node;
  }
}

function describes({ callee }: Call): boolean {
  if (callee.v !== 'member') return callee.v === 'ref' && AROUND.test(callee.name);
  if (callee.name !== PERFORMS) return AROUND.test(callee.name);
  return callee.obj.v === 'ref' || callee.obj.v === 'member' ? PERFORMER.test(callee.obj.name) : false;
}

/** How far values are followed: `scope` of `nock(…)`, `m` of `requests_mock.Mocker()`. */
const MOST = 2;

function isOfLibrary(ev: Evaluator, cell: Cell, depth: number): boolean {
  let root: Val = cell.val;
  while (root.v === 'call' || root.v === 'member') root = root.v === 'call' ? root.callee : root.obj;
  const name = root.v === 'new' ? root.type.path[0] : root.v === 'ref' ? root.name : undefined;
  if (name === undefined) return false;
  const def = root.v === 'ref' ? cell.file.resolve(root) : cell.file.top.names.get(name);
  if (def?.import) return isStandInModule(def.import.from.module);
  if (def?.param && standInFixtures.includes(name)) return true;
  if (root.v !== 'ref' || depth >= MOST) return false;
  return ev
    .origins({ ...cell, val: root })
    .some((o) => o.val !== root && (o.val.v === 'call' || o.val.v === 'new') && isOfLibrary(ev, o, depth + 1));
}

function isStandInModule(module: string): boolean {
  return MODULES.some((own) => module === own || module.startsWith(`${own}/`));
}
