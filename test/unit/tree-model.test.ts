import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Site } from '../../src/analysis/findings.js';
import { asMarkdown } from '../../src/extension/tree/markdown.js';
import {
  buildTree,
  difference,
  type Filter,
  sitesBelow,
  type TreeFile,
  type TreeModel,
} from '../../src/extension/tree/model.js';
import { site } from './cli-helpers.js';

const everything: Filter = { warnings: false, noTests: false, certain: false, handled: true };
const findings: Filter = { ...everything, handled: false };

const call = (line: number, more: Partial<Site> = {}): Site =>
  site({ rule: 'graph/group-exists', severity: 'warning', operation: 'POST /groups', line, ...more });
const handled = { severity: 'none', verdict: 'handled', reason: 'told-apart' } as const;
const cosmos = {
  rule: 'cosmos/stale-etag',
  service: 'cosmos',
  cause: 'concurrency',
  operation: 'PUT /docs/{}',
} as const;

const file = (path: string, sites: Site[], more: Partial<TreeFile> = {}): TreeFile => ({
  key: `file:///${more.folder ?? ''}/${path}`,
  folder: undefined,
  path,
  isTest: false,
  sites,
  ...more,
});

/** Labels and descriptions, indented. */
function drawn(model: TreeModel): string[] {
  const lines: string[] = [];
  const add = (depth: string, ids: readonly string[]): void => {
    for (const id of ids) {
      const node = model.nodes.get(id);
      assert.ok(node, id);
      lines.push(
        `${depth}${node.kind.is === 'site' ? `${node.label.split(' ')[0]} ${node.kind.site.rule}` : node.label} (${node.description})`,
      );
      add(`${depth}  `, node.children);
    }
  };
  add('', model.roots);
  return lines;
}

describe('the tree of findings', () => {
  const two = [file('src/b.ts', [call(9), call(2, cosmos)]), file('a.ts', [call(5)])];

  it('groups by service, files by path and calls by line', () => {
    assert.deepEqual(drawn(buildTree(two, 'service', findings)), [
      'Microsoft Graph (2)',
      '  a.ts ()',
      '    5: graph/group-exists (POST /groups)',
      '  b.ts (src)',
      '    9: graph/group-exists (POST /groups)',
      'Azure Cosmos DB (1)',
      '  b.ts (src)',
      '    2: cosmos/stale-etag (PUT /docs/{})',
    ]);
  });

  it('groups by cause and by verdict in a fixed order, exempted calls apart', () => {
    const labels = (grouping: 'cause' | 'verdict', sites: Site[]) =>
      drawn(buildTree([file('a.ts', sites)], grouping, everything)).filter((line) => !line.startsWith(' '));
    assert.deepEqual(labels('cause', [call(1, { cause: 'state' }), call(2, cosmos), call(3)]), [
      'Exists already (1)',
      'Changed at the same time (1)',
      'Not in a fitting state (1)',
    ]);
    const exempt = call(4, { ignored: 'one writer only' });
    assert.deepEqual(labels('verdict', [exempt, call(3, handled), call(2), call(1, { verdict: 'mishandled' })]), [
      'Handled in a way that cannot work (1)',
      'Not handled (1)',
      'Handled (1)',
      'Exempted by a comment (1)',
    ]);
  });

  it('names folders where there are several: once above the files, or beside each', () => {
    const roots = [file('a.ts', [call(1)], { folder: 'web' }), file('lib/a.ts', [call(1)], { folder: 'api' })];
    assert.deepEqual(
      drawn(buildTree(roots, 'file', findings)).filter((line) => !line.includes(':')),
      ['api (1)', '  a.ts (lib)', 'web (1)', '  a.ts ()'],
    );
    assert.deepEqual(
      drawn(buildTree(roots, 'service', findings)).filter((line) => !line.includes(':')),
      ['Microsoft Graph (2)', '  a.ts (api/lib)', '  a.ts (web)'],
    );
  });

  it('leaves out what the filter hides, and counts all findings all the same', () => {
    const files = [
      file('a.ts', [call(1, { severity: 'information' }), call(2, { certainty: 'likely' }), call(3, handled), call(4)]),
      file('test/a.ts', [call(1)], { isTest: true }),
    ];
    const shown = (change: Partial<Filter>) => buildTree(files, 'file', { ...findings, ...change }).shown;
    assert.equal(shown({}), 4);
    assert.equal(shown({ warnings: true }), 3);
    assert.equal(shown({ noTests: true }), 3);
    assert.equal(shown({ certain: true }), 3);
    assert.equal(shown({ handled: true }), 5);
    assert.equal(shown({ warnings: true, noTests: true, certain: true }), 1);
    const { findings: all, calls } = buildTree(files, 'file', { ...findings, warnings: true });
    assert.deepEqual([all, calls], [4, 5]);
  });

  it('tells a screen reader how severe a call is, what it is and where', () => {
    const model = buildTree([file('src/a.ts', [call(7)])], 'file', findings);
    const spoken = [...model.nodes.values()].map((node) => node.spoken);
    assert.equal(spoken[0], 'a.ts, src, 1 call');
    assert.match(spoken[1] ?? '', /^warning: .*, POST \/groups, line 7$/);
  });
});

describe('another tree in place of one', () => {
  const before = buildTree([file('a.ts', [call(5), call(9)]), file('b.ts', [call(1)])], 'service', findings);
  const changed = (sites: Site[], more: TreeFile[] = [file('b.ts', [call(1)])]) =>
    difference(before, buildTree([file('a.ts', sites), ...more], 'service', findings));

  it('draws nothing where nothing differs', () => {
    assert.deepEqual(changed([call(5), call(9)]), []);
  });

  it('draws a call that has moved alone, under the id it had', () => {
    const ids = changed([call(5), call(10)]);
    assert.equal(ids.length, 1);
    assert.equal(before.nodes.get(ids[0] ?? '')?.label.split(' ')[0], '9:');
  });

  it('draws the highest node that differs and nothing below it again', () => {
    assert.deepEqual(changed([call(5)]), ['group graph']);
    assert.deepEqual(changed([call(5), call(9)], []), ['group graph']);
  });

  it('draws everything where the first level differs', () => {
    assert.equal(changed([call(5), call(9, cosmos)]), 'all');
  });
});

describe('findings as Markdown', () => {
  it('lists every call below a node, with nothing that Markdown would read', () => {
    const model = buildTree([file('a.ts', [call(5), call(9, handled)])], 'file', everything);
    const calls = sitesBelow(model, model.roots[0] ?? '').map((row) => ({ path: 'a_b.ts', site: row.site }));
    const lines = asMarkdown(calls).trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.match(
      lines[0] ?? '',
      /^- \[ \] `a_b\.ts`, line 5: .+ \(`POST \/groups`, `graph\/group-exists`\)\. Nothing catches/,
    );
    assert.match(lines[1] ?? '', /^- \[x\] `a_b\.ts`, line 9: /);
  });
});
