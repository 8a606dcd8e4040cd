/**
 * Most files mention none of the services. Two literals decide before anything is parsed: evidence of a service and,
 * of the same service, an operation.
 */
import { languages } from './languages/index.js';
import { commandNames, mentionsCommand } from './operations/commands.js';
import { type Gate, mayHoldRequest, mayHoldVerb } from './operations/raw-gate.js';
import type { Sdk } from './operations/sdk.js';
import { sdks } from './operations/sdks/index.js';

/** What lets a text of one language through. */
interface Gates {
  /** Evidence of any client library: most texts hold none, and are read once instead of once for each. */
  library: RegExp | undefined;
  libraries: Gate[];
  /** Commands known by their name alone. */
  commands: Set<string>;
  /** Texts may stand without quotes. */
  bareWords: boolean;
}

const gates = new Map<string, Gates>();

/**
 * True if a file may hold an operation: whatever this refuses is not parsed.
 *
 * @param clients names of the project's own HTTP clients: they are evidence as well
 */
export function prefilter(languageId: string, text: string, clients: readonly { name: string }[] = []): boolean {
  if (clients.some((c) => text.includes(c.name)) && mayHoldVerb(text, false)) return true;
  const own = gatesOf(languageId);
  const holds = (g: Gate): boolean => g.evidence.test(text) && g.operation.test(text);
  return (
    (own.library?.test(text) === true && own.libraries.some(holds)) ||
    mayHoldRequest(text, own.bareWords) ||
    mentionsCommand(text, own.commands)
  );
}

/**
 * True if a part of a text may hold the call of an operation, whatever the evidence for it is and wherever that stands.
 * Parameters as for `prefilter`.
 */
export function mayCall(languageId: string, part: string): boolean {
  const { libraries, commands, bareWords } = gatesOf(languageId);
  if (mayHoldVerb(part, bareWords) || mentionsCommand(part, commands)) return true;
  return libraries.some(({ operation }) => operation.test(part));
}

function gatesOf(languageId: string): Gates {
  let own = gates.get(languageId);
  if (!own) {
    own = build(languageId);
    gates.set(languageId, own);
  }
  return own;
}

function build(languageId: string): Gates {
  const libraries: Gate[] = [];
  const own = sdks.filter((sdk) => sdk.languages.includes(languageId));
  for (const sdk of own) {
    if (sdk.service === 'http') continue;
    const gate = ofSdk(sdk);
    if (gate) libraries.push(gate);
  }
  const sources = libraries.map((g) => g.evidence.source);
  return {
    library: sources.length ? new RegExp(sources.join('|')) : undefined,
    libraries,
    commands: commandNames(own),
    bareWords: languages.find((l) => l.id === languageId)?.traits.bareWords === true,
  };
}

/** What a text must hold for a library: one of the words that speak of it, and the name of a call that is an operation. */
export function wordsOf(sdk: Sdk): { evidence: string[]; operations: string[] } {
  const evidence = [
    ...sdk.modules.map((m) => m.replace(/[*/]+$/, '').replace(/\.$/, '')),
    ...sdk.distinctive,
    ...(sdk.copies ?? []).map((c) => c.replace(/^\*+|[*/]+$/g, '')),
    ...Object.keys(sdk.ambient ?? {}).map((m) => (m.endsWith('()') ? `.${m.slice(0, -1)}` : m)),
    ...Object.keys(sdk.globals ?? {}).map((g) => `${g}.`),
    ...(sdk.derived?.when ?? []),
    ...(sdk.hints ?? []),
  ];
  const names = new Set<string>();
  for (const role of Object.values(sdk.roles))
    for (const [name, row] of Object.entries(role.calls ?? {})) if (row.op || row.http) names.add(name);
  for (const name of [...Object.keys(sdk.builder?.verbs ?? {}), ...Object.keys(sdk.builder?.sends ?? {})])
    names.add(name);
  for (const name of Object.keys(sdk.commands ?? {})) names.add(name);
  return { evidence, operations: [...names] };
}

function ofSdk(sdk: Sdk): Gate | undefined {
  const words = wordsOf(sdk);
  const { evidence } = words;
  const operations = words.operations.filter((name) => !sdk.commands?.[name]);
  if (!evidence.length || !operations.length) return undefined;
  return {
    evidence: new RegExp(evidence.map(literally).join('|')),
    // Called or passed on as a member: where it is only declared nothing is sent.
    operation: new RegExp(`(?:\\.|::)\\s*(?:${operations.map(literally).join('|')})\\b`),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
