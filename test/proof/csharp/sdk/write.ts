/** Writes the types of a list in C#: what can be seen of them is the list's, what is inside comes from a table of bodies. */
import type { SignatureList, SignatureMember, SignatureType } from '../../../../scripts/signatures/list.js';
import { type Parts, partsOf } from './parts.js';

/** What stands inside the members of a library. */
export interface Bodies {
  /** Namespaces its signatures take for granted. */
  usings?: readonly string[];
  /** The body of a method, constructor, indexer, operator, or the value of a field; undefined where nothing runs it. */
  body(type: SignatureType, member: SignatureMember, parts: Parts, all: readonly SignatureType[]): string | undefined;
  /** Members beside those of the list, none of which can be seen from outside. */
  inside?(type: SignatureType): string | undefined;
  /** A signature with its types as the compiler has to read them. */
  spelled?(signature: string): string;
  /** Names on the wire that the sources do not tell. */
  wire?(type: SignatureType, property: string): string | undefined;
  /** Interfaces and abstract types are made by a class of their own. */
  makes?(type: SignatureType): boolean;
}

const USINGS = [
  'System',
  'System.Collections.Generic',
  'System.IO',
  'System.Net',
  'System.Net.Http',
  'System.Threading',
  'System.Threading.Tasks',
  'Guard409.Stubs',
];

/** A file with all types of a list. */
export function stubsOf(list: SignatureList, bodies: Bodies): string {
  const spaces = new Map<string, string[]>();
  const names = new Set(list.types.map((type) => type.name.replace(/<.*/, '')));
  const parentOf = (name: string): string => name.replace(/<.*/, '').replace(/\.?\w+$/, '');
  for (const type of list.types) {
    if (names.has(parentOf(type.name))) continue;
    const nested = list.types.filter((one) => parentOf(one.name) === type.name.replace(/<.*/, ''));
    const text = [typeText(type, nested, list.types, bodies), ...madeText(type, list.types, bodies)].join('\n');
    spaces.set(parentOf(type.name), [...(spaces.get(parentOf(type.name)) ?? []), text]);
  }
  return [
    `// ${list.package} ${list.version}, as far as the list goes: ${list.repository} at ${list.commit}.`,
    ...[...USINGS, ...(bodies.usings ?? [])].map((name) => `using ${name};`),
    ...[...spaces].map(([space, texts]) => `namespace ${space}\n{\n${texts.join('\n')}\n}`),
    '',
  ].join('\n');
}

function typeText(
  type: SignatureType,
  nested: readonly SignatureType[],
  all: readonly SignatureType[],
  bodies: Bodies,
): string {
  if (/\bdelegate\b/.test(type.head)) return `${type.head};`;
  if (/\benum\b/.test(type.head))
    return `${type.head} { ${type.members.map(({ signature }) => signature).join(', ')} }`;
  // C# 7 has no structs that promise to stay as they are.
  return block(type.head.replace('readonly struct', 'struct'), [
    ...(bodies.inside?.(type)?.split('\n') ?? []),
    ...type.members.map((member) => memberText(type, member, all, bodies)),
    ...nested.map((one) => typeText(one, [], all, bodies)),
  ]);
}

function memberText(
  type: SignatureType,
  member: SignatureMember,
  all: readonly SignatureType[],
  bodies: Bodies,
): string {
  const signature = bodies.spelled?.(member.signature) ?? member.signature;
  const wire = member.wire ?? bodies.wire?.(type, member.name);
  const parts = partsOf(member);
  const open = /\binterface\b/.test(type.head) || parts.modifiers.includes('abstract');
  if (open) return parts.kind === 'property' || parts.kind === 'indexer' ? signature : `${signature};`;
  const written = `${wire === undefined ? '' : `[Wire("${wire}")] `}${signature}`;
  const body = bodies.body(type, member, parts, all);
  switch (parts.kind) {
    case 'field':
      return `${signature}${body === undefined ? '' : ` = ${body}`};`;
    case 'property':
    case 'indexer':
      // A value has nothing but its own fields.
      if (/\bstruct\b/.test(type.head)) return written;
      return propertyText(written, parts, body);
    case 'constructor':
      return `${signature}${body ?? ' { }'}`;
    default:
      return `${signature} { ${body ?? notRun(signature)} }`;
  }
}

/** What only has to compile. */
const notRun = (signature: string): string =>
  `throw new NotSupportedException("Nothing runs this: ${signature.replace(/["\\]/g, '')}");`;

/** A property that is set keeps what it is given; one that is only read hands out what the answer held. */
function propertyText(written: string, { kind, type, rest, hasSetter, modifiers }: Parts, body?: string): string {
  if (hasSetter && kind === 'property' && body === undefined) return written;
  const head = written.replace(/ \{ (?:protected )?(?:get|set).*$/, '');
  const name = /^\w+/.exec(rest)?.[0] ?? '';
  const key = kind === 'indexer' ? /(\w+)\]/.exec(rest)?.[1] : undefined;
  const kept = key === undefined ? `"${name}"` : `"${name}:" + ${key}`;
  const getter = body ?? `return State.Get<${type}>(this, ${kept});`;
  const setter = hasSetter ? ` set { State.Set(this, ${kept}, value); }` : '';
  return modifiers.includes('static') ? `${head};` : `${head} { get { ${getter} }${setter} }`;
}

/** The class behind an interface or an abstract type. */
function madeText(type: SignatureType, all: readonly SignatureType[], bodies: Bodies): string[] {
  if (!bodies.makes?.(type)) return [];
  const own = type.name.split('.').at(-1) ?? '';
  const override = /\binterface\b/.test(type.head) ? '' : 'override ';
  const members = type.members.flatMap((member) => {
    const parts = partsOf(member);
    if (override !== '' && !parts.modifiers.includes('abstract')) return [];
    const plain = member.signature.replace(/^(?:public |abstract |protected |new )+/, '');
    const signature = `public ${override}${override === '' ? plain : plain.replace(/ where .*$/, '')}`;
    // Once more as a member that has a body.
    const { wire: _wire, ...made } = { ...member, signature };
    const inner = { ...type, head: `internal sealed class ${own}OverHttp` };
    return [memberText(inner, member.wire === undefined ? made : { ...made, wire: member.wire }, all, bodies)];
  });
  return [block(`internal sealed class ${own}OverHttp : ${own}`, members)];
}

const block = (head: string, lines: readonly string[]): string =>
  `    ${head}\n    {\n${lines.map((line) => `        ${line}\n`).join('')}    }`;
