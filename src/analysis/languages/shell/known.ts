/** The functions of a script and the words its names stand for, found before anything is lowered. */
import { knownOf } from './functions.js';
import type { Lowering } from './lowering.js';
import { isProgram } from './outputs.js';
import { type Command, type Item, plain, type Word } from './syntax.js';

/** Notes what is known of each function, and of names that stand for a program with its options. */
export function knownFunctions(l: Lowering, items: readonly Item[]): void {
  for (const c of commandsIn(items)) {
    if (c.k === 'function') l.functions.set(c.name, knownOf(l.text, c));
    if (c.k !== 'simple') continue;
    for (const a of c.assignments) {
      const text = a.value && !Array.isArray(a.value) ? plain(a.value) : undefined;
      const [first, ...more] = text?.trim().split(/\s+/) ?? [];
      // `CURL="curl -s"`
      if (first && more.length && isProgram(first) && a.value && !Array.isArray(a.value)) {
        const { start, end } = a.value;
        l.arrays.set(
          a.name,
          [first, ...more].map(
            (t): Word => ({ parts: [{ p: 'text', text: t, quoted: false, start, end }], start, end }),
          ),
        );
      }
    }
  }
}

/** All commands, also within others. */
function commandsIn(items: readonly Item[]): Command[] {
  const out: Command[] = [];
  const open: Item[] = [...items];
  for (let item = open.pop(); item; item = open.pop())
    for (const p of [item.first, ...item.rest.map((r) => r.pipeline)])
      for (const c of p.commands) {
        out.push(c);
        if (c.k === 'group' || c.k === 'function') open.push(...c.body);
        if (c.k === 'loop') open.push(...c.test, ...c.body);
        if (c.k === 'if') open.push(...c.otherwise, ...c.branches.flatMap((b) => [...b.test, ...b.body]));
        if (c.k === 'case') open.push(...c.arms.flatMap((a) => a.body));
      }
  return out;
}
