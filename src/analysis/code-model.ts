/**
 * The code model: the one small representation that every language file produces and every later pass reads.
 *
 * It keeps what the question "is a conflict told apart here?" needs and nothing else. It is plain data: no syntax
 * tree nodes, no classes, no functions. Functions stand where they are written (`FnVal`, `FnStmt`, `TypeDecl.members`).
 * A thing a language cannot express in these terms becomes `Opaque` or `Other` with its children, so that a call or a
 * `try` inside an exotic construct is still seen.
 *
 * Offsets are UTF-16 code units from the start of the file; `end` is exclusive.
 */

export interface Range {
  start: number;
  end: number;
}

interface Located {
  range: Range;
}

// ------------------------------------------------------------------------------------------------ file

export interface FileModel {
  /** Id of the language file that made this model (one of the language table). */
  language: string;
  imports: Import[];
  /** Statements of the file in source order; namespaces are flattened, functions and types stand among them. */
  top: Stmt[];
  /** Comments, only those that may carry an instruction to the tool. */
  comments: Comment[];
  /** Regions the parser could not read. */
  damaged: Range[];
}

export interface Comment extends Located {
  text: string;
}

export interface Import extends Located {
  /** `@azure/cosmos`, `./client`, `Microsoft.Azure.Cosmos`. */
  module: string;
  form: 'named' | 'namespace' | 'default' | 'require' | 'using' | 'sideEffect';
  /** What is bound. `namespace`, `default` and a whole `require` bind one name with `imported` `*`, `default`, `*`. */
  names: { imported: string; local: string }[];
  /** The module names a file of this project by its place (`./x`, `../x`). */
  relative: boolean;
  /** Where the file of a named module stands that belongs to the same project, relative to this one. */
  path?: string;
  typeOnly: boolean;
  /** Re-exported (`export … from`). */
  reexport?: boolean;
}

export interface TypeDecl extends Located {
  name: string;
  nameRange: Range;
  kind: 'class' | 'interface' | 'struct' | 'enum' | 'object';
  bases: TypeRef[];
  fields: Field[];
  methods: Fn[];
  nested: TypeDecl[];
  /** Attributes, decorators. */
  marks: Call[];
  exported: boolean;
  /** The innermost namespace, where the language has them. */
  namespace?: string;
}

export interface Field extends Located {
  name: string;
  type?: TypeRef;
  /** Initialiser, or the value of an expression-bodied or one-return getter. For an enum member its value. */
  init?: Val;
  isStatic: boolean;
  /** Declared by a constructor parameter (parameter property, primary constructor). */
  viaParam?: boolean;
  marks: Call[];
}

export interface Fn extends Located {
  name?: string;
  nameRange?: Range;
  kind: 'function' | 'method' | 'constructor' | 'lambda' | 'getter' | 'setter' | 'local';
  params: Param[];
  returns?: TypeRef;
  /** Written `async` (so that a throw inside becomes a rejection, and `await` may stand inside). */
  isAsync: boolean;
  isStatic: boolean;
  exported: boolean;
  marks: Call[];
  /** An expression body is one `return`. `undefined`: abstract, overload signature, interface member. */
  body?: Stmt[];
}

export interface Param extends Located {
  name: string;
  /** A destructured parameter. `name` is then empty. */
  pattern?: Pattern;
  type?: TypeRef;
  default?: Val;
  rest?: boolean;
  marks: Call[];
}

/** A type as written, never resolved. `Promise<Container>` is path `['Promise']`, args `[Container]`. */
export interface TypeRef {
  path: string[];
  args: TypeRef[];
}

// ------------------------------------------------------------------------------------------------ statements

export type Stmt = Bind | Do | If | Loop | Try | Return | Raise | Leave | FnStmt | TypeStmt | Other;

/** `const x = v`, `x.y = v` (as a statement), `using var x = v`. One target each; `const a = 1, b = 2` is two. */
export interface Bind extends Located {
  s: 'bind';
  target: Target;
  value?: Val;
  type?: TypeRef;
  /** A declaration, not an assignment. */
  declares: boolean;
  /** `=` when absent; `+=`, `??=` … as written. */
  op?: string;
  exported?: boolean;
}
/** An expression statement. */
export interface Do extends Located {
  s: 'do';
  value: Val;
}
/** `if`, and `switch`, `match`, `when` lowered to nested `If` with ordered tests. */
export interface If extends Located {
  s: 'if';
  test: Val;
  then: Stmt[];
  else: Stmt[];
}
export interface Loop extends Located {
  s: 'loop';
  form: 'while' | 'until' | 'for' | 'each';
  init: Stmt[];
  /** Absent: no condition (`for (;;)`). */
  test?: Val;
  step: Stmt[];
  /** `each`: what is iterated and what is bound. */
  over?: Val;
  target?: Target;
  body: Stmt[];
}
export interface Try extends Located {
  s: 'try';
  body: Stmt[];
  handlers: Handler[];
  final?: Stmt[];
}
export interface Handler extends Located {
  /** Empty: everything. */
  types: TypeRef[];
  /** The error's name, or a destructuring pattern. */
  name?: string;
  pattern?: Pattern;
  /** `catch … when (filter)`. */
  filter?: Val;
  body: Stmt[];
}
export interface Return extends Located {
  s: 'return';
  value?: Val;
  /** `yield`. */
  yields?: boolean;
}
export interface Raise extends Located {
  s: 'raise';
  value?: Val;
  /** A bare `throw;` / `raise`: the current error again. */
  again: boolean;
}
export interface Leave extends Located {
  s: 'leave';
  how: 'break' | 'continue';
  label?: string;
}
export interface FnStmt extends Located {
  s: 'function';
  fn: Fn;
}
export interface TypeStmt extends Located {
  s: 'type';
  type: TypeDecl;
}
/** Anything else: its expressions and statements in order. Blocks that only group (`using`, `lock`, labels) too. */
export interface Other extends Located {
  s: 'other';
  values: Val[];
  body: Stmt[];
}

