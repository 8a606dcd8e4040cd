/** The body of a call by its fields. */
import type { Rec } from '../analysis/code-model.js';
import { commandOf, sentField } from './commands.js';
import { bodyOf, buildsRequests, fieldOf, steadySource } from './pieces.js';
import type { Subject } from './subject.js';

/** The body where its fields are written in the call. */
export function recordOf(subject: Subject): Rec | undefined {
  const body = bodyOf(subject);
  if (body?.v === 'rec') return body;
  return body?.v === 'new' && body.init?.v === 'rec' ? body.init : undefined;
}

/** All fields of the body are seen where the call is made. */
export function isSpelledOut(subject: Subject): boolean {
  const body = bodyOf(subject);
  if (!body && commandOf(subject) !== undefined) return !subject.sent.args.some((arg) => arg.spread);
  return recordOf(subject) !== undefined || (body?.v === 'new' && body.args.some((arg) => arg.name !== undefined));
}

/** A field of the body as source text that can be written twice. */
export function fieldSource(subject: Subject, name: string): string | undefined {
  if (subject.candidate.cell.file.traits.bareWords) return sentField(subject, name);
  const spelled = spelledIn(subject, name);
  const record = recordOf(subject);
  if (record) return steadySource(subject, fieldOf(record, spelled));
  const body = bodyOf(subject);
  // A model that is made with its members by name.
  if (body?.v === 'new') return steadySource(subject, body.args.find((arg) => arg.name === spelled)?.value);
  const source = steadySource(subject, body);
  // What is handed over may be a text already, or go by other names.
  if (source === undefined || body?.v !== 'ref' || subject.candidate.sdk?.writes) return undefined;
  const { traits } = subject.candidate.cell.file;
  // Models that are made by setters are read by what stands beside these.
  if (traits.setters && buildsRequests(subject.candidate.sdk)) {
    const get = traits.builderCase === 'pascal' ? 'Get' : 'get';
    return `${source}.${get}${name.replace(/^./, (letter) => letter.toUpperCase())}()`;
  }
  return traits.indexed && !buildsRequests(subject.candidate.sdk) ? `${source}["${spelled}"]` : `${source}.${spelled}`;
}

/** A field of the service as the bodies of the call's library name it. */
export function spelledIn({ candidate }: Subject, name: string): string {
  const { sdk, cell } = candidate;
  if (sdk?.capitals) return name.replace(/^./, (first) => first.toUpperCase());
  const isModel = cell.file.traits.builderCase === 'snake' && buildsRequests(sdk);
  return isModel ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name;
}
