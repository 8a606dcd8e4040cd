import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileResult, Site } from '../../src/analysis/findings.js';
import { summarise } from '../../src/analysis/summarise.js';
import { site } from './cli-helpers.js';

const result = (sites: Site[], stage: FileResult['stage'] = 'analysed'): FileResult => ({
  file: '/a.ts',
  language: 'typescript',
  sites,
  problems: [],
  stage,
});
const loud = { severity: 'warning' } as const;
const stale = { ...loud, rule: 'cosmos/stale-etag', cause: 'concurrency' } as const;

describe('the summary of a scan', () => {
  it('ranks by urgency and not by number', () => {
    const duplicate = site({ ...loud, cause: 'duplicate', reason: 'no-handler' });
    const harm = site({ ...stale, reason: 'stale-body' });
    const { text, groups } = summarise([
      result([duplicate, duplicate, duplicate, site({ ...stale, reason: 'no-handler' }), harm]),
    ]);
    assert.equal(text, '1 that loses data or loops, 3 duplicates, 1 stale ETag');
    assert.deepEqual(
      groups.map((group) => group.id),
      ['harm', 'duplicate', 'stale'],
    );
    assert.deepEqual(groups[0]?.sites, [harm]);
  });

  it('tells stale ETags from other changes at the same time by what the service answers', () => {
    const other = site({ ...loud, rule: 'cosmos/retry-with', cause: 'concurrency', reason: 'no-handler' });
    assert.equal(summarise([result([other, other])]).text, '2 changes at the same time');
  });

  it('counts files, calls, silent calls and files that mention no service', () => {
    const silent = site({ severity: 'none', verdict: 'handled', reason: 'told-apart' });
    const exempt = site({ ...loud, ignored: 'the queue has one writer' });
    const { groups, text, ...counts } = summarise([result([silent, exempt]), result([], 'prefiltered'), result([])]);
    assert.deepEqual(counts, { files: 3, calls: 2, silent: 2, unmentioned: 1 });
    assert.deepEqual([groups, text], [[], '']);
  });

  it('has a place for every finding, whatever its cause and reason', () => {
    for (const cause of ['duplicate', 'concurrency', 'state'] as const)
      for (const reason of ['no-handler', 'check-then-create', 'lost', 'wrong-type', 'observed-only'] as const) {
        const { groups } = summarise([result([site({ ...loud, rule: 'unknown/rule', cause, reason })])]);
        assert.equal(groups.length, 1, `${cause} ${reason}`);
      }
  });
});
