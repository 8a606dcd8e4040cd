/** Reads through the request builders of Microsoft Graph: calls lead to a thing by its key, or to the pages of a list. */
import { builderSource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';

type Beside = Extract<Slot, { beside: unknown }>['beside'];
type Fields = Extract<Slot, { pages: unknown }>['pages'];

/** The call that is given the id, by scenario. */
const BY_ID: Readonly<Record<string, string>> = {
  'graph/external-connection-exists': 'byExternalConnectionId',
  'graph/open-extension-exists': 'byExtensionId',
  'graph/schema-extension-exists': 'bySchemaExtensionId',
  'graph/user-exists': 'byUserId',
};

/** The builder that creates; undefined for other versions, and where it cannot be written twice. */
function builderOf(subject: Subject): string | undefined {
  return subject.candidate.sdk?.id === 'graph-java' ? builderSource(subject, subject.receiver) : undefined;
}

/** `() -> graph.users().byUserId(name).get()`, `() -> graph.servicePrincipalsWithAppId(id).get()`. */
export function beside(subject: Subject, { key, without, values }: Beside): string | undefined {
  const builder = builderOf(subject);
  if (builder === undefined || without !== undefined) return undefined;
  const [, first = '', rest = '', field = ''] = /^\((\w)(\w*)='\{'(\w+)'\}'\)$/.exec(key) ?? [];
  if (first !== '')
    return `() -> ${builder.replace(/\(\)$/, '')}With${first.toUpperCase()}${rest}(${values[field]}).get()`;
  const [, id] = /^\/\{(\w+)\}$/.exec(key) ?? [];
  const by = BY_ID[subject.site.rule];
  if (id !== undefined) return by && `() -> ${builder}.${by}(${values[id]}).get()`;
  return key === '' ? `() -> ${builder}.get()` : undefined;
}

/** Elements whose list is of a wider type than what is created. */
const NARROWER = new Set(['bookings/staff-member-exists']);

/** Reads a page, its elements, the way to the next page, the key of an element, and the wanted key. */
export function pages(subject: Subject, fields: Fields): string | undefined {
  const builder = builderOf(subject);
  if (builder === undefined || NARROWER.has(subject.site.rule)) return undefined;
  const key = fields.map(({ name }) => `one.get${name.replace(/^./, (first) => first.toUpperCase())}()`);
  return [
    `link -> link == null ? ${builder}.get() : ${builder}.withUrl(link).get()`,
    'page -> page.getValue()',
    'page -> page.getOdataNextLink()',
    `one -> new Object[] { ${key.join(', ')} }`,
    ...fields.map(({ code }) => code),
  ].join(', ');
}
