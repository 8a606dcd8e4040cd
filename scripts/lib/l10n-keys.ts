/** Which English texts are translated: those the sources give to `t`, tables marked with `phrases`, and the catalog's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { scenarios } from '../../src/catalog/index.js';
import { scenarioTexts } from '../../src/catalog/localize.js';
import { readGrammar } from './engine.js';

/** English text to the place it stands first: `src/config/config.ts:56`, or the id of a scenario. */
export type Keys = ReadonlyMap<string, string>;

/** What one source holds. */
export interface SourceTexts {
  /** Texts with their lines. */
  texts: { text: string; line: number }[];
  /** Lines of calls of `t` whose text is no literal; it must come out of a table marked with `phrases`. */
  indirect: number[];
}

/** The command line speaks English only, so its own texts are not translated. */
const UNTRANSLATED = 'src/cli/';

/** Time to parse one source, in milliseconds. */
const PARSE_MS = 10_000;

/** All keys, sorted. */
export async function collectKeys(root: string): Promise<Keys> {
  const places = new Map<string, string>();
  const add = (text: string, place: string) => void (places.has(text) || places.set(text, place));
  const read = await sourceReader();
  for (const path of translatedSources(root)) {
    const { texts } = read(readFileSync(join(root, path), 'utf8'));
    for (const { text, line } of texts) add(text, `${path}:${line}`);
  }
  for (const scenario of scenarios) for (const text of scenarioTexts(scenario)) add(text, scenario.id);
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sources whose texts are translated, relative to the repository, with forward slashes. */
export function translatedSources(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.startsWith(UNTRANSLATED))
    .sort();
}

/** Loads the parser; returns what reads the texts out of one source. */
export async function sourceReader(): Promise<(source: string) => SourceTexts> {
  const grammars = new Grammars(readGrammar);
  await grammars.ensure(['typescript']);
  return (source) => {
    const tree = grammars.parse('typescript', source, PARSE_MS);
    const found: SourceTexts = { texts: [], indirect: [] };
    for (const call of tree.rootNode.descendantsOfType('call_expression')) if (call) readCall(call, found);
    tree.delete();
    return found;
  };
}

function readCall(call: Node, found: SourceTexts): void {
  const callee = call.childForFieldName('function');
  const name = callee?.childForFieldName('property')?.text ?? callee?.text;
  const [argument, second] = call.childForFieldName('arguments')?.namedChildren ?? [];
  if (!argument) return;
  if (name === 'phrases') {
    found.texts.push(...valuesIn(argument));
  } else if (name === 'plural') {
    if (second) found.texts.push(...valuesIn(second));
  } else if (name === 't') {
    const texts = literals(argument);
    if (texts) found.texts.push(...texts);
    else found.indirect.push(argument.startPosition.row + 1);
  }
}

/** The literal an argument is, or both where a condition chooses; undefined for anything else. */
function literals(node: Node): SourceTexts['texts'] | undefined {
  const text = literal(node);
  if (text) return [text];
  if (node.type !== 'ternary_expression') return undefined;
  const [a, b] = [node.childForFieldName('consequence'), node.childForFieldName('alternative')];
  const [first, second] = [a && literals(a), b && literals(b)];
  return first && second ? [...first, ...second] : undefined;
}

/** Every literal in a table that is no key of it. */
function valuesIn(table: Node): SourceTexts['texts'] {
  return table.descendantsOfType(['string', 'template_string']).flatMap((node) => {
    const isKey = node?.parent?.type === 'pair' && node.parent.childForFieldName('key')?.id === node.id;
    const text = node && !isKey ? literal(node) : undefined;
    return text ? [text] : [];
  });
}

function literal(node: Node): { text: string; line: number } | undefined {
  if (node.type !== 'string' && node.type !== 'template_string') return undefined;
  const parts = node.namedChildren.filter((part) => part !== null);
  if (parts.some((part) => part.type === 'template_substitution')) return undefined;
  const text = parts.map((part) => (part.type === 'escape_sequence' ? unescaped(part.text) : part.text)).join('');
  return { text, line: node.startPosition.row + 1 };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

/** The character an escape of a literal stands for. */
function unescaped(written: string): string {
  const code = /^\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))$/i.exec(written);
  if (code) return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '', 16));
  const letter = written.slice(1);
  return ESCAPES[letter] ?? letter;
}
