import { deepEqual, equal } from 'node:assert/strict';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { LiveDocument, readOnce } from '../../helpers/read-source.js';

const METHOD = (i: number): string => `
  /** Creates item ${i}. */
  @Traced('item${i}')
  async create${i}(item: Item): Promise<Item> {
    try {
      return await this.container${i % 7}.items.create({ ...item, id: \`${i}-\${item.id}\` });
    } catch (error) {
      if (error.code === 404) return undefined;
      throw error;
    }
  }
`;

/** As many functions, and a class with as many methods: 16 lines for each pair. */
function generated(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const functions = numbers.map((i) => `export function plain${i}(a: string) {\n  return a + ${i};\n}\n`);
  return `import { Container } from '@azure/cosmos';\n${functions.join('\n')}
export class Store {
  constructor(private readonly container0: Container) {}
${numbers.map(METHOD).join('')}}
`;
}

const METHODS = 140;
/** The import, the functions, the constructor, the methods. */
const UNITS = 1 + METHODS + 1 + METHODS;

describe('TypeScript after a keystroke', () => {
  let grammars: Grammars;
  let document: LiveDocument;
  before(async () => {
    grammars = await loadGrammars('typescript');
  });
  beforeEach(() => {
    document = new LiveDocument(typescript, grammars, generated(METHODS));
  });
  afterEach(() => document.close());

  const after = (marker: string): number => document.text.indexOf(marker) + marker.length;

  it('has a document of more than 2,000 lines', () => {
    equal(document.text.split('\n').length > 2000, true);
    deepEqual(document.model.damaged, []);
    deepEqual(document.counts, { lowered: UNITS, reused: 0 });
  });

  const KEYSTROKES: [title: string, marker: string, typed: string][] = [
    ['in a method', '`60-', 'x'],
    ['in a function', 'return a + 60', '1'],
    ["in a decorator's argument", "@Traced('item60", 'x'],
    ['in an import', "'@azure/cosmos", 'x'],
  ];
  for (const [title, marker, typed] of KEYSTROKES)
    it(`lowers one unit when it falls ${title}`, () => {
      const at = after(marker);
      document.change(at, at, typed);
      equal(document.counts.lowered, 1);
      equal(document.counts.reused, UNITS - 1);
      deepEqual(document.model, readOnce(typescript, grammars, document.text));
    });

  it('lowers nothing when it falls between units', () => {
    const at = document.text.indexOf('export function plain60');
    document.change(at, at, '\n// a comment\n');
    equal(document.counts.lowered, 0);
    deepEqual(document.model, readOnce(typescript, grammars, document.text));
  });

  it('lowers only what is new when a method is repeated', () => {
    const at = document.text.lastIndexOf('}');
    document.change(at, at, METHOD(5));
    equal(document.counts.lowered, 1);
    deepEqual(document.model, readOnce(typescript, grammars, document.text));
  });

  it('keeps an export list in step with what it names', () => {
    document.close();
    document = new LiveDocument(typescript, grammars, 'function a() {}\nfunction b() {}\nexport { a };\n');
    const exported = (): boolean[] => document.model.top.flatMap((s) => (s.s === 'function' ? [s.fn.exported] : []));
    deepEqual(exported(), [true, false]);
    const at = document.text.lastIndexOf('a');
    document.change(at, at + 1, 'b');
    deepEqual(exported(), [false, true]);
    equal(document.counts.lowered, 1);
  });
});
