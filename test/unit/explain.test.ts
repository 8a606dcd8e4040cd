/** What is said about a call and a file, before the editor shows it. */
import assert from 'node:assert/strict';
import type { FileResult, Site, WhySkipped } from '../../src/analysis/findings.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import type { Scenario } from '../../src/catalog/types.js';
import { callCard } from '../../src/explain/call-card.js';
import { cardMarkdown } from '../../src/explain/card-markdown.js';
import { fileStatus } from '../../src/explain/file-status.js';
import { lensTitle } from '../../src/explain/lens-title.js';
import { escapeMarkdown } from '../../src/explain/markdown-text.js';
import { english, setTranslate, translator } from '../../src/l10n/t.js';

function scenario(id: string): Scenario {
  const found = scenarioById(id);
  assert.ok(found, id);
  return found;
}

function site(of: Scenario, changes: Partial<Site> = {}): Site {
  return {
    rule: of.id,
    file: '/shop/orders.ts',
    line: 3,
    column: 9,
    endLine: 3,
    endColumn: 13,
    severity: 'warning',
    verdict: 'unhandled',
    reason: 'no-handler',
    service: of.service,
    operation: 'POST /subscriptions',
    cause: of.cause,
    certainty: 'certain',
    evidence: [],
    also: [],
    message: '',
    trail: [],
    remedies: of.remedies.filter(({ cannotHelp }) => !cannotHelp).map(({ id }) => id),
    ...changes,
  };
}

/** The card as plain lines. */
const linesOf = (s: Site): string[] =>
  callCard(s, scenario(s.rule)).lines.map((line) => line.map(({ text }) => text).join(''));

const subscription = scenario('graph/subscription-duplicate');

describe('the card of a call', () => {
  afterEach(() => setTranslate(english));

  it('says of a marked call what clashes, what is answered, what helps at which cost, and whether a retry can', () => {
    assert.deepEqual(linesOf(site(subscription)), [
      'Conflict not handled. Something with the same identity (resource, changeType) exists already.',
      'Answer: 409 ObjectIdentifierInUse, ExtensionError',
      'Remedy: Create or get. On 409 list the subscriptions, find the twin by resource and changeType, compare notificationUrl, and renew it by PATCH (expirationDateTime, and notificationUrl where it differs).',
      'Cost: One list and one PATCH, only after a conflict.',
      'Retry: The same request again never succeeds.',
    ]);
  });

  it('says of a handled call only that and why, with the operation that no mark names', () => {
    assert.deepEqual(linesOf(site(subscription, { verdict: 'handled', reason: 'told-apart', severity: 'none' })), [
      'Conflict handled. The conflict is told apart and answered.',
      'Subscription for the same resource and change type: POST /subscriptions',
    ]);
  });

  it('gives the reason of an exemption', () => {
    const lines = linesOf(site(subscription, { ignored: 'one instance only', severity: 'none' }));
    assert.deepEqual(lines.slice(2), ['Ignored here: one instance only']);
  });

  it('says when it is not certain, and of a race what helps', () => {
    const lines = linesOf(site(subscription, { verdict: 'race', reason: 'check-then-create', certainty: 'likely' }));
    assert.match(lines[0] ?? '', /^Checked first, but not safe \(likely\)\. /);
    assert.ok(lines.some((line) => line.startsWith('Remedy: ')));
  });

  it('names what each answer needs, and each status once for it', () => {
    const answer = linesOf(site(scenario('cosmos/batch-conflict'))).find((line) => line.startsWith('Answer: '));
    assert.equal(
      answer,
      'Answer: 409 Conflict in a transactional batch; 424 FailedDependency in a transactional batch; 412 PreconditionFailed with If-Match',
    );
  });

  it('is short for every scenario, and complete', () => {
    for (const of of scenarios) {
      const lines = linesOf(site(of));
      assert.ok(lines.length <= 7, of.id);
      for (const line of lines) {
        assert.ok(line.length <= 420, `${of.id}: ${line.length} characters: ${line}`);
        assert.doesNotMatch(line, /undefined|: $/, of.id);
      }
    }
  });

  it('speaks the language of the user', () => {
    setTranslate(translator({ 'Conflict not handled': 'Konflikt nicht behandelt', Remedy: 'Abhilfe' }));
    const lines = linesOf(site(subscription));
    assert.match(lines[0] ?? '', /^Konflikt nicht behandelt\. /);
    assert.ok(lines.some((line) => line.startsWith('Abhilfe: ')));
  });
});

