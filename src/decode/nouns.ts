/**
 * What libraries call an operation when they do not write its path: cmdlets (`New-MgGroupMemberByRef`), generated classes
 * (`GroupMembersCollectionReferencesRequest`, `ItemMembersRefRequestBuilder`), clients of tools (`GroupsClient`). All of
 * them are the path's literals joined, in the singular or in the plural.
 */
import { scenarios } from '../catalog/index.js';
import { operationsOf } from '../catalog/operation.js';

/** Literals at the beginning of a path that names leave out. */
const DROPPED = new Set(['solutions', 'identitygovernance', 'admin']);

/** One spelling for singular and plural, `Businesses` and `Business`: what is left without their endings. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ies/g, 'y')
    .replace(/[^a-z0-9]|[se]/g, '');
}

const byNoun = new Map<string, Set<string>>();
for (const scenario of scenarios)
  for (const { operation } of operationsOf(scenario)) {
    if (operation.trait !== undefined) continue;
    const literals = operation.segments.filter((s) => s !== '{}');
    const first = literals[0]?.toLowerCase() ?? '';
    for (const words of [literals, ...(DROPPED.has(first) ? [literals.slice(1)] : [])]) {
      const key = `${operation.method} ${keyOf(words.join(''))}`;
      byNoun.set(key, (byNoun.get(key) ?? new Set()).add(`/${operation.segments.join('/')}`));
    }
  }

const VERBS: Readonly<Record<string, readonly string[]>> = {
  new: ['POST'],
  add: ['POST'],
  create: ['POST'],
  post: ['POST'],
  send: ['POST'],
  invoke: ['POST'],
  restore: ['POST'],
  update: ['PATCH'],
  patch: ['PATCH'],
  set: ['PUT', 'PATCH'],
  put: ['PUT'],
  remove: ['DELETE'],
  delete: ['DELETE'],
};

/** Each expression has the groups `verb` and `noun`. */
const NAMES: readonly RegExp[] = [
  /\b(?<verb>New|Add|Set|Update|Remove|Send|Invoke|Restore)-(?:Mg(?:Beta)?|Azure(?:Rm)?AD(?:MS)?|AzAD|Entra(?:Beta)?)(?<noun>[A-Z]\w{2,80})/g,
  // The error record names the class: NewMgGroup_CreateExpanded.
  /\b(?<verb>New|Add|Set|Update|Remove|Send|Restore)Mg(?:Beta)?(?<noun>[A-Z][A-Za-z0-9]{2,80})_/g,
  /Microsoft\.Graph\.(?:GraphService)?(?<noun>[A-Z]\w{2,80}?)(?:CollectionReferences|CollectionReference|Collection|With)?(?:Reference)?Request\.<?(?<verb>Add|Create|Update|Put|Post|Delete)Async/g,
  /msgraph(?:-beta)?-sdk-go\/(?<noun>[a-z]+\.\(\*\w{2,80})RequestBuilder\)\.(?<verb>Post|Patch|Put|Delete)/g,
  /\b(?<noun>[A-Z][A-Za-z]{2,40})Client\.BaseClient\.(?<verb>Post|Patch|Put|Delete)/g,
];

/** Operations that names in the text stand for: method and path in the catalog's grammar. */
export function namedOperations(text: string): { method: string; path: string }[] {
  const out = new Map<string, { method: string; path: string }>();
  for (const pattern of NAMES)
    for (const { groups } of text.matchAll(pattern)) {
      const verb = groups?.['verb']?.toLowerCase() ?? '';
      const noun = (groups?.['noun'] ?? '')
        .replace(/_.*$/, '')
        .replace(/ByRef$/, 'Ref')
        .replace(/\.\(\*|Item/g, '');
      for (const method of VERBS[verb] ?? [])
        for (const spelling of [noun, `${noun}Ref`])
          for (const path of byNoun.get(`${method} ${keyOf(spelling)}`) ?? [])
            out.set(`${method} ${path}`, { method, path });
    }
  return [...out.values()];
}
