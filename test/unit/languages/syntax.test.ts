import { deepEqual, equal } from 'node:assert/strict';
import type { Node } from 'web-tree-sitter';
import { useModule } from '../../../src/analysis/languages/cursor.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { type Syntax, snapshot } from '../../../src/analysis/languages/syntax.js';
import { loadGrammars } from '../../helpers/grammars.js';

const SOURCE = `class A { async m(x: B) { return \`é\${x?.y}\` + "\\n" // end\n} }\nfoo(; a ? b : [1, , "😀"]`;

/** The same copy, taken slowly through the parser's own nodes. */
function slowCopy(node: Node, field: string | null): Syntax {
  return {
    type: node.type,
    field,
    named: node.isNamed,
    start: node.startIndex,
    end: node.endIndex,
    children: node.children.map((c, i) => slowCopy(c, node.fieldNameForChild(i))),
  };
}

describe('snapshot', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript');
  });

  it('copies what the tree says', () => {
    const tree = grammars.parse('typescript', SOURCE, 1000);
    deepEqual(snapshot(tree.rootNode), slowCopy(tree.rootNode, null));
    const inner = tree.rootNode.namedChildren[0];
    if (inner) deepEqual(snapshot(inner), slowCopy(inner, null));
    equal(inner?.type, 'class_declaration');
    tree.delete();
  });

  it('leaves out the children it is told to', () => {
    const tree = grammars.parse('typescript', SOURCE, 1000);
    const [first] = snapshot(tree.rootNode, (type) => type === 'class_body').children;
    deepEqual(
      first?.children.map((c) => [c.type, c.children.length]),
      [
        ['class', 0],
        ['type_identifier', 0],
        ['class_body', 0],
      ],
    );
    tree.delete();
  });

  it('does not mistake any object for the module of the parser', () => {
    equal(useModule({}), false);
    equal(useModule({ HEAP32: new Int32Array(8), _ts_init: () => 0 }), false);
  });
});
