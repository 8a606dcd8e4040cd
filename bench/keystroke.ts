/** The whole analysis of one keystroke in a file of 2,000 lines beside one full parse of it, in this process and in the same run. */

import { readGrammar } from '../scripts/lib/engine.js';
import { Document } from '../src/analysis/document.js';
import { Engine } from '../src/analysis/engine.js';
import { csharp } from '../src/analysis/languages/csharp.js';
import { Grammars, type TextEdit } from '../src/analysis/languages/grammars.js';
import type { Language } from '../src/analysis/languages/language.js';
import { typescript } from '../src/analysis/languages/typescript.js';
import { median } from './timing.js';

const LINES = 2_000;
const LIMIT_MS = 60_000;

interface Row {
  language: Language;
  file: string;
  head: string;
  tail: string;
  /** Ten lines with a call to judge. */
  unit(index: number): string;
  /** Ten lines without. */
  plain(index: number): string;
}

/** Calls in the 2,000 lines: as many as a file can hold, and as many as a large real one has. */
const CALLS = [200, 20];

const rows: readonly Row[] = [
  {
    language: typescript,
    file: 'orders.ts',
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
    plain: (i) => `export function price${i}(items: { order: number; count: number }[]) {
  let total = 0;
  for (const item of items) {
    if (item.count === 0) continue;
    const order = item.order * item.count;
    total += order > ${i} ? order * 0.9 : order;
  }
  return Math.round(total * 100) / 100;
}

`,
  },
  {
    language: csharp,
    file: 'Orders.cs',
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
    plain: (i) => `    public decimal Price${i}(IEnumerable<Line> lines)
    {
        decimal total = 0;
        foreach (Line line in lines)
        {
            decimal order = line.Order * line.Count;
            total += order > ${i} ? order * 0.9m : order;
        }
        return Math.Round(total, 2);
    }
`,
  },
];

export interface KeystrokeReport {
  language: string;
  lines: number;
  sites: number;
  parseMs: number;
  keystrokeMs: number;
  /** Declarations lowered again by a keystroke, and taken over. */
  lowered: number;
  reused: number;
}

/**
 * Types `rounds` characters into the middle of an open document. Each is timed as the editor runs it, from the edit to
 * the sites, beside a full parse of the same text.
 */
export async function timeKeystrokes(rounds: number): Promise<KeystrokeReport[]> {
  const grammars = new Grammars(readGrammar);
  await grammars.ensure(rows.flatMap((row) => row.language.grammars));
  const out: KeystrokeReport[] = [];
  for (const calls of CALLS) for (const row of rows) out.push(await timeRow(row, calls, grammars, rounds));
  return out;
}

async function timeRow(
  { language, head, tail, unit, plain, file }: Row,
  calls: number,
  grammars: Grammars,
  rounds: number,
): Promise<KeystrokeReport> {
  const count = LINES / 10;
  let text =
    head + Array.from({ length: count }, (_, i) => (i % (count / calls) === 0 ? unit(i) : plain(i))).join('') + tail;
  const grammar = language.grammars[0] ?? '';
  const document = new Document(new Engine({ grammars, budgetMs: LIMIT_MS }), () => undefined);
  document.open(file, text);
  const { sites } = await document.result();
  if (sites.length !== calls) throw new Error(`${sites.length} sites instead of ${calls}`);
  const parses: number[] = [];
  const keystrokes: number[] = [];
  let lowered = 0;
  for (let round = -3; round < rounds; round++) {
    const at = text.indexOf('order', text.length >> 1);
    const edit = insertion(text, at);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const parse = await clock(() => grammars.parse(grammar, text, LIMIT_MS).delete());
    const key = await clock(async () => {
      document.change([edit], text);
      await document.result();
    });
    lowered = Math.max(lowered, document.units.lowered);
    if (round < 0) continue;
    parses.push(parse);
    keystrokes.push(key);
  }
  const { reused } = document.units;
  document.dispose();
  const lines = text.split('\n').length - 1;
  return {
    language: language.title,
    lines,
    sites: sites.length,
    parseMs: median(parses),
    keystrokeMs: median(keystrokes),
    lowered,
    reused,
  };
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

async function clock(work: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A report as text. */
export function writeKeystroke(r: KeystrokeReport): string {
  return (
    `${r.language}, ${r.lines} lines, ${r.sites} calls judged: keystroke ${r.keystrokeMs.toFixed(2)} ms, full parse ${r.parseMs.toFixed(2)} ms, ` +
    `${(r.keystrokeMs / r.parseMs).toFixed(2)} x; lowered again ${r.lowered} declarations, taken over ${r.reused}`
  );
}
