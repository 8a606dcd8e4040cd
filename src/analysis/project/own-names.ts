/** What a project says of its own code in its configuration. */
import type { EngineConfig, HttpClientConfig, NamedClientConfig } from '../engine-config.js';
import { compileGlobs, within } from '../globs.js';

export interface OwnNames {
  /** Functions and methods that tell conflicts apart for the calls or errors they are given. */
  handlers: ReadonlySet<string>;
  /** HTTP clients by the name they go by, and the address their relative URLs belong to. */
  clients: readonly HttpClientConfig[];
  /** Names of clients that are none of the services'. */
  excluded: ReadonlySet<string>;
  /** Names of clients that surely are one of the services'. */
  confirmed: ReadonlySet<string>;
}

export const NO_NAMES: OwnNames = { handlers: new Set(), clients: [], excluded: new Set(), confirmed: new Set() };

/** The names of a configuration, by the file they are asked for. */
export function ownNames(config: EngineConfig): (file: string) => OwnNames {
  const handlers = new Set(config.handlers);
  const excluded = namesIn(config.excludedClients);
  const confirmed = namesIn(config.confirmedClients);
  return (file) => {
    const path = within(config.root, file);
    return { handlers, clients: config.httpClients, excluded: excluded(path), confirmed: confirmed(path) };
  };
}

/** Names by the path of a file, relative to the configuration's folder. */
function namesIn(clients: readonly NamedClientConfig[]): (path: string) => ReadonlySet<string> {
  const everywhere = new Set(clients.filter((c) => c.files === undefined).map((c) => c.name));
  const some = clients.flatMap(({ name, files }) => (files ? [{ name, test: compileGlobs(files) }] : []));
  if (some.length === 0) return () => everywhere;
  return (path) => new Set([...everywhere, ...some.filter(({ test }) => test(path)).map(({ name }) => name)]);
}
