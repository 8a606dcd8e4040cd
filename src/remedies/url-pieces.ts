/** The URL of a request as parts that can be written again. */
import type { Val } from '../analysis/code-model.js';
import { chainOf, fieldOf, steadySource } from './pieces.js';
import type { Subject } from './subject.js';

/** Known texts and source texts, in order. */
export type UrlParts = (string | { code: string })[];

/**
 * The parts of the call's URL: the first argument of the innermost call of its chain (`client.api(url).post(body)`).
 *
 * @param without what to leave out at the end
 * @returns undefined where the URL is made in a way that cannot be written twice, or does not end as it should
 */
export function urlParts(subject: Subject, without = ''): UrlParts | undefined {
  const first = chainOf(subject.call).at(-1);
  // What is called on the request itself leads nowhere else.
  const isOneCall = first === undefined || first.call.range.end >= subject.sent.range.end;
  const url = isOneCall ? urlOfCall(subject) : first.call.args[0]?.value;
  const parts = url && partsOf(subject, url);
  if (!parts || without === '') return parts;
  const last = parts.at(-1);
  if (typeof last !== 'string' || !last.endsWith(without)) return undefined;
  return [...parts.slice(0, -1), last.slice(0, -without.length)];
}

/** The address among the arguments of an HTTP client's call. */
function urlOfCall({ sent: call, candidate }: Subject): Val | undefined {
  const { arg, path, name } = candidate.row?.http?.url ?? {};
  if (arg === 'named' && path?.length === 1) return call.args.find((one) => one.name === path[0])?.value;
  if (typeof arg !== 'number' || arg < 0) return undefined;
  const named = name === undefined ? undefined : call.args.find((one) => one.name === name);
  const given = (named ?? call.args[arg])?.value;
  if (!path) return given;
  // `client({ url, … })`, which may be `client(url, { … })` too.
  if (given?.v !== 'rec') return arg === 0 ? given : undefined;
  const [member, ...deeper] = path;
  return member !== undefined && deeper.length === 0 ? fieldOf(given, member) : undefined;
}

function partsOf(subject: Subject, url: Val): UrlParts | undefined {
  if (url.v === 'lit' && typeof url.value === 'string') return [url.value];
  // `BASE + "/users"`
  if (url.v === 'op' && url.op === 'add') {
    const sides = url.args.map((arg) => partsOf(subject, arg));
    return sides.includes(undefined) ? undefined : sides.flatMap((side) => side ?? []);
  }
  if (url.v !== 'text') {
    const code = steadySource(subject, url);
    return code === undefined ? undefined : [{ code }];
  }
  const parts: UrlParts = [];
  for (const part of url.parts) {
    const code = typeof part === 'string' ? part : steadySource(subject, part);
    if (code === undefined) return undefined;
    parts.push(typeof part === 'string' ? part : { code });
  }
  return parts;
}
