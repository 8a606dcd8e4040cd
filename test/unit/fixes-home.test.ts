/** Helpers in a file of their own: how they are imported, and that a helper which is there is used again. */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { isOpen } from '../../src/analysis/engine.js';
import { computeFix, type Fixed } from '../../src/phrasing/fixer.js';
import { typeCheck } from '../proof/lib/type-check.js';

const HEAD = "import { Client } from '@microsoft/microsoft-graph-client';\n";
const CALL = "client.api('/servicePrincipals/s/synchronization/jobs').post({ templateId: 't' })";
const WAITS = `${HEAD}export const f = async (client: Client) => { await ${CALL}; };\n`;
const FIX = 'back-off-and-retry';

const engine = fixingEngine();

/** Applies a fix to the first finding of a file. */
async function fixed(files: Readonly<Record<string, string>>, file: string, home?: string): Promise<Fixed> {
  const read = (path: string): string | undefined => files[path];
  const text = files[file] ?? '';
  const { sites } = await engine.analyse(file, text, read);
  const site = sites.find(isOpen);
  assert.ok(site, file);
  const out = await computeFix(engine, file, text, read, site, FIX, undefined, home);
  assert.ok(out?.cured, `${out?.text}\n${out?.home?.text}`);
  return out;
}

const firstLines = (text: string): string => text.split('\n').slice(0, 3).join('\n');

describe('helpers in a file of their own', () => {
  const made = new Map<string, string>();

  it('a new file holds them, and is imported', async () => {
    const { text, home, helper } = await fixed({ '/p/src/a.ts': WAITS }, '/p/src/a.ts', '/p/src/shared/conflicts.ts');
    assert.equal(home?.path, '/p/src/shared/conflicts.ts');
    assert.match(home?.text ?? '', /^\/\*\* Makes a call again.*\nexport async function retryConflicts</);
    assert.match(home?.text ?? '', /\n\n\/\*\* The wait .*\nfunction retryAfterMs\(/);
    assert.equal(helper, undefined);
    assert.match(text, /^import \{ retryConflicts \} from '\.\/shared\/conflicts';$/m);
    assert.doesNotMatch(text, /function/);
    made.set('src/a.ts', text).set('src/shared/conflicts.ts', home?.text ?? '');
  });

  it('compiles', async function () {
    this.timeout(60_000);
    assert.equal(made.size, 2);
    assert.deepEqual([...(await typeCheck(made))], []);
  });

  it('a file that has others keeps them, in its own style', async () => {
    const there = 'export function one() {\n    return "one"\n}\n\nexport function two() {\n    return "two"\n}';
    const { home } = await fixed({ '/p/a.ts': WAITS, '/p/util.ts': there }, '/p/a.ts', '/p/util.ts');
    assert.ok(home?.text.startsWith(`${there}\n\n/** Makes`), home?.text);
    assert.match(home?.text ?? '', /^ {4}const deadline = Date\.now\(\) \+ 30_000$/m);
    assert.match(home?.text ?? '', /^export async function retryConflicts</m);
  });

  it('one that is there is imported, in the same file as in others', async () => {
    const first = await fixed({ '/p/src/a.ts': WAITS }, '/p/src/a.ts', '/p/src/conflicts.ts');
    const helpers = first.home?.text ?? '';
    const files = { '/p/src/conflicts.ts': helpers, '/p/src/deep/b.ts': WAITS };
    // Near by, it is found without being named.
    const { text, home } = await fixed(files, '/p/src/deep/b.ts');
    assert.equal(home, undefined);
    assert.match(text, /^import \{ retryConflicts \} from '\.\.\/conflicts';$/m);
    // By another name, where the file imports it.
    const own = `${HEAD}import { one } from '../../own/again.js';\n${WAITS.slice(HEAD.length)}console.log(one);\n`;
    const again = { '/p/own/again.ts': `export const one = 1;\n\n${helpers}`, '/p/src/deep/b.ts': own };
    const other = await fixed(again, '/p/src/deep/b.ts');
    assert.match(other.text, /^import \{ one, retryConflicts \} from '\.\.\/\.\.\/own\/again\.js';$/m);
    assert.doesNotMatch(other.text, /function/);
  });

  it('a helper of the same name that does something else is left alone', async () => {
    const there = 'export async function retryConflicts() {}\n';
    const { text, home } = await fixed({ '/p/a.ts': WAITS, '/p/conflicts.ts': there }, '/p/a.ts', '/p/conflicts.ts');
    assert.match(text, /^import \{ retryConflicts2 \} from '\.\/conflicts';$/m);
    assert.match(home?.text ?? '', /^export async function retryConflicts2</m);
    const alone = await fixed({ '/p/a.ts': WAITS, '/p/conflicts.ts': there }, '/p/a.ts');
    assert.equal(alone.home, undefined);
    assert.match(alone.text, /^async function retryConflicts</m);
  });

  it('a name the importing file has another use for is not taken', async () => {
    const text = `${WAITS}export const retryConflicts = 1;\n`;
    const { home } = await fixed({ '/p/a.ts': text }, '/p/a.ts', '/p/conflicts.ts');
    assert.match(home?.text ?? '', /^export async function retryConflicts2</m);
  });

  const MODULES: Readonly<Record<string, { file: string; text: string; home: string; line: RegExp }>> = {
    'with the ending that other imports have': {
      file: '/p/a.ts',
      text: `${HEAD}import { x } from './x.js';\nexport const f = async (client: Client) => { await ${CALL}; console.log(x); };\n`,
      home: '/p/conflicts.ts',
      line: /^import \{ retryConflicts \} from '\.\/conflicts\.js';$/m,
    },
    'with the ending of a module that says so': {
      file: '/p/a.mts',
      text: WAITS,
      home: '/p/conflicts.mts',
      line: /^import \{ retryConflicts \} from '\.\/conflicts\.mjs';$/m,
    },
    'in JavaScript': {
      file: '/p/a.js',
      text: WAITS.replace(': Client', ''),
      home: '/p/lib/conflicts.js',
      line: /^import \{ retryConflicts \} from '\.\/lib\/conflicts\.js';$/m,
    },
    'in a file of double quotes without semicolons': {
      file: '/p/a.ts',
      text: WAITS.replaceAll("'", '"').replaceAll(';', '').replace(' })', ' }),\n"x", "y", "z", "a"'),
      home: '/p/conflicts.ts',
      line: /^import \{ retryConflicts \} from "\.\/conflicts"$/m,
    },
    'by require': {
      file: '/p/a.js',
      text: `const { Client } = require('@microsoft/microsoft-graph-client');\nconst client = Client.init({});\nexports.f = async () => { await ${CALL}; };\n`,
      home: '/p/conflicts.js',
      line: /^const \{ retryConflicts \} = require\('\.\/conflicts'\);$/m,
    },
  };
  for (const [title, { file, text, home, line }] of Object.entries(MODULES))
    it(`is imported ${title}`, async () => {
      const out = await fixed({ [file]: text }, file, home);
      assert.match(out.text, line, firstLines(out.text));
      if (title === 'by require') {
        assert.match(out.home?.text ?? '', /^module\.exports\.retryConflicts = retryConflicts;$/m);
        assert.doesNotMatch(out.home?.text ?? '', /^export /m);
      }
    });

  it('stays in the file of the call where the other one is of another language', async () => {
    const { text, home } = await fixed({ '/p/a.ts': WAITS }, '/p/a.ts', '/p/conflicts.js');
    assert.equal(home, undefined);
    assert.match(text, /^async function retryConflicts</m);
  });
});
