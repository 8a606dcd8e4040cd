/** One keystroke in a file of 2,000 lines beside one full parse of it, in this process and in the same run. */

import { readGrammar } from '../scripts/lib/engine.js';
import { csharp } from '../src/analysis/languages/csharp.js';
import { Grammars, type TextEdit } from '../src/analysis/languages/grammars.js';
import type { Language, ReadState } from '../src/analysis/languages/language.js';
import { typescript } from '../src/analysis/languages/typescript.js';
import { median } from './timing.js';

const LINES = 2_000;
const LIMIT_MS = 60_000;

interface Row {
  language: Language;
  head: string;
  tail: string;
  /** Ten lines. */
  unit(index: number): string;
}

const rows: readonly Row[] = [
  {
    language: typescript,
    head: "import { CosmosClient } from '@azure/cosmos';\nconst container = new CosmosClient('').database('d').container('c');\n",
    tail: '',
    unit: (i) => `export async function add${i}(item: { id: string; name: string }) {
  const prepared = { ...item, name: item.name.trim(), order: ${i} };
  try {
    const { resource } = await container.items.create(prepared);
    return resource;
  } catch (error) {
    if ((error as { code?: number }).code === 409) return undefined;
    throw error;
  }
}
`,
  },
  {
    language: csharp,
    head: 'using Microsoft.Azure.Cosmos;\nnamespace Shop;\npublic class Orders(Container container)\n{\n',
    tail: '}\n',
    unit: (i) => `    public async Task<Order?> Add${i}(Order order)
    {
        try
        {
            return await container.CreateItemAsync(order with { Number = ${i} });
        }
        catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { return null; }
    }

    // ${i}
`,
  },
];

export interface KeystrokeReport {
  language: string;
  lines: number;
  parseMs: number;
  keystrokeMs: number;
  /** Declarations lowered again by a keystroke, and taken over. */
  lowered: number;
  reused: number;
}

/** Types `rounds` characters into the middle of a file; each is timed beside a full parse of the same text. */
export async function timeKeystrokes(rounds: number): Promise<KeystrokeReport[]> {
  const grammars = new Grammars(readGrammar);
  await grammars.ensure(rows.flatMap((row) => row.language.grammars));
  return rows.map((row) => timeRow(row, grammars, rounds));
}

function timeRow({ language, head, tail, unit }: Row, grammars: Grammars, rounds: number): KeystrokeReport {
  const count = LINES / 10;
  let text = head + Array.from({ length: count }, (_, i) => unit(i)).join('') + tail;
  const grammar = language.grammars[0] ?? '';
  const base = { grammars, limitMs: LIMIT_MS, keep: true };
  let state = needed(language.read(text, base).state);
  const parses: number[] = [];
  const keystrokes: number[] = [];
  let lowered = 0;
  let reused = 0;
  for (let round = -3; round < rounds; round++) {
    const at = text.indexOf('order', text.length >> 1);
    const edit = insertion(text, at);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const parse = clock(() => grammars.parse(grammar, text, LIMIT_MS).delete());
    const key = clock(() => {
      state = needed(language.read(text, { ...base, previous: { state, edits: [edit] } }).state);
    });
    lowered = Math.max(lowered, state.units.lowered);
    reused = state.units.reused;
    if (round < 0) continue;
    parses.push(parse);
    keystrokes.push(key);
  }
  state.tree.delete();
  const lines = text.split('\n').length - 1;
  return { language: language.title, lines, parseMs: median(parses), keystrokeMs: median(keystrokes), lowered, reused };
}

/** One character typed at an offset. */
function insertion(text: string, at: number): TextEdit {
  const before = text.slice(0, at);
  const row = before.split('\n').length - 1;
  const column = at - (before.lastIndexOf('\n') + 1);
  return {
    start: at,
    oldEnd: at,
    newEnd: at + 1,
    startPosition: { row, column },
    oldEndPosition: { row, column },
    newEndPosition: { row, column: column + 1 },
  };
}

function clock(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function needed(state: ReadState | undefined): ReadState {
  if (!state) throw new Error('the language keeps no state');
  return state;
}

/** A report as text. */
export function writeKeystroke(r: KeystrokeReport): string {
  return (
    `${r.language}, ${r.lines} lines: keystroke ${r.keystrokeMs.toFixed(2)} ms, full parse ${r.parseMs.toFixed(2)} ms, ` +
    `${(r.keystrokeMs / r.parseMs).toFixed(2)} x; lowered again ${r.lowered} declarations, taken over ${r.reused}`
  );
}
