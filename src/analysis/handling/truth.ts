/**
 * The truth of a condition while a failure of a certain kind is assumed: true, false, or undefined where the program
 * does not say. A conflict is told apart when some condition comes out otherwise for it than for any other failure.
 */

import type { BoundFile, Def } from '../bind/file.js';
import type { Call, Val } from '../code-model.js';
import type { Env } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { givesErrors } from '../evaluate/results.js';
import { type Assumption, catchesType, insideAggregate, kindOf, looksLikeStatus, type Shape } from './shape.js';
import { CONFLICT_WORDS, statusAsked, statusOfName } from './status.js';
import { MADE, pathOf, type Subjects } from './subject.js';

/** What is known where a condition stands. */
export interface TruthContext {
  ev: Evaluator;
  file: BoundFile;
  subjects: Subjects;
  shape: Shape;
  a: Assumption;
  /** What is known of Boolean names on this path. */
  bools: Map<Def, boolean | undefined>;
  /** What the parameters of the function are bound to. */
  env?: Env | undefined;
  /** Runs a function of the project with a failure given to it; the truth of what it returns. */
  predicate(call: Call, file: BoundFile): boolean | undefined;
  /** Notes that a predicate was believed by its name alone. */
  byName(name: string): void;
  depth: number;
}

type Maybe = boolean | undefined;

/** The part of the failure a value is. */
function placeIn(val: Val, c: TruthContext): string[] | undefined {
  return pathOf(val, c.file, c.subjects, 0, (path) => kindOf(path, c.shape) !== 'other');
}

/** True or false where the assumption and the program decide it; undefined where they do not. */
export function truth(val: Val, c: TruthContext): Maybe {
  if (c.depth > 24) return undefined;
  const deeper: TruthContext = { ...c, depth: c.depth + 1 };
  const go = (v: Val): Maybe => truth(v, deeper);
  switch (val.v) {
    case 'lit':
      return Boolean(val.value);
    case 'op':
      return operator(val, deeper, go);
    case 'is': {
      const p = placeIn(val.value, c);
      if (!p) return undefined;
      const name = val.type.path.at(-1) ?? '';
      const inner = insideAggregate(p, c.shape);
      if (inner?.length === 0) return catchesType(name, { ...c.shape, blocked: false }, c.a);
      if (p.length === 0 || p.join() === '*' || kindOf(p, c.shape) === 'part')
        return isInner(p, c) ? innerType(name, c) : catchesType(name, c.shape, c.a);
      return undefined;
    }
    case 'await':
    case 'assign':
      return go(val.value);
    case 'pick': {
      const t = go(val.test);
      if (t !== undefined) return go(t ? val.then : val.else);
      const [x, y] = [go(val.then), go(val.else)];
      return x === y ? x : undefined;
    }
    case 'call':
      return call(val, deeper, go);
    case 'ref': {
      const def = c.file.resolve(val);
      if (def && c.bools.has(def)) return c.bools.get(def);
      const p = placeIn(val, c);
      if (p) return present(p, c);
      if (def && def.sources.length === 1 && def.sources[0] && def.sources[0].path.length === 0 && !def.param)
        return go(def.sources[0].value);
      return undefined;
    }
    default: {
      const some = counted(val, c);
      if (some !== undefined) return some;
      const p = placeIn(val, c);
      return p ? present(p, c) : undefined;
    }
  }
}

function isInner(path: string[], c: TruthContext): boolean {
  return c.shape.error.inner !== undefined && path.join('.') === c.shape.error.inner.join('.');
}

/** The type of the service's own error inside the library's. */
function innerType(name: string, c: TruthContext): Maybe {
  if (c.shape.error.wrongTypes?.includes(name) || c.shape.relax.type) return true;
  return c.shape.known && !c.shape.wrapped && !/^(?:System)?Exception$/.test(name) ? false : undefined;
}

/** Truth of a part of the failure taken as a condition. */
function present(path: string[], c: TruthContext): Maybe {
  const last = path.at(-1) ?? '';
  switch (kindOf(path, c.shape)) {
    case 'ok':
      return /fail|error/i.test(last) !== (c.a.status >= 200 && c.a.status < 300);
    case 'self':
    case 'status':
    case 'part':
      return true;
    case 'code':
    case 'text':
      // What a success says of an error is nothing.
      return !(c.a.status < 300 && path.some((p) => /error/i.test(p)));
    default:
      return undefined;
  }
}

