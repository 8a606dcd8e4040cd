/** Errors on the error stream: whether a call's are thrown after all. */
import type { Call, Member } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { namedArguments } from './named-arguments.js';
import type { Channel } from './sdk.js';

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
  const def = cell.file.lookup(words.variable, cell.val);
  const before = def?.sources.filter((s) => s.value.range.start < cell.val.range.start) ?? [];
  const last = before.at(-1);
  return last && stops({ file: cell.file, val: last.value }) ? 'throws' : 'stream';
}
