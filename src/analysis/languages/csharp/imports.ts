/** `using` directives. */
import type { Import } from '../../code-model.js';
import { field, type Syntax } from '../syntax.js';
import { type Context, lastOperand, range } from './context.js';
import { dotted } from './names.js';

/** `using N;`, `using static T;` and `using A = T;`, global or not. */
export function importOf(cx: Context, node: Syntax): Import | undefined {
  const name = lastOperand(node);
  if (!name) return undefined;
  const module = dotted(cx, name);
  const alias = field(node, 'name');
  return {
    module,
    form: 'using',
    names: alias && alias !== name ? [{ imported: module, local: cx.name(alias) }] : [],
    relative: false,
    typeOnly: false,
    range: range(node),
  };
}
