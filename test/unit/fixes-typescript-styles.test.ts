/** Fixes follow the style of the file they are written into, and share what it has already. */
import assert from 'node:assert/strict';
import { apply, applyAll, openSites, stands } from '../proof/lib/fixing.js';
import { plain } from './fixes-typescript-sources.js';

const { file, text: base } = plain;

/** A file with strings in two kinds of quotes has no kind of its own; these texts have one. */
const styles: { title: string; text: string; wrong: RegExp; right?: RegExp }[] = [
  { title: 'single quotes', text: base, wrong: /"/, right: /'[@\w]/ },
  { title: 'double quotes', text: base.replace(/'/g, '"'), wrong: /'/, right: /"[@\w]/ },
  { title: 'no semicolons', text: base.replace(/;$/gm, ''), wrong: /;$/m },
  { title: 'semicolons', text: base, wrong: /[\w)]$/m, right: /;$/m },
  {
    title: 'tabs',
    text: base.replace(/^( {2})+/gm, (s) => '\t'.repeat(s.length / 2)),
    wrong: /^ {2}/m,
    right: /^\t\t\w/m,
  },
  { title: 'two spaces', text: base, wrong: /^(?: {2})* [^ *]/m, right: /^ {2}\w/m },
  {
    title: 'four spaces',
    text: base.replace(/^( {2})+/gm, (s) => s + s),
    wrong: /^(?: {4})* {1,3}[^ *]/m,
    right: /^ {4}\w/m,
  },
  { title: 'line feeds', text: base, wrong: /\r/, right: /\n/ },
  { title: 'carriage returns', text: base.replace(/\n/g, '\r\n'), wrong: /(?<!\r)\n/, right: /\r\n/ },
  {
    title: 'double quotes, tabs, no semicolons, carriage returns',
    text: base
      .replace(/'/g, '"')
      .replace(/;$/gm, '')
      .replace(/^( {2})+/gm, (s) => '\t'.repeat(s.length / 2))
      .replace(/\n/g, '\r\n'),
    wrong: /'|;\r?$|^ {2}|(?<!\r)\n/m,
  },
];

describe('the fixes for TypeScript, by style', () => {
  for (const { title, text, wrong, right } of styles)
    for (const fix of ['create-or-get', 'report-conflict'] as const)
      it(`${title}: ${fix}`, async () => {
        const applied = await apply(file, text, fix);
        await stands(file, text, applied);
        const inserted = applied.edits.filter((edit) => edit.start === edit.end).map((edit) => edit.text);
        assert.equal(inserted.length, 1);
        for (const piece of inserted) {
          // What is said in comments is prose.
          const code = piece.replace(/\/\*\*.*?\*\/|\/\/.*/g, '');
          assert.doesNotMatch(code, wrong);
          if (right) assert.match(code, right);
        }
      });

  it('keeps a file without a line end at its end apart from the helper', async () => {
    const text = base.trimEnd();
    const applied = await apply(file, text, 'report-conflict');
    await stands(file, text, applied);
    assert.ok(applied.text.startsWith(applied.text.slice(0, 20)) && /\n\}\n\n\/\*\*/.test(applied.text));
  });

  it('separates a helper by one empty line, and ends the file with one line end', async () => {
    const { text } = await apply(file, base, 'report-conflict');
    assert.match(text, /\}\n\n\/\*\* [^\n]*\*\/\nasync function/);
    assert.match(text, /[^\n]\n$/);
  });

  it('leaves the lines above where they are', async () => {
    const { text } = await apply(file, base, 'create-or-get');
    assert.deepEqual(text.split('\n').length > 30, true);
    assert.equal(
      text.split('\n').findIndex((line) => line.includes('throw new Error')),
      base.split('\n').findIndex((line) => line.includes('throw new Error')),
    );
  });
});

