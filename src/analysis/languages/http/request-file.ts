/**
 * A file of requests, line by line: `###` between them, variables, comments, a request line, headers, a body, and what is
 * done with the answer. The dialects of REST Client, JetBrains, Visual Studio and httpYac are read alike.
 * Sources: the formats' own documentation.
 */
import type { Arg, Comment, Entry, Stmt, Val } from '../../code-model.js';
import { ANSWER, answerTests } from './answer-tests.js';
import { jsonOf } from './json.js';
import { textOf } from './texts.js';

interface Line {
  start: number;
  /** Without the line break. */
  end: number;
  text: string;
}

const SEPARATOR = /^\s*###/;
const COMMENT = /^\s*(?:#|\/\/)/;
const VARIABLE = /^(\s*@)([^\s=]+)\s*=\s*/;
/** A verb may be left out before an address: then it is a read. */
const REQUEST =
  /^(\s*)(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+)?((?:https?:\/\/|\/|\{\{|[\w.-]+[:./])?\S.*?)(?:[ \t]+HTTP\/[\d.]+)?\s*$/i;
const ADDRESS = /^(?:https?:\/\/|\{\{)/i;
const HEADER = /^\s*([\w-]+)\s*:[ \t]*/;
/** What ends a body: scripts, a file for the answer or one to compare it with, lines of assertions. */
const AFTER = /^(?:>|<>|\?\?|\{\{[^}]*$)/;
const FILE = /^<@?\w*\s+\S/;

/** Reads a text once. */
export class RequestFile {
  readonly top: Stmt[] = [];
  readonly comments: Comment[] = [];
  private readonly lines: Line[];

  constructor(private readonly text: string) {
    this.lines = linesOf(text);
  }

  read(): void {
    let at = 0;
    while (at < this.lines.length) {
      const separator = this.lines[at];
      if (separator && SEPARATOR.test(separator.text)) {
        this.comment(separator);
        at++;
      }
      let next = at;
      while (next < this.lines.length && !SEPARATOR.test(this.lines[next]?.text ?? '')) next++;
      this.section(this.lines.slice(at, next));
      at = next;
    }
  }

  private comment({ start, end, text }: Line): void {
    this.comments.push({ text: text.trim(), range: { start: start + text.search(/\S/), end } });
  }

  /** What stands between two separators: at most one request. */
  private section(lines: Line[]): void {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (line.text.trim() === '') continue;
      if (COMMENT.test(line.text)) this.comment(line);
      else if (VARIABLE.test(line.text)) this.variable(line);
      else if (/^\s*<\s*\{%/.test(line.text)) i = past(lines, i, '%}');
      else if (/^\s*\{\{[^}]*$/.test(line.text)) i = past(lines, i, '}}');
      else if (this.isRequest(line)) {
        this.request(line, lines.slice(i + 1));
        return;
      }
    }
  }

  private variable({ start, end, text }: Line): void {
    const m = VARIABLE.exec(text);
    const name = m?.[2] ?? '';
    const from = start + (m?.[1]?.length ?? 0);
    const value = textOf(this.text, start + (m?.[0].length ?? 0), end);
    const target: Val = { v: 'ref', name, range: { start: from, end: from + name.length } };
    this.top.push({ s: 'bind', target, value, declares: true, range: { start, end } });
  }

  private isRequest({ text }: Line): boolean {
    const m = REQUEST.exec(text);
    return m !== null && (m[2] !== undefined || ADDRESS.test(m[3] ?? ''));
  }

  private request(line: Line, lines: Line[]): void {
    const m = REQUEST.exec(line.text);
    const verb = m?.[2] ?? 'GET';
    const start = line.start + (m?.[1]?.length ?? 0);
    const urlAt = line.start + line.text.indexOf(m?.[3] ?? '', (m?.[1]?.length ?? 0) + (m?.[2]?.length ?? 0));
    let urlEnd = urlAt + (m?.[3]?.length ?? 0);
    const after: Line[] = [...lines];
    const pieces = [textOf(this.text, urlAt, urlEnd)];
    // A long query goes on in indented lines.
    while (after[0] && /^\s+\S/.test(after[0].text) && !HEADER.test(after[0].text)) {
      const next = after.shift() as Line;
      urlEnd = next.start + next.text.trimEnd().length;
      pieces.push(textOf(this.text, next.start + next.text.search(/\S/), urlEnd));
    }
    const [only] = pieces;
    const url: Val =
      only && pieces.length === 1 ? only : { v: 'text', parts: pieces, range: { start: urlAt, end: urlEnd } };
    const headers = this.headers(after);
    const { body, rest } = this.body(after);
    const end = (lines.at(-1) ?? line).end;
    const callEnd = body?.range.end ?? headers.at(-1)?.range.end ?? urlEnd;
    const method: Val = { v: 'lit', value: verb.toUpperCase(), range: { start, end: start + (m?.[2]?.length ?? 0) } };
    const args: Arg[] = [named('Method', method), named('Uri', url)];
    const [first] = headers;
    if (first) {
      const range = { start: first.range.start, end: headers.at(-1)?.range.end ?? first.range.end };
      args.push(named('Headers', { v: 'rec', entries: headers, range }));
    }
    if (body) args.push(named('Body', body));
    const callee: Val = { v: 'ref', name: 'send', range: { ...method.range } };
    const call: Val = { v: 'call', callee, args, typeArgs: [], safe: false, range: { start, end: callEnd } };
    const [script] = rest;
    const tests = script ? answerTests(this.text, script.start, end) : [];
    if (!tests.length) {
      this.top.push({ s: 'do', value: call, range: { start, end: callEnd } });
      return;
    }
    const target: Val = { v: 'ref', name: ANSWER, range: { start, end: start } };
    const bind: Stmt = { s: 'bind', target, value: call, declares: true, range: { start, end: callEnd } };
    this.top.push({ s: 'other', values: [], body: [bind, ...tests], range: { start, end } });
  }

  /** Takes the headers off the lines of a request, and the empty line that ends them. */
  private headers(lines: Line[]): Entry[] {
    const out: Entry[] = [];
    while (lines[0]) {
      const [line] = lines;
      if (AFTER.test(line.text)) break;
      lines.shift();
      if (line.text.trim() === '') break;
      const m = HEADER.exec(line.text);
      if (COMMENT.test(line.text)) this.comment(line);
      else if (m) {
        const from = line.start + m[0].length;
        const value = textOf(this.text, from, Math.max(from, line.start + line.text.trimEnd().length));
        const start = line.start + line.text.search(/\S/);
        out.push({ key: m[1] ?? '', value, spread: false, range: { start, end: line.end } });
      }
    }
    return out;
  }

  /** The body, and the lines behind it. */
  private body(lines: Line[]): { body?: Val; rest: Line[] } {
    const stop = lines.findIndex((l) => AFTER.test(l.text) && !FILE.test(l.text));
    const own = stop < 0 ? lines : lines.slice(0, stop);
    const rest = stop < 0 ? [] : lines.slice(stop);
    const filled = own.filter((l) => l.text.trim() !== '');
    const [first] = filled;
    const last = filled.at(-1);
    if (!first || !last) return { rest };
    for (const line of filled) if (/^\s*#\s*guard409/.test(line.text)) this.comment(line);
    const start = first.start + first.text.search(/\S/);
    const end = last.start + last.text.trimEnd().length;
    if (FILE.test(first.text)) return { body: { v: 'opaque', values: [], range: { start, end } }, rest };
    const body = /^[[{]/.test(first.text.trim()) ? jsonOf(this.text, start, end) : textOf(this.text, start, end);
    return { body, rest };
  }
}

function named(name: string, value: Val): Arg {
  return { name, value, spread: false, range: { ...value.range } };
}

/** The line on which a block that begins at a line ends. */
function past(lines: Line[], from: number, close: string): number {
  const at = lines.findIndex((l, i) => i >= from && l.text.includes(close));
  return at < 0 ? lines.length : at;
}

function linesOf(text: string): Line[] {
  const out: Line[] = [];
  let start = 0;
  for (const m of text.matchAll(/\r\n|\n|\r/g)) {
    out.push({ start, end: m.index, text: text.slice(start, m.index) });
    start = m.index + m[0].length;
  }
  out.push({ start, end: text.length, text: text.slice(start) });
  return out;
}
