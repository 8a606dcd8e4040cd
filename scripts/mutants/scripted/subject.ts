/**
 * The subject of mutation in a language that is read without a grammar: the call, and the handlers around it, in the code
 * model. What is changed is the text at the ranges of the model.
 */
import { BoundFile } from '../../../src/analysis/bind/file.js';
import { children, type Node } from '../../../src/analysis/bind/walk.js';
import type { Call, Handler, If, Range, Try } from '../../../src/analysis/code-model.js';
import type { Site } from '../../../src/analysis/findings.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import type { Language } from '../../../src/analysis/languages/index.js';
import { nameRange } from '../../../src/analysis/operations/operation.js';
import type { Place } from '../subject.js';
import type { Mutant } from '../types.js';

/** A handled call, and what stands around it. */
export interface ScriptSubject {
  text: string;
  file: BoundFile;
  call: Call;
  /** Offset of the call's name. */
  at: number;
  site: Pick<Site, 'cause' | 'service'>;
  /** The one `try` with handlers around the call in its function. */
  handling?: { node: Try; handlers: Handler[] };
  /** Where the conflict is told apart: the handlers, or what follows the call up to the next one. */
  region: Range;
  isLooped: boolean;
}

/** One way to spoil the handling. */
export interface ScriptMutator {
  id: string;
  title: string;
  make(subject: ScriptSubject): Mutant[];
}

/** The subject at a place, or `undefined` where no call's name begins. */
export function scriptSubjectAt(place: Place, language: Language, grammars: Grammars): ScriptSubject | undefined {
  const { file, text, site } = place;
  const at = offsetOf(text, site.line, site.column);
  const { model } = language.read(text, { grammars, limitMs: 5_000 });
  const bound = new BoundFile(file, text, model, language.traits);
  const call = bound.calls.find((c): c is Call => c.v === 'call' && nameRange(c).start === at);
  if (!call) return undefined;
  const handling = handlingOf(bound, call);
  const first = handling?.handlers[0];
  const last = handling?.handlers.at(-1);
  const region = first && last ? { start: first.range.start, end: last.range.end } : behind(bound, call);
  const isLooped = around(bound, handling?.node ?? call).some((n) => 's' in n && n.s === 'loop');
  return { text, file: bound, call, at, site, region, isLooped, ...(handling ? { handling } : {}) };
}

/** The offset of a place; line and column are 1-based. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** What stands around a node, from the inside out, up to its function. */
function around(file: BoundFile, node: Node): Node[] {
  const out: Node[] = [];
  for (let p = file.parent(node); p; p = file.parent(p.node)) {
    if ('kind' in p.node && 'params' in p.node) break;
    out.push(p.node);
  }
  return out;
}

function handlingOf(file: BoundFile, call: Call): ScriptSubject['handling'] {
  const tries = around(file, call).filter(
    (n): n is Try => 's' in n && n.s === 'try' && n.handlers.length > 0 && n.body.some((s) => file.contains(s, call)),
  );
  const [node, ...more] = tries;
  // A trap is no block behind the call.
  if (!node || more.length > 0 || node.handlers.some((h) => h.range.start < call.range.end)) return undefined;
  return { node, handlers: node.handlers };
}

/** From the end of a call's statement to the next call with the same name, or the end of its function. */
function behind(file: BoundFile, call: Call): Range {
  const fn = file.enclosingFn(call);
  const start = file.statementOf(call)?.range.end ?? call.range.end;
  const limit = fn?.range.end ?? file.text.length;
  const name = file.text.slice(nameRange(call).start, nameRange(call).end);
  const next = file.text.indexOf(name, start);
  return { start, end: Math.max(start, next < 0 ? limit : Math.min(limit, next)) };
}

/** The branches in the region, in source order. */
export function branches(subject: ScriptSubject): If[] {
  const { region, handling } = subject;
  const found: If[] = [];
  const visit = (node: Node): void => {
    if ('s' in node && node.s === 'if' && node.range.start >= region.start && node.range.end <= region.end)
      found.push(node);
    children(node, visit);
  };
  for (const handler of handling?.handlers ?? []) visit(handler);
  return found;
}

/** The block in brackets behind an offset: from its bracket to behind the one that closes it. */
export function blockAfter(text: string, from: number): Range | undefined {
  const start = text.indexOf('{', from);
  let open = 0;
  for (let i = start; start >= 0 && i < text.length; i++) {
    if (text[i] === '{') open++;
    else if (text[i] === '}' && --open === 0) return { start, end: i + 1 };
  }
  return undefined;
}
