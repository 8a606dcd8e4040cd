/** Drives in the lab: names, behaviours, tags, copies, upload sessions. */
import assert from 'node:assert/strict';
import { LargeFileUploadTask } from '@microsoft/microsoft-graph-client';
import type { Json } from '../../src/lab/family.js';
import { graphErrorOf, withLab } from '../helpers/lab-client.js';

describe('lab: drives', () => {
  const at = withLab();
  const ROOT = '/me/drive/root';
  const BEHAVIOR = '@microsoft.graph.conflictBehavior';

  const names = async (): Promise<unknown[]> =>
    ((await at.json('GET', `${ROOT}/children`))['value'] as Json[]).map((i) => i['name']).sort();
  const folder = (name: string, behavior?: string): Json => ({
    name,
    folder: {},
    ...(behavior ? { [BEHAVIOR]: behavior } : {}),
  });
  const upload = (name: string, text: string, query = '', headers: Record<string, string> = {}): Promise<Response> =>
    at.raw('PUT', `${ROOT}:/${name}:/content${query}`, text, { 'Content-Type': 'text/plain', ...headers });
  const ruleOf = (response: Response): string | null => response.headers.get('x-guard409-rule');

  it('children: fail, rename, replace for folders, and 409 for files with replace', async () => {
    const first = await at.json('POST', `${ROOT}/children`, folder('Reports'));
    const error = await graphErrorOf(at.client.api(`${ROOT}/children`).post(folder('reports')));
    assert.deepEqual([error.statusCode, error.code], [409, 'nameAlreadyExists']);
    assert.equal((await at.raw('POST', `${ROOT}/children`, folder('Reports', 'rename'))).status, 201);
    const replaced = await at.raw('POST', '/drives/of-user-me/items/root/children', folder('Reports', 'replace'));
    assert.equal(replaced.status, 200);
    assert.equal(((await replaced.json()) as Json)['id'], first['id']);
    const file = { name: 'a.txt', file: {}, [BEHAVIOR]: 'replace' };
    assert.equal((await at.raw('POST', `${ROOT}/children`, file)).status, 201);
    assert.equal((await at.raw('POST', `${ROOT}/children`, file)).status, 409);
    assert.deepEqual(await names(), ['Reports', 'Reports 1', 'a.txt']);
    assert.equal((await at.json('GET', `${ROOT}:/Reports`))['id'], first['id']);
    await at.raw('POST', `${ROOT}:/Reports:/children`, folder('2030'));
    const inner = await at.json('GET', `/me/drive/items/${first['id']}:/2030`);
    assert.deepEqual(inner['parentReference'], { driveId: 'of-user-me', id: first['id'] });
    assert.equal((await at.raw('GET', `${ROOT}:/Nowhere`)).status, 404);
  });

  it('contents: replaced unless asked otherwise; another tag is 412', async () => {
    assert.equal((await upload('report.docx', 'one')).status, 201);
    const second = await upload('report.docx', 'two');
    assert.equal(second.status, 200);
    const { eTag } = (await second.json()) as Json;
    const refused = await upload('report.docx', 'three', `?${BEHAVIOR}=fail`);
    assert.deepEqual([refused.status, ruleOf(refused)], [409, 'graph/drive-content-changed']);
    assert.equal((await upload('report.docx', 'three', `?${BEHAVIOR}=rename`)).status, 201);
    assert.deepEqual(await names(), ['report 1.docx', 'report.docx']);
    assert.equal((await upload('report.docx', 'four', '', { 'If-Match': String(eTag) })).status, 200);
    assert.equal((await upload('report.docx', 'five', '', { 'If-Match': String(eTag) })).status, 412);
    assert.equal(await (await at.raw('GET', `${ROOT}:/report.docx:/content`)).text(), 'four');
    const orphan = await upload('No/such/folder/a.txt', 'x');
    assert.deepEqual([orphan.status, ruleOf(orphan)], [409, 'graph/drive-parent-missing']);
  });

  it('renaming, moving, deleting', async () => {
    const a = await at.json('POST', `${ROOT}/children`, folder('A'));
    const b = await at.json('POST', `${ROOT}/children`, folder('B'));
    const moved = await at.raw('PATCH', `/me/drive/items/${b['id']}`, { name: 'a' });
    assert.deepEqual([moved.status, ruleOf(moved)], [409, 'graph/drive-move-name-exists']);
    const into = { parentReference: { id: String(a['id']) } };
    assert.equal(
      (await at.raw('PATCH', `/me/drive/items/${b['id']}`, into, { 'If-Match': String(b['eTag']) })).status,
      200,
    );
    const stale = await at.raw('DELETE', `/me/drive/items/${b['id']}`, undefined, { 'If-Match': String(b['eTag']) });
    assert.deepEqual([stale.status, ruleOf(stale)], [412, 'graph/drive-stale-etag']);
    const nowhere = await at.raw('PATCH', `/me/drive/items/${b['id']}`, { parentReference: { id: 'none' } });
    assert.equal(nowhere.status, 409);
    assert.equal((await at.raw('DELETE', `/me/drive/items/${a['id']}`)).status, 204);
    assert.equal((await at.raw('GET', `/me/drive/items/${b['id']}`)).status, 404, 'with what was in it');
  });

  it('copies: refused at once, or, switched, where they are watched; replace is not honoured', async () => {
    const a = await at.json('POST', `${ROOT}/children`, folder('A'));
    const copy = (query: string, body: Json): Promise<Response> =>
      at.raw('POST', `/me/drive/items/${a['id']}/copy${query}`, body);
    const refused = await copy(`?${BEHAVIOR}=replace`, { name: 'A' });
    assert.deepEqual([refused.status, ruleOf(refused)], [409, 'graph/drive-copy-name-exists']);
    assert.equal((await copy(`?${BEHAVIOR}=rename`, { name: 'A' })).status, 202);
    assert.deepEqual(await names(), ['A', 'A 1']);
    at.lab.configure({ otherwise: { 'graph/drive-copy-name-exists': 202 } });
    const accepted = await copy('', { name: 'A' });
    assert.equal(accepted.status, 202);
    const watched = (await (await fetch(accepted.headers.get('location') ?? '')).json()) as Json;
    assert.equal(watched['status'], 'failed', JSON.stringify(watched));
    assert.deepEqual(await names(), ['A', 'A 1']);
  });

  it('upload sessions: one for a name, the name taken meanwhile, the real upload task', async () => {
    const session = `${ROOT}:/big.bin:/createUploadSession`;
    const { uploadUrl } = (await at.json('POST', session, { item: {} })) as { uploadUrl: string };
    const open = await at.raw('POST', session, {});
    assert.deepEqual([open.status, ruleOf(open)], [409, 'graph/upload-session-open']);
    const put = (range: string, text: string): Promise<Response> =>
      fetch(uploadUrl, { method: 'PUT', headers: { 'Content-Range': `bytes ${range}` }, body: text });
    assert.equal((await put('0-2/6', 'abc')).status, 202);
    await upload('big.bin', 'other');
    const late = await put('3-5/6', 'def');
    assert.deepEqual([late.status, ruleOf(late)], [409, 'graph/upload-name-taken']);
    assert.equal((await fetch(uploadUrl, { method: 'DELETE' })).status, 204);
    const exists = await at.raw('POST', session, { item: {} });
    assert.equal(ruleOf(exists), 'graph/upload-session-open');
    const top = await at.raw('POST', session, { [BEHAVIOR]: 'replace' });
    assert.equal(top.status, 409, 'ignored at the top of the body');

    const made = await LargeFileUploadTask.createUploadSession(at.client, session, { item: { [BEHAVIOR]: 'replace' } });
    const content = Buffer.alloc(400_000, 'x');
    const slice = {
      content,
      name: 'big.bin',
      size: content.length,
      sliceFile: (r: { minValue: number; maxValue: number }) =>
        new Uint8Array(content.subarray(r.minValue, r.maxValue + 1)).buffer,
    };
    await new LargeFileUploadTask(at.client, slice, made, { rangeSize: 327_680 }).upload();
    assert.equal((await at.json('GET', `${ROOT}:/big.bin`))['size'], content.length);
  });

  it('the web page keeps both', async () => {
    at.lab.configure({ mode: 'portal' });
    await at.raw('POST', `${ROOT}/children`, folder('A'));
    const second = await at.raw('POST', `${ROOT}/children`, folder('A'));
    assert.deepEqual([second.status, second.headers.get('x-guard409-portal')], [201, 'rename']);
    assert.deepEqual(await names(), ['A', 'A 1']);
  });

  it('links are made once', async () => {
    const a = await at.json('POST', `${ROOT}/children`, folder('A'));
    const link = (): Promise<Response> => at.raw('POST', `/me/drive/items/${a['id']}/createLink`, { type: 'view' });
    assert.deepEqual([(await link()).status, (await link()).status], [201, 200]);
  });
});
