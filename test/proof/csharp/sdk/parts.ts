/** A signature taken apart. */
import type { SignatureMember } from '../../../../scripts/signatures/list.js';

export interface Parameter {
  type: string;
  name: string;
}

export interface Parts {
  kind: 'constructor' | 'field' | 'indexer' | 'method' | 'operator' | 'property';
  /** Words before the type: `public`, `static`, `override`. */
  modifiers: string[];
  /** What it gives; of a constructor nothing. */
  type: string;
  parameters: Parameter[];
  /** From the name to the end, without what limits its type parameters. */
  rest: string;
  /** What limits its type parameters. */
  limits: string;
  hasSetter: boolean;
}

const MODIFIER =
  /^(?:public|protected|internal|static|abstract|virtual|override|sealed|readonly|new|const|implicit|explicit) /;

export function partsOf({ name, signature }: SignatureMember): Parts {
  const modifiers: string[] = [];
  let left = signature;
  for (let found = MODIFIER.exec(left); found; found = MODIFIER.exec(left)) {
    modifiers.push(found[0].trim());
    left = left.slice(found[0].length);
  }
  const at = left.search(/ where \w+ :/);
  const limits = at < 0 ? '' : left.slice(at);
  const plain = at < 0 ? left : left.slice(0, at);
  const [kind, start] = kindOf(name, plain);
  const open = plain.search(name === 'this' ? /\[(?=[^\]])/ : /\(/);
  return {
    kind,
    modifiers,
    type: plain.slice(0, start).trim(),
    parameters: open < 0 || kind === 'property' ? [] : parametersOf(plain.slice(open + 1, lastOf(plain, kind))),
    rest: plain.slice(start),
    limits,
    hasSetter: /\bset;/.test(plain),
  };
}

function kindOf(name: string, plain: string): [Parts['kind'], number] {
  if (name === 'new') return ['constructor', 0];
  if (name === 'this') return ['indexer', plain.indexOf('this[')];
  if (name === 'operator') return ['operator', plain.indexOf('operator')];
  const brace = plain.indexOf(' {');
  if (brace >= 0) return ['property', plain.lastIndexOf(' ', brace - 1) + 1];
  const open = plain.indexOf('(');
  if (open < 0) return ['field', plain.search(/\w+(?: = .*)?$/)];
  return ['method', plain.search(new RegExp(`\\b${name}(?:<[^()]*>)?\\(`))];
}

const lastOf = (plain: string, kind: Parts['kind']): number => plain.lastIndexOf(kind === 'indexer' ? ']' : ')');

function parametersOf(list: string): Parameter[] {
  const out: string[] = [];
  let depth = 0;
  let one = '';
  for (const sign of list) {
    if ('<(['.includes(sign)) depth++;
    if ('>)]'.includes(sign)) depth--;
    if (sign === ',' && depth === 0) {
      out.push(one);
      one = '';
    } else one += sign;
  }
  if (one.trim() !== '') out.push(one);
  return out.map((text) => {
    const plain = text.replace(/ = .*$/, '').trim();
    const at = plain.lastIndexOf(' ');
    return { type: plain.slice(0, at).replace(/^(?:this|params|out|ref|in) /, ''), name: plain.slice(at + 1) };
  });
}

/** What comes out of a task: `User` of `Task<User>`, nothing of `Task`. */
export const taskOf = (type: string): string | undefined => /(?:^|\.)Task<(.*)>$/.exec(type)?.[1];
