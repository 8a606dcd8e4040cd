/**
 * Clients that are only declared: a method without a body whose annotation names verb and path (`@POST("groups")`,
 * `@PostMapping("/users")`, `[Post("/subscriptions")]`). Whoever implements it sends the request.
 */
import type { BoundFile } from '../bind/file.js';
import type { Call } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import { type Text, texts } from '../evaluate/text.js';
import { httpCandidate } from './http.js';
import type { Candidate } from './operation.js';
import type { Recognition } from './recognition.js';
import { readUrl } from './url.js';

const MARKS: Record<string, string> = {
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  postmapping: 'POST',
  putmapping: 'PUT',
  patchmapping: 'PATCH',
  postexchange: 'POST',
  putexchange: 'PUT',
  patchexchange: 'PATCH',
};

/** The candidate of a call of a declared method, or an empty list. */
export function declaredCandidates(rx: Recognition, cell: Cell & { val: Call }): Candidate[] {
  const { ev } = rx;
  if (cell.val.callee.v !== 'member' || !cell.file.traits.annotations) return [];
  const target = ev.callee(cell);
  if (!target || target.fn.body || target.fn.marks.length === 0) return [];
  for (const mark of target.fn.marks) {
    const name = mark.callee.v === 'ref' ? mark.callee.name : '';
    const method = MARKS[name.toLowerCase()];
    const path = mark.args.find((a) => a.name === undefined || a.name === 'value' || a.name === 'path') ?? mark.args[0];
    if (!method || !path) continue;
    const bases = [cell.file, target.file].flatMap(graphBases);
    const urls = texts(ev, { file: target.file, val: path.value }).map(withHoles);
    return httpCandidate(ev, {
      cell,
      request: {
        methods: [method],
        urls: bases.length ? bases.flatMap((b) => urls.map((u): Text => [b, ...u])) : urls,
        body: cell.val.args.map((a) => ({ ...cell, val: a.value })),
        headers: [],
      },
      sdk: undefined,
      channel: 'either',
      evidence: [`declared ${name}`],
      certain: false,
      clientCertain: false,
      knownService: undefined,
      ifMatch: false,
      prefer: [],
      isUpsert: [],
      isQuery: false,
    }).map((c) => ({ ...c, certain: false }));
  }
  return [];
}

/** `groups/{id}/members` has a hole where the braces are. */
function withHoles(text: Text): Text {
  return text.flatMap((p): Text => {
    if (typeof p !== 'string') return [p];
    return p.split(/(\{\w+\})/).map((piece) => (/^\{\w+\}$/.test(piece) ? { hole: piece.slice(1, -1) } : piece));
  });
}

const memo = new WeakMap<BoundFile, string[]>();

/** Addresses of the service that stand in a file: what a relative path is joined to. */
function graphBases(file: BoundFile): string[] {
  let known = memo.get(file);
  if (!known) {
    const found = file.strings.flatMap((s) => (s.v === 'lit' && typeof s.value === 'string' ? [s.value] : []));
    known = [...new Set(found)].filter(
      (s) => /\/(?:v1\.0|beta)\/?$/.test(s) && readUrl([`${s}/x`])?.service === 'graph',
    );
    known = known.map((s) => (s.endsWith('/') ? s : `${s}/`));
    memo.set(file, known);
  }
  return known;
}
