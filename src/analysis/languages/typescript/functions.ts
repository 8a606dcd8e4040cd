/** Functions of every kind. */
import type { Fn, Stmt } from '../../code-model.js';
import { field, fields, hasToken, named, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, withClasses } from './context.js';
import { params, propertyName } from './patterns.js';
import { typeOf } from './types.js';

/**
 * A function, whatever it is written as. `exported` is set by whoever sees the `export`.
 */
export function fn(node: Syntax, kind: Fn['kind'], l: Lowering): Fn {
  const name = field(node, 'name') ?? field(node, 'property');
  const list = field(node, 'parameters') ?? field(node, 'parameter');
  const written = name ? propertyName(name, l) : undefined;
  const body = functionBody(field(node, 'body'), l);
  return {
    range: rangeOf(node),
    ...(name && written !== undefined ? { name: written, nameRange: rangeOf(name) } : {}),
    kind,
    params: params(list, l),
    ...typeOfReturn(node, l),
    isAsync: hasToken(node, 'async'),
    isStatic: hasToken(node, 'static'),
    exported: false,
    marks: l.marks(fields(node, 'decorator')),
    ...(body ? { body } : {}),
  };
}

function typeOfReturn(node: Syntax, l: Lowering): Pick<Fn, 'returns'> {
  const { type } = typeOf(node, l, 'return_type');
  return type ? { returns: type } : {};
}

function functionBody(body: Syntax | undefined, l: Lowering): Stmt[] | undefined {
  if (!body) return undefined;
  const outer = l.inSwitch;
  l.functions++;
  l.inSwitch = false;
  const out = body.type === 'statement_block' ? l.block(body) : result(body, l);
  l.functions--;
  l.inSwitch = outer;
  return out;
}

function result(body: Syntax, l: Lowering): Stmt[] {
  const { result: value, classes } = withClasses(l, () => l.value(body));
  return [...classes, { s: 'return', range: rangeOf(body), value }];
}

/** The nodes of a parameter list that also declare a field: `constructor(private x: X)`. */
export function parameterProperties(list: Syntax | undefined): Syntax[] {
  if (!list) return [];
  return named(list).filter((p) =>
    p.children.some(
      (c) => c.type === 'accessibility_modifier' || c.type === 'override_modifier' || c.type === 'readonly',
    ),
  );
}