function operator(val: Extract<Val, { v: 'op' }>, c: TruthContext, go: (v: Val) => Maybe): Maybe {
  const [x, y] = val.args;
  switch (val.op) {
    case 'not': {
      const t = x && go(x);
      return t === undefined ? undefined : !t;
    }
    case 'and': {
      let out: Maybe = true;
      for (const a of val.args) {
        const t = go(a);
        if (t === false) return false;
        if (t === undefined) out = undefined;
      }
      return out;
    }
    case 'or': {
      let out: Maybe = false;
      for (const a of val.args) {
        const t = go(a);
        if (t === true) return true;
        if (t === undefined) out = undefined;
      }
      return out;
    }
    case 'coalesce': {
      const t = x && go(x);
      return t ?? (y && go(y));
    }
    case 'eq':
      return x && y ? equal(x, y, c) : undefined;
    case 'ne': {
      const t = x && y ? equal(x, y, c) : undefined;
      return t === undefined ? undefined : !t;
    }
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return x && y ? compare(val.op, x, y, c) : undefined;
    case 'in':
      return x && y ? among(x, y, c) : undefined;
    case 'matches':
      return x && y ? matchesPattern(x, y, c) : undefined;
    default:
      return undefined;
  }
}

/** Members that give what a constant stands for: `HttpStatus.CONFLICT.value()`. */
const OWN_VALUE = /^(?:toString|value|code|intValue|get|getCode|getValue|getStatusCode|name)$/i;

/** Constants a value can be: literals, and the last part of names that lead nowhere (`HttpStatusCode.Conflict`). */
function constants(val: Val, c: TruthContext): (string | number | boolean | null | undefined | { name: string })[] {
  return c.ev.origins({ file: c.file, val, env: c.env }).flatMap((o) => {
    const v = o.val;
    if (v.v === 'lit') return [v.value];
    // `HTTPStatus.CONFLICT.value`
    if (v.v === 'member' && v.name === 'value' && v.obj.v === 'member') return [{ name: v.obj.name }];
    if (v.v === 'member') return v.name === 'toString' ? [] : [{ name: v.name }];
    if (v.v === 'ref' && /^[A-Z]/.test(v.name)) return [{ name: v.name }];
    if (v.v === 'call' && v.callee.v === 'member' && v.args.length === 0 && OWN_VALUE.test(v.callee.name))
      return constants(v.callee.obj, { ...c, file: o.file });
    return [];
  });
}

function equal(x: Val, y: Val, c: TruthContext): Maybe {
  // `text?.Contains("already exist") == true`: the test inside decides, not that there is a text.
  if ((x.v === 'call' && isBoolean(y)) || (y.v === 'call' && isBoolean(x))) return booleanEqual(x, y, c);
  const px = placeIn(x, c);
  const py = px ? undefined : placeIn(y, c);
  const path = px ?? py;
  if (!path || isIndexOf(x, c) || isIndexOf(y, c)) return booleanEqual(x, y, c);
  const values = constants(px ? y : x, c);
  if (!values.length) return undefined;
  const results = values.map((v) => matchesConstant(path, v, c));
  return results.every((r) => r === results[0]) ? results[0] : results.includes(true) ? true : undefined;
}

/** `x === true`, `isConflict(e) === false`, `text.indexOf('409') !== -1`. */
function booleanEqual(x: Val, y: Val, c: TruthContext): Maybe {
  for (const [a, b] of [
    [x, y],
    [y, x],
  ] as const) {
    if (b.v === 'lit' && typeof b.value === 'boolean') {
      const t = truth(a, c);
      return t === undefined ? undefined : t === b.value;
    }
    if (b.v === 'lit' && b.value === 0) {
      const some = counted(a, c);
      if (some !== undefined) return !some;
    }
    if (b.v === 'lit' && b.value === -1 && isIndexOf(a, c)) {
      const t = truth(a, c);
      return t === undefined ? undefined : !t;
    }
    if (b.v === 'lit' && (b.value === null || b.value === undefined)) {
      const t = truth(a, c);
      if (t === true) return false;
      // An error that is surely none.
      if (t === false && givesErrors(c.file)) return true;
    }
  }
  return undefined;
}

function isBoolean(v: Val): boolean {
  return v.v === 'lit' && typeof v.value === 'boolean';
}

