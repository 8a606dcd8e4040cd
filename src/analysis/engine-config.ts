/** What the engine can be told. Plain and serialisable, so that it crosses to a worker as it is. */
import type { Severity } from './findings.js';

/** Severities by rule id (`graph/group-duplicate`), by service (`cosmos/*`) or for all (`*`); the closest one counts. */
export type Severities = Readonly<Record<string, Severity>>;

/** An in-house HTTP client: a variable, field or module name, and the address its relative URLs belong to. */
export interface HttpClientConfig {
  name: string;
  baseUrl: string;
}

/** A client of the project by the name it goes by: of its variable, field, function, import or module, or of its type. */
export interface NamedClientConfig {
  name: string;
  /** Globs relative to the configuration's folder; without them the name counts in every file. */
  files?: readonly string[];
}

/** Other severities for some of the files. */
export interface OverrideConfig {
  /** Globs relative to the configuration's folder. */
  files: readonly string[];
  /** Severity of every mark in these files. */
  severity?: Severity;
  /** Severities by rule; wins over `severity`. */
  severities?: Severities;
}

export interface EngineConfig {
  /** Folder the globs are relative to, in the form of the `file` the engine is given; empty when those are relative. */
  root: string;
  severities: Severities;
  /** Later ones win. */
  overrides: readonly OverrideConfig[];
  /** Marks in tests, samples and generated files are shown as information. */
  testsAsInformation: boolean;
  httpClients: readonly HttpClientConfig[];
  /** Clients that only look like one of the services': their calls are no sites. */
  excludedClients: readonly NamedClientConfig[];
  /** Clients that surely are one of the services': their calls are certain. */
  confirmedClients: readonly NamedClientConfig[];
  /** Names of functions and methods that tell conflicts apart for the calls or errors they are given. */
  handlers: readonly string[];
}

/** What holds without a configuration file. */
export const DEFAULT_CONFIG: EngineConfig = {
  root: '',
  severities: {},
  overrides: [],
  testsAsInformation: true,
  httpClients: [],
  excludedClients: [],
  confirmedClients: [],
  handlers: [],
};
