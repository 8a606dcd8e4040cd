/** Checks the syntax tree of a configuration against its description, so that each error has its place in the text. */
import type { Node } from 'jsonc-parser';
import { closest } from '../analysis/closest.js';
import { t as globalT, type Translate } from '../l10n/t.js';
import { type Key, SEVERITY_WORDS, type Shape } from './shape.js';

/** An error at a 0-based offset (UTF-16 code units) and its length. */
export interface PlacedError {
  offset: number;
  length: number;
  message: string;
  /** The text that was probably meant in place of this one. */
  meant?: string;
}

export interface ValidateOptions {
  /** Rule ids that exist. */
  rules: readonly string[];
  t?: Translate;
}

/** All errors of the tree below `root`, in the order of the text. */
export function validateNode(root: Node, shape: Shape, options: ValidateOptions): PlacedError[] {
  const errors: PlacedError[] = [];
  const check = new Check(options, errors);
  check.value(root, shape);
  return errors.sort((a, b) => a.offset - b.offset);
}

class Check {
  private readonly t: Translate;
  private readonly ruleKeys: readonly string[];

  constructor(
    options: ValidateOptions,
    private readonly errors: PlacedError[],
  ) {
    this.t = options.t ?? globalT;
    const services = new Set(options.rules.map((id) => `${id.slice(0, id.indexOf('/'))}/*`));
    this.ruleKeys = ['*', ...services, ...options.rules];
  }

  value(node: Node, shape: Shape): void {
    switch (shape.kind) {
      case 'string':
        this.text(node, shape.format);
        break;
      case 'boolean':
        if (node.type !== 'boolean') this.at(node, this.t('expected true or false, found {0}', kindOf(node, this.t)));
        break;
      case 'severity':
        this.word(node, SEVERITY_WORDS);
        break;
      case 'list':
        if (node.type !== 'array') this.at(node, this.t('expected a list, found {0}', kindOf(node, this.t)));
        else for (const item of node.children ?? []) this.value(item, shape.of);
        break;
      case 'byRule':
        this.properties(node, (key, value) => this.rule(key, value, shape.of));
        break;
      case 'object':
        this.properties(node, (key, value) => this.key(key, value, shape.keys));
        this.missing(node, shape.keys);
        break;
    }
  }

  private text(node: Node, format: 'glob' | 'url' | 'name' | undefined): void {
    if (node.type !== 'string') {
      this.at(node, this.t('expected a text, found {0}', kindOf(node, this.t)));
      return;
    }
    const text = String(node.value);
    if (format === undefined) return;
    if (text.trim() === '') {
      this.at(node, this.t('this text must not be empty'));
      return;
    }
    if (format === 'url' && !/^https?:\/\/[^/\s]+/.test(text)) {
      this.at(node, this.t('expected an address that begins with https:// or http://'));
    }
    if (format === 'glob' && (text.split('/').includes('..') || /^[a-z]:|^~|\\/i.test(text))) {
      this.at(node, this.t('a glob names files below this folder, with forward slashes'));
    }
  }

  private word(node: Node, words: readonly string[]): void {
    const list = words.map((word) => `"${word}"`).join(', ');
    if (node.type !== 'string') {
      this.at(node, this.t('expected one of {0}, found {1}', list, kindOf(node, this.t)));
      return;
    }
    const word = String(node.value);
    if (!words.includes(word)) this.at(node, this.t('"{0}" is not one of {1}', word, list), closest(word, words));
  }

  private rule(key: Node, value: Node | undefined, shape: Shape): void {
    const id = String(key.value);
    if (!this.ruleKeys.includes(id)) this.unknown(key, this.t('unknown rule "{0}"', id), this.ruleKeys);
    if (value) this.value(value, shape);
  }

  private key(key: Node, value: Node | undefined, keys: readonly Key[]): void {
    const name = String(key.value);
    const known = keys.find((row) => row.name === name);
    if (!known) {
      const names = keys.map((row) => row.name);
      this.unknown(key, this.t('unknown key "{0}"', name), names);
      return;
    }
    if (value) this.value(value, known.shape);
  }

  private properties(node: Node, each: (key: Node, value: Node | undefined) => void): void {
    if (node.type !== 'object') {
      this.at(node, this.t('expected an object, found {0}', kindOf(node, this.t)));
      return;
    }
    const seen = new Set<string>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (!key) continue;
      const name = String(key.value);
      if (seen.has(name)) this.at(key, this.t('"{0}" stands here twice', name));
      seen.add(name);
      each(key, value);
    }
  }

  private missing(node: Node, keys: readonly Key[]): void {
    if (node.type !== 'object') return;
    const present = new Set((node.children ?? []).map((property) => String(property.children?.[0]?.value)));
    for (const key of keys) {
      if (key.required && !present.has(key.name)) this.at(node, this.t('"{0}" is missing here', key.name));
    }
  }

  private unknown(key: Node, message: string, known: readonly string[]): void {
    const near = closest(String(key.value), known);
    this.at(key, near === undefined ? message : `${message}; ${this.t('did you mean "{0}"?', near)}`, near);
  }

  private at(node: Node, message: string, meant?: string): void {
    this.errors.push({ offset: node.offset, length: node.length, message, ...(meant === undefined ? {} : { meant }) });
  }
}

function kindOf(node: Node, t: Translate): string {
  switch (node.type) {
    case 'array':
      return t('a list');
    case 'object':
      return t('an object');
    case 'string':
      return t('a text');
    case 'number':
      return t('a number');
    case 'boolean':
      return t('true or false');
    default:
      return t('null');
  }
}