describe('Markdown', () => {
  it('makes nothing but the given links', () => {
    const hostile =
      '[x](command:evil) ![i](https://evil.example/a.png) <b>x</b> `y` **z** www.evil.example a@b.c\n\n# h';
    const card = callCard(site(subscription, { operation: hostile, ignored: hostile, severity: 'none' }), subscription);
    const markdown = cardMarkdown(card, [{ title: 'Explain', command: 'guard409.explain', args: ['a/b (c)'] }]);
    const link = '[Explain](command:guard409.explain?%5B%22a%2Fb%20%28c%29%22%5D)';
    assert.ok(markdown.endsWith(`\n\n${link}`));
    // What is left has no character with a meaning that is not escaped, but the emphasis of the labels.
    const rest = markdown
      .slice(0, -link.length)
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/\*\*[^*\n]+\*\*/g, '');
    assert.doesNotMatch(rest, /[[\]()<>!`*_#@.:|~$]/);
  });

  it('keeps the words of a text', () => {
    const text = 'POST /groups/{id}/members/$ref  (a_b)\n$(zap)';
    const shown = escapeMarkdown(text).replace(/\\(.)/g, '$1').replaceAll('\u200b', '');
    assert.equal(shown, 'POST /groups/{id}/members/$ref (a_b) $(zap)');
  });
});

describe('the line above a call', () => {
  it('names cause and verdict', () => {
    assert.equal(lensTitle(site(subscription)), '409: duplicate not handled · Explain');
    const stale = scenario('cosmos/stale-etag');
    assert.equal(lensTitle(site(stale, { verdict: 'handled' })), '409: concurrent change handled · Explain');
  });
});

describe('the status of a file', () => {
  const result = (changes: Partial<FileResult>): FileResult => ({
    file: '/shop/orders.ts',
    language: 'typescript',
    sites: [],
    problems: [],
    stage: 'analysed',
    ...changes,
  });

  it('counts what is handled, open, ignored and silenced', () => {
    const sites = [
      site(subscription, { verdict: 'handled', severity: 'none' }),
      site(subscription, { verdict: 'idempotent', severity: 'none' }),
      site(subscription),
      site(subscription, { verdict: 'race', severity: 'information' }),
      site(subscription, { ignored: 'so it is meant' }),
      site(subscription, { severity: 'none' }),
    ];
    assert.deepEqual(fileStatus(result({ sites })), {
      text: '409: 2 of 6 handled',
      detail: '6 calls seen: 2 handled, 2 not, 1 ignored by a comment, 1 turned off by configuration',
      warning: true,
      action: 'problems',
    });
  });

  it('warns of nothing where all is handled', () => {
    const sites = [site(subscription, { verdict: 'handled', severity: 'none' })];
    const { detail, warning, action } = fileStatus(result({ sites }));
    assert.deepEqual([detail, warning, action], ['1 call seen: 1 handled, 0 not', false, 'why']);
  });

  it('says that parts could not be read', () => {
    const { text, detail, warning } = fileStatus(result({ unread: 2 }));
    assert.equal(text, '409: no calls seen');
    assert.equal(detail, 'no call was seen that can meet a conflict; 2 parts could not be read');
    assert.equal(warning, true);
  });

  it('says that no service is mentioned', () => {
    assert.equal(fileStatus(result({ stage: 'prefiltered' })).text, '409: no service mentioned');
  });

  const skipped: [WhySkipped, RegExp, string][] = [
    ['too-large', /1 MB/, 'why'],
    ['timeout', /too long/, 'why'],
    ['failed', /the log says why/, 'log'],
    ['disabled', /turned off by a setting/, 'setting'],
    ['excluded', /left out by \.guard409\.jsonc/, 'config'],
  ];
  for (const [why, detail, action] of skipped) {
    it(`says why nothing was looked at: ${why}`, () => {
      const status = fileStatus(result({ stage: 'skipped', skipped: why }));
      assert.match(status.detail, detail);
      assert.equal(status.action, action);
    });
  }
});
