/**
 * Prints a code model as s-expressions, one top-level statement a line, so that a test can state what it expects in
 * one readable string. Ranges are left out; tests of ranges look at the model itself.
 */
import type {
  Arg,
  Call,
  Entry,
  Field,
  FileModel,
  Fn,
  Import,
  Param,
  Stmt,
  Target,
  TypeDecl,
  TypeRef,
  Val,
} from '../../src/analysis/code-model.js';

const list = (head: string, ...parts: (string | undefined | false)[]): string =>
  `(${[head, ...parts].filter((p) => p !== undefined && p !== false && p !== '').join(' ')})`;

const when = (condition: unknown, word: string): string | undefined => (condition ? word : undefined);

/** A whole file: its imports, then its statements. */
export function printModel(model: Pick<FileModel, 'imports' | 'top'>): string {
  return [...model.imports.map(printImport), ...model.top.map(printStmt)].join('\n');
}

export function printImport(i: Import): string {
  const names = i.names.map((n) => (n.imported === n.local ? n.local : `${n.imported}=${n.local}`));
  return list(
    'import',
    JSON.stringify(i.module),
    i.form,
    when(i.relative, 'relative'),
    when(i.typeOnly, 'type'),
    when(i.reexport, 'reexport'),
    ...names,
  );
}

export function printStmts(statements: Stmt[]): string {
  return `[${statements.map(printStmt).join(' ')}]`;
}

export function printStmt(s: Stmt): string {
  switch (s.s) {
    case 'bind':
      return list(
        s.declares ? 'let' : 'set',
        when(s.exported, 'export'),
        s.op,
        printVal(s.target),
        s.type && `:${printType(s.type)}`,
        s.value && printVal(s.value),
      );
    case 'do':
      return list('do', printVal(s.value));
    case 'if':
      return list('if', printVal(s.test), printStmts(s.then), s.else.length > 0 && printStmts(s.else));
    case 'loop':
      return list(
        s.form,
        s.init.length > 0 && `init ${printStmts(s.init)}`,
        s.test && `test ${printVal(s.test)}`,
        s.step.length > 0 && `step ${printStmts(s.step)}`,
        s.target && printVal(s.target),
        s.over && `over ${printVal(s.over)}`,
        printStmts(s.body),
      );
    case 'try':
      return list(
        'try',
        printStmts(s.body),
        ...s.handlers.map((h) =>
          list(
            'catch',
            h.types.length > 0 && `:${h.types.map(printType).join('|')}`,
            h.name,
            h.pattern && printVal(h.pattern),
            h.filter && `when ${printVal(h.filter)}`,
            printStmts(h.body),
          ),
        ),
        s.final && `finally ${printStmts(s.final)}`,
      );
    case 'return':
      return list(s.yields ? 'yield' : 'return', s.value && printVal(s.value));
    case 'raise':
      return list('raise', when(s.again, 'again'), s.value && printVal(s.value));
    case 'leave':
      return list(s.how, s.label);
    case 'function':
      return printFn(s.fn);
    case 'type':
      return printTypeDecl(s.type);
    case 'other':
      return list('other', ...s.values.map(printVal), s.body.length > 0 && printStmts(s.body));
  }
}

function printMarks(marks: Call[]): string | undefined {
  return marks.length > 0 ? `@[${marks.map(printVal).join(' ')}]` : undefined;
}

export function printFn(f: Fn): string {
  return list(
    f.kind,
    printMarks(f.marks),
    when(f.exported, 'export'),
    when(f.isStatic, 'static'),
    when(f.isAsync, 'async'),
    f.name,
    `(${f.params.map(printParam).join(' ')})`,
    f.returns && `:${printType(f.returns)}`,
    f.body && printStmts(f.body),
  );
}

function printParam(p: Param): string {
  const name = p.pattern ? printVal(p.pattern) : p.name;
  const marks = printMarks(p.marks);
  return [
    marks && `${marks} `,
    p.rest && '...',
    name,
    p.type && `:${printType(p.type)}`,
    p.default && `=${printVal(p.default)}`,
  ]
    .filter(Boolean)
    .join('');
}

export function printTypeDecl(t: TypeDecl): string {
  return list(
    t.kind,
    printMarks(t.marks),
    when(t.exported, 'export'),
    t.namespace && `in ${t.namespace}`,
    t.name,
    t.bases.length > 0 && `< ${t.bases.map(printType).join(' ')}`,
    ...t.fields.map(printField),
    ...t.methods.map(printFn),
    ...t.nested.map(printTypeDecl),
  );
}

function printField(f: Field): string {
  return list(
    'field',
    printMarks(f.marks),
    when(f.isStatic, 'static'),
    when(f.viaParam, 'param'),
    f.name,
    f.type && `:${printType(f.type)}`,
    f.init && printVal(f.init),
  );
}

export function printType(t: TypeRef): string {
  const path = t.path.join('.') || '?';
  return t.args.length > 0 ? `${path}<${t.args.map(printType).join(',')}>` : path;
}

const printArg = (a: Arg): string =>
  `${a.spread ? '...' : ''}${a.name === undefined ? '' : `${a.name}:`}${printVal(a.value)}`;

function printEntry(e: Entry): string {
  if (e.spread) return `...${printVal(e.value)}`;
  const key = typeof e.key === 'string' ? e.key : e.key ? `[${printVal(e.key)}]` : '?';
  return `${key}:${printVal(e.value)}`;
}

export function printVal(v: Val | Target): string {
  switch (v.v) {
    case 'lit':
      return typeof v.value === 'string' ? JSON.stringify(v.value) : String(v.value);
    case 'text':
      return list('text', ...v.parts.map((p) => (typeof p === 'string' ? JSON.stringify(p) : printVal(p))));
    case 'ref':
      return v.name;
    case 'self':
      return v.base ? 'super' : 'this';
    case 'member':
      return `${printVal(v.obj)}${v.safe ? '?.' : '.'}${v.name}`;
    case 'index':
      return `${printVal(v.obj)}[${printVal(v.key)}]`;
    case 'rec':
      return `{${v.entries.map(printEntry).join(' ')}}`;
    case 'list':
      return `[${v.items.map((i) => `${i.spread ? '...' : ''}${printVal(i.value)}`).join(' ')}]`;
    case 'call':
      return list(
        v.safe ? 'call?' : 'call',
        printVal(v.callee),
        v.typeArgs.length > 0 && `<${v.typeArgs.map(printType).join(',')}>`,
        ...v.args.map(printArg),
      );
    case 'new':
      return list('new', printType(v.type), ...v.args.map(printArg), v.init && `init ${printVal(v.init)}`);
    case 'fn':
      return printFn(v.fn);
    case 'await':
      return list(v.how, printVal(v.value));
    case 'op':
      return list(v.op, ...v.args.map(printVal));
    case 'is':
      return list('is', printVal(v.value), printType(v.type), v.name);
    case 'pick':
      return list('pick', printVal(v.test), printVal(v.then), printVal(v.else));
    case 'assign':
      return list('assign', v.op, printVal(v.target), printVal(v.value));
    case 'opaque':
      return list('opaque', ...v.values.map(printVal));
    case 'pattern':
      return `<${v.parts
        .map((p) => {
          const key = p.rest ? '...' : p.target.v === 'ref' && p.target.name === p.key ? '' : `${p.key}:`;
          return `${key}${printVal(p.target)}${p.default ? `=${printVal(p.default)}` : ''}`;
        })
        .join(' ')}>`;
  }
}