/** A position that is -1 where nothing is found, also through a name and `?? -1`. */
function isIndexOf(v: Val, c: TruthContext): boolean {
  if (v.v === 'op' && v.op === 'coalesce' && v.args[0]) return isIndexOf(v.args[0], c);
  if (v.v === 'ref') {
    const sources = c.file.resolve(v)?.sources ?? [];
    return sources.length === 1 && sources[0] !== undefined && sources[0].value !== v && isIndexOf(sources[0].value, c);
  }
  return v.v === 'call' && v.callee.v === 'member' && /^(?:(?:last)?indexOf|find(?:Last)?Index)$/i.test(v.callee.name);
}

/** States of what `Promise.allSettled` gives. */
const SETTLED: Record<string, boolean> = { rejected: true, fulfilled: false };

function matchesConstant(
  path: string[],
  v: string | number | boolean | null | undefined | { name: string },
  c: TruthContext,
): Maybe {
  const kind = kindOf(path, c.shape);
  if (v === null || v === undefined) return kind === 'other' ? undefined : false;
  if (typeof v === 'boolean') {
    const t = present(path, c);
    return t === undefined ? undefined : t === v;
  }
  const number =
    typeof v === 'number'
      ? v
      : typeof v === 'string'
        ? /^\d{3}$/.test(v)
          ? Number(v)
          : undefined
        : statusOfName(v.name);
  if (number !== undefined && number >= 100) {
    // What a function read out of the failure is compared with a status: it is one.
    if (path.length === 1 && path[0] === MADE) return c.a.status === number;
    if (kind === 'status') return c.a.open && number !== 409 && number !== 412 ? undefined : c.a.status === number;
    if (kind === 'self' && typeof v === 'object') return c.a.status === number;
    // A known client does not keep the status there: the comparison is never true.
    if (c.shape.known && (kind === 'code' || looksLikeStatus(path)))
      return c.shape.relax.property === true && c.a.status === number;
    return kind === 'other' || kind === 'part' ? undefined : false;
  }
  const word = typeof v === 'string' ? v : typeof v === 'object' ? v.name : '';
  if (kind === 'status' && typeof v === 'string' && c.file.traits.comparesNames) {
    const named = statusOfName(v);
    if (named !== undefined) return c.a.status === named;
  }
  if (path.join('.') === '*.status' && word in SETTLED) return SETTLED[word];
  if (typeof v === 'number') return undefined;
  if (
    kind === 'code' ||
    kind === 'text' ||
    (kind === 'status' && !c.shape.known) ||
    (kind === 'status' && c.shape.wrapped) ||
    (kind === 'other' && !c.shape.known)
  )
    return textMatches(word, c, kind === 'code');
  if (kind === 'status')
    return typeof v === 'string' && c.shape.relax.property && /^conflict$/i.test(v) ? c.a.status === 409 : false;
  if (kind === 'self' && typeof v === 'object') return undefined;
  return undefined;
}

/** Does a literal that the program looks for stand in the failure's code or text? */
function textMatches(word: string, c: TruthContext, exact: boolean): Maybe {
  if (word === '') return undefined;
  const low = word.toLowerCase();
  if (c.a.open) return CONFLICT_WORDS.test(word) ? false : undefined;
  const own = c.a.codes.some((k) =>
    exact ? k.toLowerCase() === low : k.toLowerCase().includes(low) || low.includes(k.toLowerCase()),
  );
  const inText = c.a.texts.some((t) => t.toLowerCase().includes(low) || low.includes(t.toLowerCase()));
  if (own || inText) return c.a.conflict;
  const status = /(?:^|\D)([1-5]\d\d)(?:\D|$)/.exec(word);
  if (status) return Number(status[1]) === c.a.status;
  return CONFLICT_WORDS.test(word) ? c.a.conflict : false;
}

/** `list.filter(p).length`, also by a name: whether there is an element that the predicate takes. */
function counted(val: Val, c: TruthContext): Maybe {
  if (val.v !== 'member' || !/^(?:length|Length|Count|size)$/.test(val.name)) return undefined;
  const def = val.obj.v === 'ref' ? c.file.resolve(val.obj) : undefined;
  const only = def?.sources.length === 1 && def.sources[0]?.path.length === 0 ? def.sources[0].value : undefined;
  const list = only ?? val.obj;
  const call = list.v === 'await' ? list.value : list;
  if (call.v !== 'call' || call.callee.v !== 'member' || !/^(?:filter|Where)$/.test(call.callee.name)) return undefined;
  const p = placeIn(call.callee.obj, c);
  const predicate = call.args[0]?.value;
  return p && predicate ? elementPredicate(predicate, [...p, '*'], c) : undefined;
}

