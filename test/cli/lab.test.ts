/** `guard409 lab`. */
import assert from 'node:assert/strict';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { fakeDependencies } from './fake-dependencies.js';
import { cli } from './run-cli.js';

/** A port that is taken as long as the server is open. */
async function takenPort(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

async function freePort(): Promise<number> {
  const { port, server } = await takenPort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('guard409 lab', () => {
  it('tells the addresses, prints what is asked, and ends when it is stopped', async () => {
    const [port, cosmos] = [await freePort(), await freePort()];
    const staff = { displayName: 'Ada', emailAddress: 'ada@contoso.example' };
    const stopped = async (): Promise<void> => {
      const url = `http://127.0.0.1:${port}/v1.0/solutions/bookingBusinesses/b/staffMembers`;
      const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer very-secret' };
      for (let n = 0; n < 2; n++) await fetch(url, { method: 'POST', headers, body: JSON.stringify(staff) });
      assert.equal((await fetch(`http://127.0.0.1:${cosmos}/dbs`)).status, 200);
    };
    const { lab, ...rest } = fakeDependencies();
    const args = ['lab', '--port', `${port}`, '--cosmos-port', `${cosmos}`, '--mode', 'api', '--page-size', '2'];
    const { code, stdout, stderr } = await cli('/', args, { dependencies: { ...rest, lab: { ...lab, stopped } } });
    assert.equal(code, 0, stderr);
    assert.ok(stdout.includes(`http://127.0.0.1:${port}/v1.0`));
    assert.ok(stdout.includes(`https://127.0.0.1:${cosmos}`));
    const line = stdout.split('\n').find((l) => l.includes(' 409 '));
    assert.match(
      line ?? '',
      /POST {3}\/solutions\/bookingBusinesses\/\{\}\/staffMembers {2}Conflict · bookings\/staff-member-exists/,
    );
    assert.ok(stdout.includes('Portal: Looks for the person first.'));
    assert.ok(!stdout.includes('ada@contoso') && !stdout.includes('very-secret'), 'no values in the journal');
    await assert.rejects(fetch(`http://127.0.0.1:${port}/v1.0/users`));
  });

  it('refuses a port that is taken, and says what to do', async () => {
    const { port, server } = await takenPort();
    const free = await freePort();
    for (const ports of [
      ['--port', `${port}`, '--cosmos-port', `${free}`],
      ['--port', `${free}`, '--cosmos-port', `${port}`],
    ]) {
      const { code, stderr } = await cli('/', ['lab', ...ports]);
      assert.equal(code, 2);
      assert.ok(stderr.includes(`port ${port} is in use; choose others with --port and --cosmos-port`), stderr);
    }
    server.close();
  });
});
