/** `import` declarations. */
import type { Import } from '../../code-model.js';
import { hasToken, ofType, type Syntax } from '../syntax.js';
import { type Context, range } from './context.js';
import { dotted } from './names.js';

/** One shared name is a vendor's top level (`com`), two are a vendor: three say that it is the same project. */
const SHARED = 3;

/**
 * One import.
 *
 * @param own the package of the file, for imports of the same project: their files stand where their packages say
 */
export function importOf(cx: Context, node: Syntax, own: string[]): Import | undefined {
  const name = ofType(node, 'scoped_identifier', 'identifier');
  if (!name) return undefined;
  const parts = dotted(cx, name);
  const base = { relative: false, typeOnly: false, range: range(node) };
  // `import a.b.*` and `import static a.B.*` bind no name that can be seen.
  if (ofType(node, 'asterisk')) return { module: parts.join('.'), form: 'using', names: [], ...base };
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  // The type `B` of `import static a.B.c` and of a nested `import a.B.C` is where the file ends.
  const typeAt = parts.findIndex((p) => /^[A-Z]/.test(p));
  const path = hasToken(node, 'static') ? undefined : pathTo(parts, typeAt, own);
  return {
    module: parts.slice(0, -1).join('.'),
    form: 'named',
    names: [{ imported: last, local: last }],
    ...base,
    ...(path ? { path } : {}),
  };
}

/** The way from a file of one package to the file of a type in another package of the same project. */
function pathTo(parts: string[], typeAt: number, own: string[]): string | undefined {
  if (typeAt !== parts.length - 1) return undefined;
  const target = parts.slice(0, typeAt);
  let shared = 0;
  while (shared < target.length && target[shared] === own[shared]) shared++;
  if (shared < Math.min(SHARED, own.length) || shared < 2) return undefined;
  const up = '../'.repeat(own.length - shared) || './';
  return `${up}${[...target.slice(shared), parts[typeAt]].join('/')}.java`;
}
