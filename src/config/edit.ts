/**
 * Changes to the text of a `.guard409.jsonc` that leave everything else in it as it was: comments, indentation, line ends.
 * Pure: whoever calls reads and writes the file.
 */
import { applyEdits, type Edit, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { HttpClientConfig, NamedClientConfig } from '../analysis/engine-config.js';
import { t as globalT, type Translate } from '../l10n/t.js';
import { append, eolOf, inline, listProperty, type Plain } from './append.js';
import { type ConfigError, parseConfig } from './config.js';

/** Something the project says of its own code. */
export type Lesson =
  | { key: 'httpClients'; value: HttpClientConfig }
  | { key: 'confirmedClients' | 'excludedClients'; value: NamedClientConfig }
  | { key: 'handlers'; value: string };

/** The new text, and whether it says anything new; or why the file cannot be changed. */
export type EditResult =
  | { ok: true; text: string; changed: boolean }
  | { ok: false; message: string; errors: ConfigError[] };

export interface EditOptions {
  /** Rule ids that exist. */
  rules: readonly string[];
  t?: Translate;
}

/**
 * Adds a lesson. What is said already is not said twice, and a file with errors is not touched, since it does not count.
 *
 * @param source the file's text; undefined where there is no file yet
 */
export function teach(source: string | undefined, lesson: Lesson, options: EditOptions): EditResult {
  const t = options.t ?? globalT;
  const bom = source?.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source === undefined ? newFile(t) : source.slice(bom.length);
  const parsed = parseConfig(text, { root: '', rules: options.rules, t });
  const [error] = parsed.ok ? [] : parsed.errors;
  if (!parsed.ok && error) {
    const message = t('It has an error in line {0} ({1}), which must be corrected first.', error.line, error.message);
    return { ok: false, message, errors: parsed.errors };
  }
  const whole = parseTree(text, [], PARSE) ? text : `${text}${gapBefore(text)}{}${eolOf(text)}`;
  const root = parseTree(whole, [], PARSE);
  const entries = ((root && findNodeAtLocation(root, [lesson.key]))?.children ?? []).map(plainValue);
  const contradiction = lesson.key === 'httpClients' ? otherAddress(entries, lesson.value, t) : undefined;
  if (contradiction !== undefined) return { ok: false, message: contradiction, errors: [] };
  if (entries.some((entry) => says(entry, lesson))) return { ok: true, text: source ?? text, changed: false };
  const edits = root ? insertion(whole, root, lesson) : [];
  return { ok: true, text: bom + applyEdits(whole, edits), changed: edits.length > 0 };
}

const PARSE = { allowTrailingComma: true, allowEmptyContent: true };

/** What a file holds that is made for the first lesson. */
function newFile(t: Translate): string {
  const lines = [
    t('Configuration of 409 Guard for this folder and all below it: what this project says of its own code.'),
    t('Every key has completion and a description; comments and trailing commas are allowed.'),
  ];
  return `${lines.map((line) => `// ${line}\n`).join('')}{}\n`;
}

/** What stands between the comments of a file without content and its first object. */
function gapBefore(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? '' : eolOf(text);
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map((p) => [p.children?.[0]?.value, p.children?.[1] && plainValue(p.children[1])]),
  );
}

/** Entries as they are written, once the file is valid. */
interface WrittenEntry {
  name?: string;
  baseUrl?: string;
  files?: string[];
}

function asEntry(entry: unknown): WrittenEntry {
  return entry !== null && typeof entry === 'object' ? entry : {};
}

/** True if an entry of the list says what the lesson says, or more. */
function says(entry: unknown, lesson: Lesson): boolean {
  if (lesson.key === 'handlers') return entry === lesson.value;
  const { name, files } = asEntry(entry);
  if (name !== lesson.value.name) return false;
  if (lesson.key === 'httpClients' || files === undefined) return true;
  return lesson.value.files?.every((file) => files.includes(file)) ?? false;
}

/** A client that has another address already: which of the two is right is not for us to say. */
function otherAddress(entries: readonly unknown[], client: HttpClientConfig, t: Translate): string | undefined {
  const other = entries.map(asEntry).find(({ name, baseUrl }) => name === client.name && baseUrl !== client.baseUrl);
  return other && t('"{0}" stands in httpClients already, with the address {1}.', client.name, other.baseUrl ?? '');
}

function insertion(text: string, root: Node, lesson: Lesson): Edit[] {
  const list = findNodeAtLocation(root, [lesson.key]);
  const value: Plain = typeof lesson.value === 'string' ? lesson.value : { ...lesson.value };
  if (!list) return append(text, root, (layout) => listProperty(lesson.key, value, layout));
  const files = filesOf(list, lesson);
  if (files) return append(text, files.list, () => inline(files.added));
  return append(text, list, () => inline(value));
}

/** The same client in one more file: the list of its files, and the file that joins them. */
function filesOf(list: Node, lesson: Lesson): { list: Node; added: string } | undefined {
  if (lesson.key === 'handlers' || lesson.key === 'httpClients') return undefined;
  const { name, files } = lesson.value;
  const [added, ...more] = files ?? [];
  const at = (list.children ?? []).findIndex((entry) => asEntry(plainValue(entry)).name === name);
  const known = at < 0 ? undefined : findNodeAtLocation(list, [at, 'files']);
  return known && added !== undefined && more.length === 0 ? { list: known, added } : undefined;
}