function compare(op: 'lt' | 'le' | 'gt' | 'ge', x: Val, y: Val, c: TruthContext): Maybe {
  const some = y.v === 'lit' && (y.value === 0 || y.value === 1) ? counted(x, c) : undefined;
  if (some !== undefined) return op === 'gt' || op === 'ge' ? some : !some;
  if (isIndexOf(x, c) && y.v === 'lit') {
    const found = truth(x, c);
    return found === undefined || op === 'gt' || op === 'ge' ? found : !found;
  }
  const px = placeIn(x, c);
  const py = px ? undefined : placeIn(y, c);
  const path = px ?? py;
  if (!path || kindOf(path, c.shape) !== 'status') return undefined;
  const n = constants(px ? y : x, c).map((v) =>
    typeof v === 'number' ? v : typeof v === 'object' && v ? statusOfName(v.name) : undefined,
  )[0];
  if (n === undefined) return undefined;
  const [l, r] = px ? [c.a.status, n] : [n, c.a.status];
  return op === 'lt' ? l < r : op === 'le' ? l <= r : op === 'gt' ? l > r : l >= r;
}

/** `[409, 412].includes(e.code)`, `retryable.has(status)`, `status in (…)`. */
function among(item: Val, list: Val, c: TruthContext): Maybe {
  const path = placeIn(item, c);
  if (!path) return wordIn(item, list, c);
  const elements = c.ev.elements({ file: c.file, val: list });
  if (!elements.length) return undefined;
  const values = elements.flatMap((e) => constants(e.val, { ...c, file: e.file }));
  if (!values.length) return undefined;
  const results = values.map((v) => matchesConstant(path, v, c));
  if (results.includes(true)) return true;
  return results.every((r) => r === false) ? false : undefined;
}

/** `'already exists' in str(error)`. */
function wordIn(item: Val, text: Val, c: TruthContext): Maybe {
  const word = constants(item, c)[0];
  const path = placeIn(text, c);
  if (typeof word !== 'string' || !path) return undefined;
  // `'code' in error`: does it have such a member?
  if (/^[a-z]\w*$/.test(word) && !CONFLICT_WORDS.test(word))
    return kindOf([...path, word], c.shape) === 'other' ? undefined : true;
  return textMatches(word, c, false);
}

/** A part of the failure against a regular expression. */
function matchesPattern(text: Val, pattern: Val, c: TruthContext): Maybe {
  const source = constants(pattern, c)[0];
  const path = placeIn(text, c);
  return typeof source === 'string' && path && !lacking(path, c) ? patternMatches(source, c) : undefined;
}

/** True for a part that programs look at and that holds nothing of the failure. */
function lacking(path: string[], c: TruthContext): boolean {
  return c.shape.error.lacks?.includes(path.join('.')) === true && kindOf(path, c.shape) === 'other';
}

const HAS =
  /^(?:includes|Contains|has|contains|startsWith|StartsWith|startswith|endswith|endsWith|EndsWith|indexOf|IndexOf|Equals|equals|IsMatch|[Mm]atch|test|search|ContainsKey|localeCompare|exec|matchAll|equalsIgnoreCase|containsIgnoreCase|isSameCodeAs)$/;
const EQUALS = /^(?:Equals|equals|equalsIgnoreCase|isSameCodeAs)$/;
const ANY =
  /^(?:some|any|anyMatch|Any|find|filter|Where|FirstOrDefault|First|Exists|Find|findIndex|Count|SingleOrDefault)$/;
const NONE = /^noneMatch$/;
const EVERY = /^(?:every|allMatch|All|all|TrueForAll)$/;

