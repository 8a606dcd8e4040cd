/** HTTP to requests of the lab and back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from './family.js';
import { isJson, type LabAnswer, type LabRequest } from './request.js';

/** Larger bodies are refused: nothing the lab keeps is that large. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a body to its end. @throws Error when it is too large */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    length += bytes.length;
    if (length > MOST_BYTES) throw new Error('the body is too large for the lab');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Scheme and host as the client wrote them. */
export function originOf(request: IncomingMessage): string {
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  return `${scheme}://${request.headers.host ?? `127.0.0.1:${request.socket.localPort}`}`;
}

/** @param path and query as sent, without the version */
export function labRequest(request: IncomingMessage, bytes: Buffer, target: string, base: string): LabRequest {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    path,
    query: new URLSearchParams(query),
    headers: headersOf(request),
    body: jsonOf(bytes),
    bytes,
    base,
  };
}

/** A body that is a JSON object, or undefined. */
export function jsonOf(bytes: Buffer): Json | undefined {
  if (bytes.length === 0) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function send(response: ServerResponse, { status, headers = {}, body }: LabAnswer): void {
  const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { ...(bytes ? { 'Content-Type': type } : {}), ...headers });
  response.end(bytes);
}
