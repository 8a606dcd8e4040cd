/**
 * A server on the loopback address that speaks HTTP and HTTPS on one port, since some clients take only the one and some
 * only the other.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { selfSigned } from './certificate.js';

/** Nobody but this machine. */
const HOST = '127.0.0.1';

/** First byte of a TLS connection. */
const HANDSHAKE = 22;

export interface Loopback {
  port: number;
  /** The certificate clients have to trust for HTTPS, in PEM. */
  certificate: string;
  close(): Promise<void>;
}

export class PortInUse extends Error {
  override name = 'PortInUse';
  constructor(readonly port: number) {
    super(`port ${port} is in use`);
  }
}

/**
 * @param port 0 for any free one
 * @throws PortInUse when another program listens there
 */
export async function listen(
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const { key, certificate } = selfSigned();
  const plain = createServer(onRequest);
  const secure = createTlsServer({ key, cert: certificate }, onRequest);
  // A client that does not trust the certificate hangs up; that is its business.
  secure.on('tlsClientError', () => undefined);
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      const encrypted = first[0] === HANDSHAKE;
      (encrypted ? secure : plain).emit('connection', socket);
      // TLS takes what was put back by itself, if nobody else reads; HTTP waits for it to flow.
      if (!encrypted) process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
    );
    server.listen(port, HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
