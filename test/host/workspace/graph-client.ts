import { Client } from '@microsoft/microsoft-graph-client';

/** The client of the signed-in user. */
export function graph(): Client {
  return Client.init({ authProvider: (done) => done(null, process.env['TOKEN'] ?? null) });
}
