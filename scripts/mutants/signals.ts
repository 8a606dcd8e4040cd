/** Where a text tells conflicts apart: status numbers and names, and words of error texts and codes. */
import type { Node } from 'web-tree-sitter';
import type { Dialect } from './dialects.js';
import { ancestors, below, calleeOf, isCall } from './nodes.js';

export interface Signal {
  node: Node;
  /** The status it stands for; `undefined` for a word of the error's text or code. */
  status: 409 | 412 | undefined;
  /** The same way of writing it for another status. */
  as(status: OtherStatus): string;
}

export type OtherStatus = 404 | 409 | 412 | 429;

/** How a status is written by name: the last member of `HttpStatusCode.Conflict`, `StatusCodes.CONFLICT`. */
const namings: readonly Record<OtherStatus, string>[] = [
  { 404: 'NotFound', 409: 'Conflict', 412: 'PreconditionFailed', 429: 'TooManyRequests' },
  { 404: 'NOT_FOUND', 409: 'CONFLICT', 412: 'PRECONDITION_FAILED', 429: 'TOO_MANY_REQUESTS' },
  {
    404: 'Status404NotFound',
    409: 'Status409Conflict',
    412: 'Status412PreconditionFailed',
    429: 'Status429TooManyRequests',
  },
  { 404: 'StatusNotFound', 409: 'StatusConflict', 412: 'StatusPreconditionFailed', 429: 'StatusTooManyRequests' },
  { 404: 'HTTP_NOT_FOUND', 409: 'HTTP_CONFLICT', 412: 'HTTP_PRECON_FAILED', 429: 'HTTP_UNAVAILABLE' },
  // Types that mean one status.
  {
    404: 'NotFoundException',
    409: 'ConflictException',
    412: 'PreconditionFailedException',
    429: 'RequestRateTooLargeException',
  },
  {
    404: 'CosmosNotFoundException',
    409: 'CosmosConflictException',
    412: 'CosmosPreconditionFailedException',
    429: 'CosmosRequestRateTooLargeException',
  },
  {
    404: 'HTTP_STATUS_NOT_FOUND',
    409: 'HTTP_STATUS_CONFLICT',
    412: 'HTTP_STATUS_PRECONDITION_FAILED',
    429: 'HTTP_STATUS_TOO_MANY_REQUESTS',
  },
];

/** Words by which services report a conflict in text or code. */
const words =
  /already[\s_-]?exists?|nameAlreadyExists|FolderExists|ObjectConflict|conflict|duplicate|409|412|precondition/i;

/** Calls that look for a text in another, or for a value in a list. */
export const searching =
  /(^|[.?])(includes|test|has|some|indexOf|match|search|startsWith|Contains|StartsWith|IndexOf|Equals|IsMatch|contains|equals|equalsIgnoreCase)$/;

/** The signals below a node, in order. */
export function signalsIn(root: Node, dialect: Dialect): Signal[] {
  const out: Signal[] = [];
  for (const node of below(root, [...dialect.number, ...dialect.members, ...dialect.strings])) {
    const signal = numberSignal(node, dialect) ?? nameSignal(node, dialect) ?? textSignal(node, dialect);
    if (signal) out.push(signal);
  }
  return out;
}

function numberSignal(node: Node, dialect: Dialect): Signal | undefined {
  const quoted = dialect.strings.includes(node.type);
  const written = quoted ? node.text.slice(1, -1) : node.text;
  if (!quoted && !dialect.number.includes(node.type)) return undefined;
  if (written !== '409' && written !== '412') return undefined;
  const quote = quoted ? (node.text[0] ?? '') : '';
  return { node, status: written === '409' ? 409 : 412, as: (status) => `${quote}${status}${quote}` };
}

function nameSignal(node: Node, dialect: Dialect): Signal | undefined {
  if (!dialect.members.includes(node.type)) return undefined;
  const name =
    node.childForFieldName('property') ??
    node.childForFieldName('field') ??
    node.childForFieldName('name') ??
    (node.childCount === 0 ? node : null);
  for (const naming of name ? namings : []) {
    const status = ([409, 412] as const).find((s) => naming[s] === name?.text);
    if (name && status) return { node: name, status, as: (other) => naming[other] };
  }
  return undefined;
}

function textSignal(node: Node, dialect: Dialect): Signal | undefined {
  if (!dialect.strings.includes(node.type) || !words.test(node.text)) return undefined;
  if (/interpolated/.test(node.type) || !compared(node)) return undefined;
  const open = node.type === 'regex' ? '/' : (/^\W*/.exec(node.text)?.[0] ?? '"');
  const close = node.type === 'regex' ? node.text.slice(node.text.lastIndexOf('/')) : (node.text.at(-1) ?? '"');
  return { node, status: undefined, as: () => `${open}throttled${close}` };
}

/** A text is compared: by an operator, in a `switch`, in a list, or by a call that looks for it. */
function compared(node: Node): boolean {
  let far = 0;
  for (const at of ancestors(node)) {
    if (isCall(at)) return searching.test(calleeOf(at));
    if (at.type === 'binary_expression') return /^[=!]==?$/.test(at.childForFieldName('operator')?.text ?? '');
    if (/is_pattern|switch|case|subpattern|^array$|initializer_expression/.test(at.type)) return true;
    if (++far === 3) return false;
  }
  return false;
}
