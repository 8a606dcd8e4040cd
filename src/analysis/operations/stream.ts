/** Errors on the error stream: whether a call's are thrown after all, and under which names they can be looked at. */
import type { BoundFile, Def } from '../bind/file.js';
import { children, isStmt, type Node } from '../bind/walk.js';
import type { Call, Member, Stmt, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { namedArguments } from './named-arguments.js';
import type { Channel } from './sdk.js';

/** A name that is given a part of the failure or of the answer. */
export interface NamedPart {
  def: Def;
  /** The members that lead to the part. */
  path: string[];
}

/**
 * The channel on which a call's failure really travels: an error for the stream is thrown where an argument of the
 * call, or a variable set before it, says so.
 */
export function effectiveChannel(ev: Evaluator, cell: Cell & { val: Call | Member }, channel: Channel): Channel {
  const words = cell.file.traits.stream;
  if (channel !== 'stream' || !words || cell.val.v !== 'call') return channel;
  const stops = (c: Cell): boolean => ev.constants(c).some((v) => String(v).toLowerCase() === words.stop.toLowerCase());
  const named = namedArguments({ ...cell, val: cell.val });
  const given = named ? words.argument.flatMap((name) => ev.props(named, [name], 0, true)) : [];
  if (given.length) return given.some(stops) ? 'throws' : 'stream';
  if (unasked(ev, cell, words.defaults, words.argument).some(stops)) return 'throws';
  const def = cell.file.lookup(words.variable, cell.val);
  const before = def?.sources.filter((s) => runsBefore(cell.file, s.value, cell.val)) ?? [];
  const last = before.at(-1);
  return last && stops({ file: cell.file, val: last.value }) ? 'throws' : 'stream';
}

/** True for what stands above a call, and for what stands in the file outside the function the call is in. */
function runsBefore(file: BoundFile, value: Cell['val'], call: Cell['val']): boolean {
  if (value.range.start < call.range.start) return true;
  return file.enclosingFn(call) !== undefined && file.enclosingFn(value) === undefined;
}

/** What the table of arguments given unasked says of one: `table['*:Name'] = …`. */
function unasked(ev: Evaluator, cell: Cell, table: string, names: string[]): Cell[] {
  const def = cell.file.lookup(table, cell.val);
  if (!def) return [];
  const speaks = (key: string): boolean => names.some((n) => key.toLowerCase().endsWith(`:${n.toLowerCase()}`));
  const written = def.writes.filter((w) => w.path.length === 1 && speaks(w.path[0] ?? '')).map((w) => w.value);
  const listed = def.sources.flatMap((s) =>
    ev
      .origins({ file: cell.file, val: s.value })
      .flatMap((o) => (o.val.v === 'rec' ? o.val.entries : []))
      .flatMap((e) => (typeof e.key === 'string' && speaks(e.key) ? [e.value] : [])),
  );
  return [...written, ...listed].filter((v) => runsBefore(cell.file, v, cell.val)).map((val) => ({ ...cell, val }));
}

/** The names under which an error of the stream can be looked at behind the call. */
export function streamNames(ev: Evaluator, cell: Cell & { val: Val }): NamedPart[] {
  const words = cell.file.traits.stream;
  if (!words || cell.val.v !== 'call') return [];
  const next = nextStatement(cell.file, cell.val);
  // What is newest is another one after the next call: only a look right behind this call is at its error.
  const at = (name: string, path: string[]): NamedPart[] => {
    const def = next && cell.file.lookup(name, cell.val);
    return def && cell.file.refs(def).some((r) => cell.file.contains(next, r)) ? [{ def, path }] : [];
  };
  const kept = Object.fromEntries(words.kept.map((argument) => [argument, []]));
  return [
    ...argumentNames(ev, { ...cell, val: cell.val }, kept),
    ...at(words.newest, []),
    ...at(words.worked, [words.worked]),
  ];
}

/** The statement behind the one a call stands in. */
function nextStatement(file: BoundFile, call: Call): Stmt | undefined {
  const stmt = file.statementOf(call);
  const around = stmt && file.parent(stmt);
  const siblings: Node[] = around ? [] : [...file.model.top];
  if (around)
    children(around.node, (child, role) => {
      if (role === around.role) siblings.push(child);
    });
  const found = stmt && siblings[siblings.indexOf(stmt) + 1];
  return found && isStmt(found) ? found : undefined;
}

/** Names given by arguments, and the members of the failure or answer that they stand for. */
export function argumentNames(ev: Evaluator, cell: Cell & { val: Call }, into: Record<string, string[]>): NamedPart[] {
  const named = namedArguments(cell);
  if (!named) return [];
  return Object.entries(into).flatMap(([argument, path]) =>
    ev
      .props(named, [argument], 0, true)
      .flatMap((c) => ev.constants(c))
      .flatMap((name): NamedPart[] => {
        const def = typeof name === 'string' ? cell.file.lookup(name.replace(/^[+$]+/, ''), cell.val) : undefined;
        return def ? [{ def, path }] : [];
      }),
  );
}
