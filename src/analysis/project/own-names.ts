/** What a project says of its own code in its configuration. */
import type { EngineConfig, HttpClientConfig } from '../engine-config.js';

export interface OwnNames {
  /** Functions and methods that tell conflicts apart for the calls or errors they are given. */
  handlers: ReadonlySet<string>;
  /** HTTP clients by the name they go by, and the address their relative URLs belong to. */
  clients: readonly HttpClientConfig[];
}

export const NO_NAMES: OwnNames = { handlers: new Set(), clients: [] };

/** The names of a configuration. */
export function ownNames(config: EngineConfig): OwnNames {
  return { handlers: new Set(config.handlers), clients: config.httpClients };
}