// ------------------------------------------------------------------------------------------------ values

export type Val =
  | Lit
  | Text
  | Ref
  | Self
  | Member
  | Index
  | Rec
  | List
  | Call
  | New
  | FnVal
  | Await
  | Op
  | Is
  | Pick
  | Assign
  | Opaque;

export interface Lit extends Located {
  v: 'lit';
  /** Strings are unescaped. `undefined` and `null` are themselves. */
  value: string | number | boolean | null | undefined;
}
/** A string with holes: templates, interpolation, `a + b` where one side is text. */
export interface Text extends Located {
  v: 'text';
  parts: (string | Val)[];
}
export interface Ref extends Located {
  v: 'ref';
  name: string;
}
/** `this`, `base`, `super`. */
export interface Self extends Located {
  v: 'self';
  base: boolean;
}
export interface Member extends Located {
  v: 'member';
  obj: Val;
  name: string;
  /** Where the name itself stands: this is the line that is reported. */
  nameRange: Range;
  /** `?.` */
  safe: boolean;
}
export interface Index extends Located {
  v: 'index';
  obj: Val;
  key: Val;
}
/** An object literal, anonymous object or dictionary initialiser. */
export interface Rec extends Located {
  v: 'rec';
  entries: Entry[];
}
export interface Entry extends Located {
  /** `undefined` with `spread`. A computed key is a `Val`. */
  key?: string | Val;
  value: Val;
  spread: boolean;
}
export interface List extends Located {
  v: 'list';
  items: { value: Val; spread: boolean }[];
}
export interface Call extends Located {
  v: 'call';
  /** Usually `Member` or `Ref`. */
  callee: Val;
  args: Arg[];
  typeArgs: TypeRef[];
  /** Called as `f?.()`. */
  safe: boolean;
}
export interface Arg extends Located {
  value: Val;
  /** A named argument. */
  name?: string;
  spread: boolean;
}
/** `new T(args) { init }`. A target-typed `new()` has an empty path. */
export interface New extends Located {
  v: 'new';
  type: TypeRef;
  typeRange: Range;
  args: Arg[];
  init?: Rec | List;
}
/** A lambda, arrow function, function expression or anonymous method. */
export interface FnVal extends Located {
  v: 'fn';
  fn: Fn;
}
export interface Await extends Located {
  v: 'await';
  value: Val;
  /** `await x`; `x.Result`, `x.Wait()`, `x.GetAwaiter().GetResult()` block and wrap the error. */
  how: 'await' | 'block' | 'blockUnwrapped';
}
/**
 * An operator in one spelling for all languages.
 * `eq` and `ne` cover strict and loose forms; `in` is (item, collection or text); `matches` is (text, regular
 * expression); `add` is numeric or unknown `+`.
 */
export interface Op extends Located {
  v: 'op';
  op:
    | 'eq'
    | 'ne'
    | 'lt'
    | 'le'
    | 'gt'
    | 'ge'
    | 'and'
    | 'or'
    | 'not'
    | 'in'
    | 'matches'
    | 'coalesce'
    | 'add'
    | 'arith'
    | 'typeof'
    | 'delete'
    | 'void'
    | 'other';
  args: Val[];
}
/** `instanceof`, `is T x`. Property patterns become `and(Is, eq(member, constant))`. */
export interface Is extends Located {
  v: 'is';
  value: Val;
  type: TypeRef;
  /** The name the narrowed value is bound to. */
  name?: string;
}
/** `a ? b : c`, switch expressions (nested). */
export interface Pick extends Located {
  v: 'pick';
  test: Val;
  then: Val;
  else: Val;
}
/** An assignment inside an expression. */
export interface Assign extends Located {
  v: 'assign';
  target: Target;
  value: Val;
  op?: string;
}
/** Anything else; casts, `!`, `as` and parentheses are dropped, not opaque. */
export interface Opaque extends Located {
  v: 'opaque';
  values: Val[];
}

// ------------------------------------------------------------------------------------------------ targets

export type Target = Ref | Member | Index | Pattern | Opaque;

/** Destructuring. `{ a: x, ...r }`, `[a, b]`, `(var a, var b)`. */
export interface Pattern extends Located {
  v: 'pattern';
  parts: PatternPart[];
}
export interface PatternPart {
  /** Property name, or position. */
  key: string | number;
  target: Target;
  default?: Val;
  rest?: boolean;
}
