/** Reads public declarations out of C# sources, or out of a contract file that lists them without bodies. */

/** A type as a source declares it. */
export interface Declared {
  /** With its namespace and the types around it. */
  name: string;
  /** What stands before its body: `public class ItemResponse<T> : Response<T>`. */
  head: string;
  members: DeclaredMember[];
  /** What stands in its body, comments taken out. */
  body: string;
}

export interface DeclaredMember {
  /** Its name; `this` for an indexer, `new` for a constructor, `operator` for any of these. */
  name: string;
  signature: string;
  /** Attributes before it, and what follows its signature. */
  around: string;
}

const ACCESS = /^(?:public|protected)\b/;
const TYPE =
  /^(?:(?:public|protected|internal|static|abstract|sealed|partial|readonly|new)\s+)*(?:class|interface|struct|enum)\s/;
/** Types by value: what stands behind one of them as `?` is a part of its type, behind any other a remark. */
const VALUES = /(?:\b(?:bool|int|long|double|DateTime|DateTimeOffset|TimeSpan|Guid|HttpStatusCode|PartitionKey))$/;

/** @param remarks whether `?` behind a type that is none by value is a remark for the compiler, which is left out */
export function declarationsIn(source: string, remarks: boolean): Declared[] {
  const text = oldest(source.replace(/^\uFEFF/, ''));
  const plain = withoutComments(text).replace(/\bglobal::/g, '');
  const out: Declared[] = [];
  const [, whole] = /^\s*namespace\s+([\w.]+)\s*;/m.exec(plain) ?? [];
  if (whole === undefined) walk(plain, '', remarks, out);
  else walk(plain.slice(plain.indexOf(';', plain.search(/^\s*namespace\s/m)) + 1), whole, remarks, out);
  return out;
}

/** What a compiler for the oldest platform reads: no symbol is defined. */
function oldest(text: string): string {
  const kept: string[] = [];
  const stack: boolean[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, word, condition = ''] = /^\s*#\s*(\w+)\s*(.*)$/.exec(line) ?? [];
    if (word === 'if') stack.push(condition.trim().startsWith('!'));
    else if (word === 'else') stack.push(!stack.pop());
    else if (word === 'elif') stack.push(!stack.pop() && condition.trim().startsWith('!'));
    else if (word === 'endif') stack.pop();
    else if (word === undefined && stack.every(Boolean)) kept.push(line);
  }
  return kept.join('\n');
}

function withoutComments(text: string): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('/') ? '' : found,
  );
}

