/** What a value is, in words, for somebody who wonders why it is no known client. */
import type { BoundFile, Def } from '../bind/file.js';
import type { TypeRef, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { WhyRow } from './answer.js';
import type { Inspection } from './inspection.js';

const MAX_STEPS = 6;

/** How far a value can be traced: one row for each name on the way, the last is where it ends. */
export function traceOf(x: Inspection, cell: Cell): WhyRow[] {
  const rows: WhyRow[] = [];
  const seen = new Set<Val>();
  let next: Cell | undefined = cell;
  while (next && rows.length < MAX_STEPS && !seen.has(next.val)) {
    seen.add(next.val);
    const step = stepOf(x, next);
    for (const { text, place } of step.more ? [step, step.more] : [step])
      if (rows.at(-1)?.text !== text) rows.push({ id: 'source', label: x.t('Where it comes from'), text, place });
    next = step.next;
  }
  return rows;
}

interface Step {
  text: string;
  place: NonNullable<WhyRow['place']>;
  next?: Cell | undefined;
  /** What there is to say of its type. */
  more?: Step;
}

function stepOf(x: Inspection, cell: Cell): Step {
  const { t } = x;
  const { file, val } = cell;
  const place = x.place({ file, range: val.range });
  const name = x.written(val.range, file);
  const on = (v: Val): Cell => ({ ...cell, val: v });
  switch (val.v) {
    case 'await':
      return stepOf(x, on(val.value));
    case 'self':
      return { text: t('"{0}" is the object the code belongs to; its type is no known client', name), place };
    case 'ref': {
      const def = file.resolve(val);
      const symbol = def ? { file, def } : x.rx.ev.symbolOf(cell);
      if (symbol) return ofDef(x, symbol.file, symbol.def, name);
      return { text: t('"{0}" is declared nowhere in this file and is no global of a known client', name), place };
    }
    case 'member': {
      const symbol = x.rx.ev.symbolOf(cell);
      if (symbol) return ofDef(x, symbol.file, symbol.def, name);
      const [value] = x.rx.ev.props(on(val.obj), [val.name]);
      if (value && value.val !== val)
        return {
          text: t('"{0}" is given the value {1}', name, x.written(value.val.range, value.file)),
          place,
          next: value,
        };
      return { text: t('"{0}" is a member of something that is no known client', name), place, next: on(val.obj) };
    }
    case 'index':
      return { text: t('"{0}" is an element of something that is no known client', name), place, next: on(val.obj) };
    case 'call': {
      const target = x.rx.ev.callee({ ...cell, val });
      if (target) {
        const type = target.fn.returns;
        const range = target.fn.nameRange ?? target.fn.range;
        const text = type
          ? t('"{0}" returns {1}, which is no type of a known client', name, typeText(type))
          : t('"{0}" is a function of this project, and what it returns is no known client', name);
        return { text, place: x.place({ file: target.file, range }) };
      }
      const obj = val.callee.v === 'member' ? on(val.callee.obj) : val.callee.v === 'ref' ? on(val.callee) : undefined;
      return { text: t('"{0}" is the result of a call that no known client has', name), place, next: obj };
    }
    case 'new': {
      const type = typeText(val.type);
      return { text: t('"{0}" makes a {1}', name, type), place, more: typeStep(x, file, val.type, place) };
    }
    case 'pick':
      return {
        text: t('"{0}" is one of several values, none of them a known client', name),
        place,
        next: on(val.then),
      };
    case 'op': {
      const [first] = val.args;
      return { text: t('"{0}" is the result of an operator', name), place, next: first && on(first) };
    }
    case 'lit':
    case 'text':
      return { text: t('{0} is a text or number', name), place };
    default:
      return { text: t('"{0}" is no client but a value made here', name), place };
  }
}

function ofDef(x: Inspection, file: BoundFile, def: Def, name: string): Step {
  const { t } = x;
  const place = x.place({ file, range: { start: def.start, end: def.start } });
  if (def.import) return { text: importText(x, file, def, name), place };
  if (def.type) {
    const kind = def.param
      ? t('"{0}" is a parameter of type {1}', name, typeText(def.type))
      : t('"{0}" has the type {1}', name, typeText(def.type));
    return { text: kind, place, more: typeStep(x, file, def.type, place) };
  }
  if (def.fn)
    return {
      text: t('"{0}" is a function or accessor of this project, and its result is no known client', name),
      place,
    };
  if (def.typeDecl) return { text: t('"{0}" is a type of this project', name), place };
  if (def.kind === 'catch') return { text: t('"{0}" is the error of a handler', name), place };
  const source = def.sources[0];
  const next: Cell | undefined = source && { file, val: source.value };
  if (def.param) {
    if (!next) return { text: t('"{0}" is a parameter without a type', name), place };
    return { text: t('"{0}" is a parameter without a type and with a default', name), place, next };
  }
  if (!next) return { text: t('"{0}" is declared without a type and without a value', name), place };
  return { text: t('"{0}" is given the value {1}', name, x.written(next.val.range, file)), place, next };
}

function importText(x: Inspection, file: BoundFile, def: Def, name: string): string {
  const { t } = x;
  const from = def.import?.from;
  if (!from) return name;
  if (!from.relative) return t('"{0}" is imported from "{1}", which is no known client library', name, from.module);
  if (x.rx.ev.project.follow({ file, def }))
    return t('"{0}" is imported from "{1}", where it is no known client', name, from.module);
  return t(
    '"{0}" is imported from "{1}", which was not found, could not be read or does not export it',
    name,
    from.module,
  );
}

/** Why a type says nothing of a client. */
function typeStep(x: Inspection, file: BoundFile, type: TypeRef, place: Step['place']): Step {
  const { t } = x;
  const name = type.path.at(-1) ?? '';
  const decl = x.rx.ev.project.typeDecl(file, type);
  if (decl) {
    const text = t('{0} is declared in this project and derives from no type of a known client', name);
    return { text, place: x.place({ file: decl.file, range: decl.type.nameRange }) };
  }
  const imported = file.top.names.get(type.path[0] ?? name)?.import?.from.module;
  const sdk = x.rx.roles.of(file).find((s) => s.exports[name] !== undefined);
  if (sdk && !imported)
    return { text: t('{0} would be one of {1}, but the file does not import that', name, sdk.title), place };
  if (imported) return { text: t('{0} comes from "{1}" and is no client that is known', name, imported), place };
  return { text: t('{0} is no type of a known client', name), place };
}

function typeText(type: TypeRef): string {
  const args = type.args.length ? `<${type.args.map(typeText).join(', ')}>` : '';
  return `${type.path.join('.')}${args}`;
}
