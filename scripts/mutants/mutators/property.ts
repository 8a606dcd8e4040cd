/** The status is read from a property that the SDK's error does not have, or that means something else. */
import type { Node } from 'web-tree-sitter';
import { WRONG_PROPERTY } from '../expected.js';
import { ancestors, replace } from '../nodes.js';
import type { Mutant, Mutator, Subject } from '../types.js';

interface PropertyRow {
  /** The package or namespace the file imports. */
  imports: RegExp;
  /** The right property, and those that do not work. Sources: the SDKs' error classes. */
  right: string;
  wrong: string[];
  service: RegExp;
  /** A wrong property that is a number, where the right one is an enum. */
  numeric?: boolean;
}

const rows: readonly PropertyRow[] = [
  { imports: /['"]@azure\/cosmos['"]/, service: /cosmos/, right: 'code', wrong: ['statusCode', 'status'] },
  { imports: /microsoft-graph-client['"]/, service: /graph|bookings/, right: 'statusCode', wrong: ['code', 'status'] },
  {
    imports: /['"]@microsoft\/msgraph-/,
    service: /graph|bookings/,
    right: 'responseStatusCode',
    wrong: ['statusCode', 'code'],
  },
  { imports: /['"]@pnp\/graph/, service: /graph|bookings/, right: 'status', wrong: ['statusCode', 'code'] },
  {
    imports: /using Microsoft\.Azure\.Cosmos/,
    service: /cosmos/,
    right: 'StatusCode',
    wrong: ['SubStatusCode'],
    numeric: true,
  },
  {
    imports: /using Microsoft\.Graph|using Microsoft\.Kiota/,
    service: /graph|bookings/,
    right: 'ResponseStatusCode',
    wrong: ['HResult'],
    numeric: true,
  },
];

export const wrongProperty: Mutator = {
  id: 'wrong-property',
  title: "the status is read from a property the SDK's error does not set",
  make(subject: Subject): Mutant[] {
    const row = rows.find((r) => r.imports.test(subject.text) && r.service.test(subject.site.service));
    if (!row || subject.handling.signals.some((s) => s.status === undefined)) return [];
    if (subject.handling.shape === 'response') return [];
    const reads = subject.handling.near.map((s) => read(s.node, row.right, subject));
    if (reads.length === 0 || reads.some((r) => r === undefined)) return [];
    return row.wrong.map((wrong) => ({
      edits: [
        ...new Map(reads.flatMap((r) => (r ? [r] : [])).map((r) => [r.name.id, replace(r.name, wrong)])).values(),
        ...(row.numeric
          ? subject.handling.near.filter((s) => asEnum(s.node)).map((s) => replace(memberOf(s.node), String(s.status)))
          : []),
      ],
      expected: WRONG_PROPERTY,
    }));
  },
};

/** The read of the right property that a status is compared with: `e.code` of `e.code === 409`. */
function read(status: Node, right: string, { dialect }: Subject): { name: Node } | undefined {
  for (const at of ancestors(status)) {
    if (!/^(binary|is_pattern)_expression$/.test(at.type)) {
      if (/statement|clause|call|invocation/.test(at.type)) return undefined;
      continue;
    }
    for (const side of [
      at.childForFieldName('left'),
      at.childForFieldName('right'),
      at.childForFieldName('expression'),
    ]) {
      const member = side && bare(side);
      if (!member || !dialect.members.includes(member.type)) continue;
      const name = member.childForFieldName('property') ?? member.childForFieldName('name');
      const object = member.childForFieldName('object') ?? member.childForFieldName('expression');
      if (name?.text === right && object && bare(object).type === 'identifier') return { name };
    }
    if (at.type === 'binary_expression' && /^[=!]=/.test(at.childForFieldName('operator')?.text ?? ''))
      return undefined;
  }
  return undefined;
}

/** Without casts and parentheses. */
function bare(node: Node): Node {
  if (!/parenthesized|cast|as_expression|non_null/.test(node.type)) return node;
  const inner = node.childForFieldName('value') ?? node.namedChildren[0];
  return inner ? bare(inner) : node;
}

const memberOf = (name: Node): Node => (name.parent?.type === 'member_access_expression' ? name.parent : name);
const asEnum = (name: Node): boolean => memberOf(name) !== name;

export const propertyMutators: Mutator[] = [wrongProperty];
