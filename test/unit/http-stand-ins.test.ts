/** Every row of what stands for a service in tests: the same call of anything else is marked. */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { standInFixtures, standInModules } from '../../src/analysis/operations/http-stand-ins.js';

const URL = 'https://graph.microsoft.com/v1.0/users';
const engine = fixingEngine();

async function sites(file: string, text: string): Promise<number> {
  const result = await engine.analyse(file, text, () => undefined);
  return result.sites.length;
}

/** A file that posts through something it imports. */
const files: Record<keyof typeof standInModules, (module: string) => [file: string, text: string]> = {
  npm: (module) => ['a.ts', `import x from '${module}';\nx.post('${URL}', {});\n`],
  pypi: (module) => ['a.py', `import ${module}\n\n${module}.post('${URL}', json={})\n`],
  goProxy: (module) => ['a.go', `package a\n\nimport x "${module}"\n\nfunc add() {\n\tx.Post("${URL}", nil)\n}\n`],
};

describe('stand-ins for a service', () => {
  for (const registry of ['npm', 'pypi', 'goProxy'] as const) {
    it(`are told from other clients of ${registry}`, async () => {
      assert.equal(await sites(...files[registry]('senders')), 1);
    });
    for (const module of standInModules[registry])
      it(`are those of ${module}`, async () => assert.equal(await sites(...files[registry](module)), 0));
  }

  const fixture = (name: string): [string, string] => [
    'test_a.py',
    `def test_add(${name}):\n    ${name}.post('${URL}', json={})\n`,
  ];
  it('are told from other parameters', async () => assert.equal(await sites(...fixture('client')), 1));
  for (const name of standInFixtures)
    it(`are those that pytest hands over as ${name}`, async () => assert.equal(await sites(...fixture(name)), 0));

  const named = (name: string): [string, string] => ['a.ts', `api.${name}('POST', '${URL}', {});\n`];
  it('are told from calls of other names', async () => {
    for (const name of ['send', 'setupUser', 'verifyUser', 'waitForUser', 'whenever'])
      assert.equal(await sites(...named(name)), 1, name);
  });
  for (const name of [
    'registerResponder',
    'handleFunc',
    'mockRequest',
    'stubRequest',
    'intercept',
    'expectRequest',
    'assert_called_with',
    'when',
    'given',
    'setupRequest',
    'setupSequence',
    'verifyRequest',
    'toHaveBeenCalledWith',
    'calledWith',
    'waitForResponse',
    'onPost',
    'postOnce',
    'putRequestedFor',
    'add_response',
    'sendSpy',
  ])
    it(`are those named ${name}`, async () => assert.equal(await sites(...named(name)), 0));
});
