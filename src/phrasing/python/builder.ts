/** Reads through the request builders of msgraph-sdk: members and calls lead to the thing. */
import { steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';

type Beside = Extract<Slot, { beside: unknown }>['beside'];

/** The builder that creates; undefined where it cannot be written twice. */
export function builderOf(subject: Subject): string | undefined {
  return subject.candidate.sdk?.id === 'msgraph-sdk-python' ? steadySource(subject, subject.receiver) : undefined;
}

/** Collections, and the call that leads to one thing of them. Read in the sources of msgraph-sdk-python. */
const BY_KEY: Readonly<Record<string, string>> = {
  connections: 'by_external_connection_id',
  extensions: 'by_extension_id',
  schema_extensions: 'by_schema_extension_id',
  users: 'by_user_id',
};

/** Reads by key: `graph.users.by_user_id(name)`, `graph.service_principals_with_app_id(id)`. */
export function beside(subject: Subject, { key, without, values }: Beside): string | undefined {
  const builder = builderOf(subject);
  // A path behind an item has no builder in this language.
  if (builder === undefined || without !== undefined) return undefined;
  if (key === '') return `lambda: ${builder}.get()`;
  const alternate = /^\((\w+)='\{'(\w+)'\}'\)$/.exec(key);
  if (alternate) return `lambda: ${builder}_with_${snake(alternate[1] ?? '')}(${values[alternate[2] ?? '']}).get()`;
  const field = /^\/\{(\w+)\}$/.exec(key)?.[1];
  const call = BY_KEY[builder.split('.').at(-1) ?? ''];
  return field === undefined || call === undefined ? undefined : `lambda: ${builder}.${call}(${values[field]}).get()`;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
