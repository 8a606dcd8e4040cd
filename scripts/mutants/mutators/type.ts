/** The handler waits for a type that the call does not throw. */
import { WRONG_TYPE } from '../expected.js';
import { below } from '../nodes.js';
import type { Edit, Mutator, Subject } from '../types.js';

interface TypeRow {
  /** What the SDK throws, and a type of its neighbourhood that people catch instead. */
  thrown: string;
  mistaken: string;
  imports: RegExp;
}

const rows: readonly TypeRow[] = [
  { thrown: 'ODataError', mistaken: 'ServiceException', imports: /using Microsoft\.Graph/ },
  { thrown: 'CosmosException', mistaken: 'DocumentClientException', imports: /using Microsoft\.Azure\.Cosmos/ },
  { thrown: 'DocumentClientException', mistaken: 'CosmosException', imports: /using Microsoft\.Azure\.Documents/ },
  { thrown: 'ErrorResponse', mistaken: 'RestError', imports: /['"]@azure\/cosmos['"]/ },
  { thrown: 'GraphError', mistaken: 'ODataError', imports: /microsoft-graph-client['"]/ },
];

/** Every clause and type test of the handling that names the thrown type. */
function namings(subject: Subject, type: string): Edit[] {
  const named = (text: string): boolean => text === type || text.endsWith(`.${type}`);
  const clauses = subject.handling.clauses.flatMap((c) => (c.type && named(c.type.text) ? [c.type] : []));
  const tests = subject.handling.regions
    .flatMap((region) =>
      below(region, ['binary_expression', 'recursive_pattern', 'declaration_pattern', 'constant_pattern']),
    )
    .flatMap((at) => {
      const instance = at.type === 'binary_expression' && at.childForFieldName('operator')?.text === 'instanceof';
      const node = instance ? at.childForFieldName('right') : at.childForFieldName('type');
      return node && named(node.text) ? [node] : [];
    });
  return [...new Map([...clauses, ...tests].map((node) => [node.id, node])).values()].map((node) => ({
    start: node.endIndex - type.length,
    end: node.endIndex,
    text: '',
  }));
}

export const typeMutators: Mutator[] = [
  {
    id: 'wrong-type',
    title: 'the handler waits for an exception type the call does not throw',
    make(subject) {
      const row = rows.find((r) => r.imports.test(subject.text) && namings(subject, r.thrown).length > 0);
      if (!row || subject.handling.shape === 'response') return [];
      const general = subject.handling.clauses.some(
        (c) => !c.filter && (!c.type || /^(System\.)?Exception$/.test(c.type.text)),
      );
      if (general && subject.handling.clauses.length > 1) return [];
      return [{ edits: namings(subject, row.thrown).map((e) => ({ ...e, text: row.mistaken })), expected: WRONG_TYPE }];
    },
  },
];