function call(val: Call, c: TruthContext, go: (v: Val) => Maybe): Maybe {
  const callee = val.callee;
  if (callee.v === 'member') {
    const obj = callee.obj;
    const p = placeIn(obj, c);
    const first = val.args[0]?.value;
    if (HAS.test(callee.name) && first) {
      if (p) {
        const words = constants(first, c);
        if (/^(?:Equals|equals|equalsIgnoreCase|isSameCodeAs)$/.test(callee.name))
          return words[0] === undefined ? undefined : matchesConstant(p, words[0], c);
        for (const w of words) if (typeof w === 'string') return textMatches(strip(w), c, false);
        for (const w of words) if (typeof w === 'object' && w) return matchesConstant(p, w, c);
        return undefined;
      }
      const inArg = placeIn(first, c);
      if (inArg) {
        if (obj.v === 'lit' && typeof obj.value === 'string') return patternMatches(obj.value, c);
        const text = c.ev.constants({ file: c.file, val: obj }).find((k) => typeof k === 'string');
        if (typeof text === 'string' && /^(?:test|exec|match|IsMatch)$/i.test(callee.name))
          return patternMatches(text, c);
        if (callee.name === 'IsMatch' && val.args[1]) {
          const re = constants(val.args[1].value, c)[0];
          if (typeof re === 'string') return patternMatches(re, c);
        }
        const second = val.args[1]?.value;
        // `Objects.equals(status, 409)`, `StringUtils.contains(message, "exists")`
        if (second && obj.v === 'ref' && /^[A-Z]/.test(obj.name))
          return EQUALS.test(callee.name) ? equal(first, second, c) : wordIn(second, first, c);
        if (EQUALS.test(callee.name)) return equal(first, obj, c);
        return among(first, obj, c);
      }
    }
    if (p && first && NONE.test(callee.name)) {
      const some = elementPredicate(first, [...p, '*'], c);
      return some === undefined ? undefined : !some;
    }
    if (p && (ANY.test(callee.name) || EVERY.test(callee.name)) && first) {
      const t = elementPredicate(first, [...p, '*'], c);
      return EVERY.test(callee.name) && t === undefined ? undefined : t;
    }
    if (/^is[A-Z]\w*Error$/.test(callee.name) && first && placeIn(first, c)) {
      if (!CONFLICT_WORDS.test(callee.name)) return true;
    }
  }
  const name = callee.v === 'member' ? callee.name : callee.v === 'ref' ? callee.name : '';
  if ((name === 'Boolean' || name === 'FromResult') && val.args[0]) return go(val.args[0].value);
  // Polly: `PredicateResult.True()`.
  if (callee.v === 'member' && callee.obj.v === 'ref' && callee.obj.name === 'PredicateResult') return name === 'True';
  const given = val.args.some((a) => placeIn(a.value, c)) || (callee.v === 'member' && placeIn(callee.obj, c));
  if (!given) return undefined;
  if (c.ev.project.own.handlers.has(name)) return c.a.conflict;
  const own = c.predicate(val, c.file);
  if (own !== undefined) return own;
  if (c.ev.callee({ file: c.file, val })) return undefined;
  const asked = statusAsked(
    name,
    val.args.flatMap((a) => constants(a.value, c)),
  );
  if (asked !== undefined) return c.a.open && asked !== 409 && asked !== 412 ? undefined : c.a.status === asked;
  if (CONFLICT_WORDS.test(name)) {
    c.byName(name);
    return c.a.conflict;
  }
  const p = placeIn(val, c);
  return p && kindOf(p, c.shape) !== 'other' ? present(p, c) : undefined;
}

/** The truth of a lambda's result for the element that failed. */
function elementPredicate(fn: Val, path: string[], c: TruthContext): Maybe {
  const target = c.ev.functionOf({ file: c.file, val: fn });
  const param = target?.fn.params[0];
  if (!target || !param) return undefined;
  const subjects = new Map(c.subjects);
  if (param.pattern) {
    for (const [def, at] of target.file.paths)
      if (def.param?.of === target.fn) subjects.set(def, [...path, ...at.map(String)]);
  } else {
    const def = target.file.lookup(param.name, param);
    if (def) subjects.set(def, path);
  }
  const result = target.fn.body?.find((s) => s.s === 'return');
  return result?.s === 'return' && result.value
    ? truth(result.value, { ...c, file: target.file, subjects, depth: c.depth + 1 })
    : undefined;
}

function strip(word: string): string {
  const m = /^\/(.*)\/[a-z]*$/s.exec(word);
  return m ? ((m[1] ?? '').split('|')[0]?.replace(/\\[bB]|[\\^$()?*+[\]]/g, '') ?? '') : word;
}

/** A regular expression of the program against what the failure's text holds. It is read as words, never run. */
function patternMatches(source: string, c: TruthContext): Maybe {
  const body = /^\/(.*)\/[a-z]*$/s.exec(source)?.[1] ?? source;
  const options = body.split('|').map((o) =>
    o
      .replace(/\\[bBsSdw]|[\\^$()?*+[\].]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const results = options.filter(Boolean).map((o) => textMatches(o, c, false));
  return results.includes(true) ? true : results.every((r) => r === false) ? false : undefined;
}
