/** `match`: ordered tests of one subject. */
import type { Range, Stmt, Val } from '../../code-model.js';
import { field, fields, named, ofType, type Syntax } from '../syntax.js';
import { type Lowering, opaque, rangeOf, textOf } from './context.js';
import { isSimple, op } from './operators.js';
import { pathOf } from './types.js';

export function matchStatement(node: Syntax, l: Lowering): Stmt[] {
  const written = field(node, 'subject');
  const body = field(node, 'body') ?? node;
  const clauses = fields(body, 'alternative').filter((c) => c.type === 'case_clause');
  if (!written) return clauses.flatMap((c) => l.block(field(c, 'consequence')));
  const out: Stmt[] = [];
  // What is computed is computed once, under a name of the reader's own.
  let name: string | undefined;
  if (!isSimple(written)) {
    name = `$subject${++l.subjects}`;
    out.push({
      s: 'bind',
      range: rangeOf(written),
      target: { v: 'ref', range: rangeOf(written), name },
      value: l.value(written),
      declares: false,
    });
  }
  const subject = (): Val => (name ? { v: 'ref', range: rangeOf(written), name } : l.value(written));
  return [...out, ...cases(node, clauses, subject, l)];
}

function cases(node: Syntax, clauses: Syntax[], subject: () => Val, l: Lowering): Stmt[] {
  let otherwise: Stmt[] = [];
  for (const clause of [...clauses].reverse()) {
    const pattern = ofType(clause, 'case_pattern');
    const guard = field(clause, 'guard');
    const binds: Stmt[] = [];
    let test = pattern ? tested(pattern, subject, binds, l) : opaque(clause);
    const inner = guard && named(guard)[0];
    if (inner) test = test ? op(from(test, clause), 'and', [test, l.value(inner)]) : l.value(inner);
    const then = [...binds, ...l.block(field(clause, 'consequence'))];
    otherwise = test ? [{ s: 'if', range: rangeOf(node), test, then, else: otherwise }] : then;
  }
  return otherwise;
}

/** From the subject, which stands before all patterns, to the end of one of them. */
const from = (values: Val | Val[], node: Syntax): Range => ({
  start: Math.min(node.start, ...[values].flat().map(({ range }) => range.start)),
  end: node.end,
});

const equal = (node: Syntax, value: Val, to: Val): Val => op(from(value, node), 'eq', [value, to]);

/** The test of a pattern; undefined where it takes everything. Names it binds are added to `binds`. */
function tested(node: Syntax, subject: () => Val, binds: Stmt[], l: Lowering): Val | undefined {
  const parts = named(node);
  const [first] = parts;
  switch (node.type) {
    case 'case_pattern':
      if (node.children.length === 1 && !first) return undefined;
      return parts.length === 1 && first ? tested(first, subject, binds, l) : opaque(node);
    case 'union_pattern': {
      const tests = parts.map((p) => tested(p, subject, binds, l));
      const known = tests.filter((t) => t !== undefined);
      return known.length < tests.length ? undefined : op(from(known, node), 'or', known);
    }
    case 'as_pattern':
      return first ? tested(first, subject, binds, l) : opaque(node);
    case 'class_pattern': {
      const path = first ? pathOf(first, l) : undefined;
      if (!path) return opaque(node);
      const value = subject();
      const is: Val = { v: 'is', range: from(value, node), value, type: { path, args: [] } };
      const members = parts.slice(1).flatMap((p) => memberTest(p, subject, l));
      return members.length ? op(from(value, node), 'and', [is, ...members]) : is;
    }
    case 'dotted_name':
    case 'identifier': {
      const path = pathOf(node, l) ?? [];
      // A bare name takes everything and holds it; a dotted one is a constant.
      if (path.length === 1 && path[0] !== undefined) {
        const value = subject();
        binds.push({
          s: 'bind',
          range: from(value, node),
          target: { v: 'ref', range: rangeOf(node), name: path[0] },
          value,
          declares: false,
        });
        return undefined;
      }
      return equal(node, subject(), dotted(node, l));
    }
    case 'integer':
    case 'float':
    case 'string':
    case 'concatenated_string':
    case 'true':
    case 'false':
    case 'none':
      return equal(node, subject(), l.value(node));
    default:
      return opaque(node);
  }
}

/** `HTTPStatus.CONFLICT` as a value. */
function dotted(node: Syntax, l: Lowering): Val {
  const [root, ...rest] = named(node);
  if (!root) return opaque(node);
  let value: Val = { v: 'ref', range: rangeOf(root), name: textOf(root, l) };
  for (const part of rest)
    value = {
      v: 'member',
      range: { start: node.start, end: part.end },
      obj: value,
      name: textOf(part, l),
      nameRange: rangeOf(part),
      safe: false,
    };
  return value;
}

/** `Error(status=409)`: a member of the subject is compared. */
function memberTest(node: Syntax, subject: () => Val, l: Lowering): Val[] {
  const pattern = node.type === 'case_pattern' ? named(node)[0] : node;
  if (pattern?.type !== 'keyword_pattern') return [];
  const [name, value] = named(pattern);
  if (!name || !value) return [];
  const member = (): Val => {
    const obj = subject();
    return {
      v: 'member',
      range: from(obj, pattern),
      obj,
      name: textOf(name, l),
      nameRange: rangeOf(name),
      safe: false,
    };
  };
  return [tested(value, member, [], l) ?? opaque(value)];
}
