/** Reads the list of one library out of its sources. */
import { parametersOf, type SignatureList, type SignatureMember, type SignatureType, unknownIn } from './list.js';
import { type Declared, type DeclaredMember, declarationsIn } from './source.js';
import type { Wanted } from './wanted.js';

/** Bases that need no list: they belong to the language. */
const BASES = new Set(['Exception', 'IDisposable']);

/** Reads a file of the library at its commit. */
type Show = (path: string) => string;

/**
 * @param listed last names of the types of all libraries
 * @throws Error where a type or member that is wanted is not there
 */
export function readList(row: Wanted, listed: ReadonlySet<string>, show: Show): SignatureList {
  const types: SignatureType[] = [];
  for (const [source, named] of Object.entries(row.sources)) {
    const all = declarationsIn(show(source), row.remarks);
    for (const [name, members] of Object.entries(named)) {
      const [plain = ''] = name.split('<');
      const generic = parametersOf(name);
      const found = all.find(
        (one) => one.name === plain && /<.*?>/.test(one.head.split(/ :| where /)[0] ?? '') === generic.length > 0,
      );
      if (!found) throw new Error(`${row.package}: ${source} declares no ${name}`);
      types.push(typeOf(found, { name, source, wanted: members.split(' ').filter(Boolean) }, listed, show));
      // The parameters of a query are a type of their own, beside the builder.
      const query = all.find((one) => one.name.startsWith(`${plain}.`) && one.name.endsWith('GetQueryParameters'));
      if (query && / GetAsync\b/.test(` ${members}`))
        types.push(typeOf(query, { name: query.name, source, wanted: ['*'] }, listed, show));
    }
  }
  const { package: library, version, repository, commit } = row;
  const whole = merged(types).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { package: library, version, repository, commit, types: whole };
}

/** Types that are declared in parts, as one. */
function merged(parts: readonly SignatureType[]): SignatureType[] {
  const out = new Map<string, SignatureType>();
  for (const part of parts) {
    const before = out.get(part.name);
    if (!before) out.set(part.name, part);
    else
      out.set(part.name, {
        ...before,
        source: `${before.source} ${part.source}`,
        members: [...before.members, ...part.members],
      });
  }
  return [...out.values()];
}

function typeOf(
  found: Declared,
  { name, source, wanted }: { name: string; source: string; wanted: readonly string[] },
  listed: ReadonlySet<string>,
  show: Show,
): SignatureType {
  const generic = parametersOf(name);
  const all = (one: string): boolean => one === '*' && !wanted.includes('-');
  const members: SignatureMember[] = [];
  const missing = new Set(wanted.filter((one) => one !== '*'));
  for (const member of found.members) {
    const key = `${member.name}${member.signature.includes(`${member.name}()`) ? '()' : ''}`;
    const is = wanted.some((one) => one === member.name || one === key || (all(one) && usual(member)));
    if (!is || unknownIn(member.signature, listed, generic).length > 0) continue;
    if (wanted.includes(`${member.name}()`) && key === member.name) continue;
    for (const one of [member.name, key]) missing.delete(one);
    const wire = wireOf(found, member, source, show);
    members.push({ name: member.name, signature: member.signature, ...(wire === undefined ? {} : { wire }) });
  }
  // What has no constructor of its own has the plain one.
  missing.delete('new');
  missing.delete('operator');
  if (missing.size > 0) throw new Error(`${name} has no ${[...missing].join(', ')}`);
  const url = /base\(requestAdapter, "([^"]*)"/.exec(found.body)?.[1]?.replace(/\{?\?.*$/, '');
  const odataType = /\bO[dD]ataType = "(#?microsoft\.graph\.[^"]+)"/.exec(found.body)?.[1];
  return {
    name,
    source,
    head: headOf(found.head, listed),
    members,
    ...(url === undefined ? {} : { url }),
    ...(odataType === undefined ? {} : { odataType }),
  };
}

/** Whatever there is, but operators and what every type has. */
const usual = ({ name }: DeclaredMember): boolean =>
  !['operator', 'Equals', 'GetHashCode', 'ToString', '', 'Diagnostics'].includes(name);

/** A head without the bases that nobody here asks for. */
function headOf(head: string, listed: ReadonlySet<string>): string {
  const [declared = '', ...limits] = head.replace(/\bpartial /, '').split(/\s*(?=\bwhere \w+ :)/);
  const [front = '', bases = ''] = declared.split(' : ');
  const kept = bases
    .split(/, (?![^<]*>)/)
    .filter((base) => BASES.has(base) || listed.has(base.replace(/<.*/, '').split('.').at(-1) ?? ''));
  const lost = bases.split(/, (?![^<]*>)/).find((base) => /\.Models\./.test(base) && !kept.includes(base));
  if (lost !== undefined) throw new Error(`${front}: its base ${lost} is in no list`);
  const list = kept.length === 0 ? '' : ` : ${kept.join(', ')}`;
  return [`${front}${list}`, ...limits].join(' ');
}

/** The name on the wire, in whichever way the library keeps it. */
function wireOf(type: Declared, member: DeclaredMember, source: string, show: Show): string | undefined {
  const { name, around } = member;
  const attribute = /(?:JsonPropertyName|QueryParameter)\("([^"]+)"\)/.exec(around)?.[1];
  if (attribute !== undefined) return decodeURIComponent(attribute);
  const read = new RegExp(`\\{ "([^"]+)", n => \\{ ${name} = `).exec(type.body)?.[1];
  if (read !== undefined) return read;
  // Microsoft.Graph 4 keeps its addresses in the classes behind the interfaces.
  const [, folder = '', stem] = /^(.*\/requests\/)I([A-Z]\w+RequestBuilder)\.cs$/.exec(source) ?? [];
  const own = stem === undefined ? around : classMember(show(`${folder}${stem}.cs`), name);
  const [, added] = /AppendSegmentToRequestUrl\(("[^"]+"|\w+)\)/.exec(own) ?? /BaseUrl \+ ("\/\w+")/.exec(own) ?? [];
  return added === undefined ? undefined : added.startsWith('"') ? added.replace(/["/]/g, '') : `{${added}}`;
}

function classMember(text: string, name: string): string {
  const [first] = declarationsIn(text, false);
  return first?.members.find((one) => one.name === name)?.around ?? '';
}
