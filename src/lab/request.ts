/** A request and its answer, apart from how they travel: a step of a batch is one too. */
import type { Json } from './family.js';

export interface LabRequest {
  method: string;
  /** Path without the version, as it was sent: `/users('x')/messages`. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** A JSON body, or undefined. */
  body: Json | undefined;
  /** The body as it came, for file contents. */
  bytes: Buffer;
  /** Address that links in answers begin with: `http://127.0.0.1:8409/v1.0`. */
  base: string;
}

export interface LabAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: Json | Buffer;
  /** The scenario and record the answer reproduces. */
  rule?: string;
  record?: string;
  /** What the portal did instead of refusing. */
  portal?: string;
}

/** An object, and no list. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