describe('the texts of a fix for TypeScript', () => {
  const graph = `import { Client } from "@microsoft/microsoft-graph-client";
const client = Client.init({ authProvider: (done) => done(null, "token") });
`;

  it('keep the quotes that belong to a URL', async () => {
    const text = `${graph}export const add = async () => await client.api("/servicePrincipals").post({ appId: "1-2" });\n`;
    const applied = await apply(file, text, 'create-or-get');
    await stands(file, text, applied);
    assert.match(applied.text, /`\/servicePrincipals\(appId='1-2'\)`/);
  });

  it('encode a value of the code in a URL', async () => {
    const text = `${graph}export const add = async (id: string) => await client.api("/servicePrincipals").post({ appId: id });\n`;
    const applied = await apply(file, text, 'create-or-get');
    await stands(file, text, applied);
    assert.ok(applied.text.includes(`(appId='\${encodeURIComponent(id.replace(/'/g, "''"))}')`), applied.text);
  });

  it('leave the body that is handed over as it was written', async () => {
    const body = `{
  resource: "me/events", changeType: 'created', notificationUrl: "https://a",
  expirationDateTime: (() => { const at = new Date(); return at.toISOString()
  })()
}`;
    const text = `${graph}export const add = async () => await client.api("/subscriptions").post(${body})\n`;
    const applied = await apply(file, text, 'create-or-get');
    await stands(file, text, applied);
    assert.ok(applied.text.includes(body), applied.text);
  });
});

const two = `${base}
export async function keep(order: { id: string }) {
  await container.items.create(order);
}
`;

describe('the helpers of the fixes for TypeScript', () => {
  const declared = (text: string): string[] => [...text.matchAll(/function (\w+)/g)].map(([, name = '']) => name);

  it('are shared by two calls of a file', async () => {
    const text = await applyAll(file, two, 'report-conflict');
    assert.deepEqual(declared(text), ['save', 'keep', 'reportConflict']);
    assert.equal(text.match(/await reportConflict\(/g)?.length, 2);
  });

  it('are shared in a file with a style of its own', async () => {
    const own = two.replace(/'/g, '"').replace(/;$/gm, '').replace(/\n/g, '\r\n');
    const text = await applyAll(file, own, 'create-or-get');
    assert.deepEqual(declared(text), ['save', 'keep', 'createOrGetItem']);
  });

  it('are found again where one was inserted before, also under another number', async () => {
    const once = await apply(file, two.replace('keep(', 'reportConflict('), 'report-conflict');
    assert.deepEqual(declared(once.text), ['save', 'reportConflict', 'reportConflict2']);
    const twice = await apply(file, once.text, 'report-conflict');
    assert.deepEqual(declared(twice.text), ['save', 'reportConflict', 'reportConflict2']);
    assert.equal(twice.text.match(/reportConflict2\(/g)?.length, 2);
  });

  for (const [title, taken] of [
    ['a function', 'export function reportConflict() {}\n'],
    ['an import', "import { reportConflict } from './report.js';\nreportConflict();\n"],
    ['a variable', 'export const reportConflict = 1;\n'],
    ['a local variable', 'export function f() {\n  const reportConflict = 1;\n  return reportConflict;\n}\n'],
    ['a type', 'export interface reportConflict {}\n'],
    ['a parameter', 'export const f = (reportConflict: number) => reportConflict;\n'],
  ] as const)
    it(`take another name where ${title} has theirs`, async () => {
      const text = taken.startsWith('import') ? taken + base : base + taken;
      const applied = await apply(file, text, 'report-conflict');
      await stands(file, text, applied);
      assert.match(applied.text, /await reportConflict2\(/);
      assert.match(applied.text, /async function reportConflict2</);
    });

  it('are two where two libraries tell the conflict in two ways', async () => {
    const text = `${base}
import { Client } from '@microsoft/microsoft-graph-client';
const client = Client.init({ authProvider: (done) => done(null, 'token') });
export const add = async (mail: string) => await client.api('/groups').post({ mailNickname: mail });
`;
    const fixed = await applyAll(file, text, 'report-conflict');
    assert.deepEqual(declared(fixed), ['save', 'reportConflict', 'reportConflict2']);
    assert.deepEqual(await openSites(file, fixed), []);
  });

  it('do not need a name the file shadows', async () => {
    // A parameter of the lifted call must not hide what the call reads.
    const text = base
      .replace('create(order)', 'create({ id: item.id, of: order })')
      .replace('(order:', '(item: { id: string }, order:');
    const applied = await apply(file, text, 'create-or-get');
    await stands(file, text, applied);
  });
});
