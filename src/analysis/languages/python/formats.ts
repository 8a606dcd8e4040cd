/** Texts with holes that are filled by a call or an operator: `'/users/{}'.format(id)`, `'/users/%s' % id`. */
import type { Arg, Val } from '../../code-model.js';
import { textValue } from './literals.js';

const HOLE = /\{\{|\}\}|\{([A-Za-z_]\w*|\d*)(?:[.[!:][^}]*)?\}/g;
const PERCENT = /%(?:\((\w+)\))?[-#0 +]*[\d*]*(?:\.\d+)?[a-zA-Z%]/g;

/** The text that `template.format(…)` makes; undefined where a value is not given in a way that is known. */
export function formatted(node: { start: number; end: number }, template: string, args: Arg[]): Val | undefined {
  const byPosition = args.filter((a) => a.name === undefined);
  if (args.some((a) => a.spread)) return undefined;
  const used = new Set<Arg>();
  let next = 0;
  let last = 0;
  const parts: (string | Val)[] = [];
  for (const m of template.matchAll(HOLE)) {
    parts.push(template.slice(last, m.index));
    last = m.index + m[0].length;
    const key = m[1];
    if (key === undefined) {
      parts.push(m[0].charAt(0));
      continue;
    }
    const arg = key === '' ? byPosition[next++] : /^\d/.test(key) ? byPosition[Number(key)] : named(args, key);
    // A value that stands twice would be one node in two places.
    if (!arg || used.has(arg)) return undefined;
    used.add(arg);
    parts.push(arg.value);
  }
  parts.push(template.slice(last));
  return args.every((a) => used.has(a)) ? textValue(node, parts) : undefined;
}

function named(args: Arg[], name: string): Arg | undefined {
  return args.find((a) => a.name === name);
}

/** The text that `template % value` makes. */
export function percent(node: { start: number; end: number }, template: string, given: Val): Val | undefined {
  const values = given.v === 'list' ? given.items.map((i) => (i.spread ? undefined : i.value)) : [given];
  const parts: (string | Val)[] = [];
  let next = 0;
  let last = 0;
  for (const m of template.matchAll(PERCENT)) {
    parts.push(template.slice(last, m.index));
    last = m.index + m[0].length;
    if (m[0].endsWith('%')) {
      parts.push('%');
      continue;
    }
    const value = m[1] === undefined ? values[next++] : undefined;
    if (!value) return undefined;
    parts.push(value);
  }
  parts.push(template.slice(last));
  return next === values.length ? textValue(node, parts) : undefined;
}