/** Goes through what stands at one level: namespaces and types. */
function walk(text: string, space: string, remarks: boolean, out: Declared[]): void {
  for (const { head, body } of pieces(text)) {
    const plain = withoutAttributes(head).replace(/\s+/g, ' ').trim();
    const [, inner] = /^namespace ([\w.]+)$/.exec(plain) ?? [];
    if (inner !== undefined && body !== undefined) walk(body, joined(space, inner), remarks, out);
    else if (/^public delegate /.test(plain)) {
      const [, name = ''] = /(\w+)(?:<[^()]*>)?\(/.exec(plain) ?? [];
      out.push({ name: joined(space, name), head: normal(plain, remarks), members: [], body: '' });
    } else if (TYPE.test(`${plain} `) && body !== undefined) out.push(...typeOf(plain, body, space, remarks));
  }
}

const joined = (space: string, name: string): string => (space === '' ? name : `${space}.${name}`);

function typeOf(head: string, body: string, space: string, remarks: boolean): Declared[] {
  const [, kind = '', name = ''] = /\b(class|interface|struct|enum)\s+(\w+)/.exec(head) ?? [];
  const own: Declared = { name: joined(space, name), head: normal(head, remarks), members: [], body };
  const nested: Declared[] = [];
  if (kind === 'enum') {
    const rows = body.split(',').map((row) => withoutAttributes(row).trim());
    own.members = rows.filter((row) => row !== '').map((row) => member(/^\w+/.exec(row)?.[0] ?? '', row, ''));
    return [own];
  }
  for (const piece of pieces(body)) {
    const plain = withoutAttributes(piece.head).replace(/\s+/g, ' ').trim();
    if (kind !== 'interface' && !ACCESS.test(plain)) continue;
    if (TYPE.test(`${plain} `)) nested.push(...typeOf(plain, piece.body ?? '', own.name, remarks));
    else {
      const found = memberOf(plain, piece, name, remarks);
      if (found) own.members.push(found);
    }
  }
  return [own, ...nested];
}

const member = (name: string, signature: string, around: string): DeclaredMember => ({ name, signature, around });

function memberOf(plain: string, piece: Piece, type: string, remarks: boolean): DeclaredMember | undefined {
  const head = normal(plain.replace(/\b(?:async|partial|extern|unsafe) /g, ''), remarks);
  const around = `${piece.head}\n${piece.body ?? ''}${piece.rest}`;
  const open = head.indexOf('(');
  const index = /\bthis ?\[/.exec(head);
  if (index || open < 0) {
    const name = index ? 'this' : (/(\w+)$/.exec(head)?.[1] ?? '');
    // A field has neither accessors nor an arrow.
    if (piece.body === undefined && !piece.rest.startsWith('=>')) {
      const value = /\bconst /.test(head) ? ` = ${piece.rest.trim()}` : '';
      return member(name, `${head}${value}`, around);
    }
    return member(name, `${head} ${accessors(piece)}`, around);
  }
  const before = head.slice(0, open).trim();
  const name = lastName(before);
  const close = closing(head, open);
  const rest = /^ ?where .*$/.exec(head.slice(close + 1))?.[0].replace(/ ?where \w+ ?: ?notnull/, '') ?? '';
  const written = `${before}(${parametersOf(head.slice(open + 1, close)).join(', ')})${rest.trimEnd().replace(/^(?=\S)/, ' ')}`;
  const operator = /\boperator\b/.test(before);
  return member(operator ? 'operator' : name === type ? 'new' : name, written, around);
}

/** The name a head ends with, in front of its type parameters. */
function lastName(head: string): string {
  let end = head.length;
  if (head.endsWith('>')) {
    let depth = 0;
    do {
      end--;
      depth += head.charAt(end) === '>' ? 1 : head.charAt(end) === '<' ? -1 : 0;
    } while (depth > 0 && end > 0);
  }
  return /(\w+)$/.exec(head.slice(0, end))?.[1] ?? '';
}

/** What can be done with a property from outside: `{ get; set; }`. */
function accessors({ body, rest }: Piece): string {
  if (body === undefined || rest.startsWith('=>')) return '{ get; }';
  const words = pieces(body).map(({ head }) => withoutAttributes(head).replace(/=>.*/s, '').trim());
  const open = words.filter((word) => /^(?:protected )?(?:get|set|init)$/.test(word));
  return `{ ${open.map((word) => `${word};`).join(' ')} }`;
}

/** Parameters in one form: the default of a type by its name. */
function parametersOf(list: string): string[] {
  return splitTop(list).map((one) => {
    const [, left = one, value] = /^(.*?) ?= ?(.*)$/.exec(one.trim()) ?? [];
    if (value === undefined) return left.trim();
    const type = left.trim().replace(/ \w+$/, '');
    return `${left.trim()} = ${value === 'default' ? `default(${type})` : value}`;
  });
}

function splitTop(list: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    const sign = list.charAt(at);
    if ('<([{'.includes(sign)) depth++;
    else if ('>)]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 0) {
      out.push(list.slice(from, at));
      from = at + 1;
    }
  }
  const last = list.slice(from);
  return last.trim() === '' ? out : [...out, last];
}

/** In one line, one space between words, without remarks. */
function normal(text: string, remarks: boolean): string {
  const line = withoutAttributes(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?([()<>[\],]) ?/g, (_, sign: string) => (sign === ',' ? ', ' : sign === '>' ? '> ' : sign))
    .replace(/> (?=[(>,)[\]?]|$)/g, '>')
    .replace(/ (?=[)\]])/g, '')
    .replace(/\](?=\w)/g, '] ')
    .replace(/\boperator ([\w.]+)/g, 'operator $1')
    .trim();
  if (!remarks) return line;
  return line.replace(/([\w\]>])\?/g, (found, _end: string, at: number) =>
    VALUES.test(line.slice(0, at + 1)) ? found : found.slice(0, -1),
  );
}

/** Attributes stand before what they are about, or before a parameter. */
function withoutAttributes(text: string): string {
  let out = text.trim();
  while (out.startsWith('[')) out = out.slice(closing(out, 0) + 1).trim();
  return out.replace(/([(<,])\s*\[[A-Z][^\]]*\]\s*/g, '$1');
}

function closing(text: string, open: number): number {
  const [from, to] = { '(': '()', '[': '[]', '{': '{}' }[text.charAt(open)] ?? '()';
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text.charAt(at) === '"') at = endOfText(text, at);
    else if (text.charAt(at) === from) depth++;
    else if (text.charAt(at) === to && --depth === 0) return at;
  }
  return text.length;
}

function endOfText(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

interface Piece {
  head: string;
  body: string | undefined;
  /** What follows: the value of a field or the arrow of an expression. */
  rest: string;
}

/** Divides what stands at one level: each ends with a semicolon or a body. */
function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '(' || sign === '[') at = closing(text, at);
    else if (sign === '=' && text.charAt(at + 1) === '>') {
      const end = semicolon(text, at);
      out.push({ head: text.slice(from, at), body: undefined, rest: text.slice(at, end) });
      from = end + 1;
      at = end;
    } else if (sign === ';') {
      out.push({ head: text.slice(from, at), body: undefined, rest: '' });
      from = at + 1;
    } else if (sign === '=' && text.charAt(at - 1) !== '=') {
      const end = semicolon(text, at);
      out.push({ head: text.slice(from, at), body: undefined, rest: text.slice(at + 1, end) });
      from = end + 1;
      at = end;
    } else if (sign === '{') {
      const end = closing(text, at);
      out.push({ head: text.slice(from, at), body: text.slice(at + 1, end), rest: '' });
      // A property may have a first value behind its accessors.
      const last = /^\s*=(?!>)/.test(text.slice(end + 1)) ? semicolon(text, end + 1) : end;
      from = last + 1;
      at = last;
    }
  }
  return out;
}

function semicolon(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfText(text, at);
    else if ('([{'.includes(sign)) at = closing(text, at);
    else if (sign === ';') return at;
  }
  return text.length;
}
