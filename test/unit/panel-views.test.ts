/** What the panel shows, read without a browser: every scenario, a call of one's own, and nothing that a strict policy blocks. */
import assert from 'node:assert/strict';
import type { Site } from '../../src/analysis/findings.js';
import { scenarios } from '../../src/catalog/index.js';
import { changeLines } from '../../src/explain/change-lines.js';
import { examplePrefixes, snippetText } from '../../src/explain/examples.js';
import { callView, siteNear } from '../../src/explain/here-view.js';
import { entries, scenarioView } from '../../src/explain/scenario-view.js';
import { sourceView } from '../../src/explain/sources.js';
import { english, translator } from '../../src/l10n/t.js';
import { usual } from '../../src/panel/back-off.js';
import { layOut } from '../../src/panel/diagram.js';
import { pageHtml } from '../../src/panel/html.js';
import { allNodes, type Node, textOf as textIn } from '../../src/panel/node.js';
import type { CallView } from '../../src/panel/protocol.js';
import { search } from '../../src/panel/search.js';
import { explanation } from '../../src/panel/view/explanation.js';
import { entryList, navigation } from '../../src/panel/view/navigation.js';
import { plot } from '../../src/panel/view/plot.js';
import { changeView } from '../../src/panel/view/remedies.js';
import { drawing } from '../../src/panel/view/sequence.js';
import { sayer, WORDS } from '../../src/panel/words.js';
import { textOf } from '../helpers/repository.js';
import { expand, readSnippets } from '../helpers/snippets.js';

const say = sayer({});
const none = { places: [], counts: {} };
const view = (id: string) => {
  const scenario = scenarios.find((one) => one.id === id);
  assert.ok(scenario);
  return scenarioView(scenario, english, () => []);
};

const source = `async function watch(client) {
  const created = await client.api('/subscriptions').post({
    changeType: 'created',
  });
}
`;

const site: Site = {
  rule: 'graph/subscription-duplicate',
  file: '/a.ts',
  line: 2,
  column: 54,
  endLine: 2,
  endColumn: 58,
  severity: 'warning',
  verdict: 'unhandled',
  reason: 'no-handler',
  service: 'graph',
  operation: 'POST /subscriptions',
  cause: 'duplicate',
  certainty: 'certain',
  evidence: [],
  also: [],
  message: 'm',
  trail: [],
  remedies: ['create-or-get'],
  offers: [{ fix: 'create-or-get', title: 'Renew it', safe: false, cures: true }],
  refused: [{ fix: 'check-before-create', why: 'not-written' }],
};

/** What a policy without inline styles and handlers would block, and what would be markup from a text. */
function blocked(node: Node): string[] {
  return allNodes(node).flatMap(({ tag, attributes }) => [
    ...(['script', 'style', 'iframe', 'object', 'img'].includes(tag) ? [tag] : []),
    ...Object.keys(attributes).filter((name) => name === 'style' || /^on/i.test(name)),
    ...Object.entries(attributes)
      .filter(([name, value]) => name === 'href' && !/^https:\/\/[\w.-]+\/[^\s<>"]+$/.test(value))
      .map(([, value]) => value),
  ]);
}

describe('the page of the panel', () => {
  const html = pageHtml({
    nonce: 'abc',
    script: 'say("</script>")',
    style: '.a { color: red }',
    first: [{ type: 'said', text: '</script><b>' }],
    language: 'de',
    title: '<b>"&',
  });

  it('allows one script and one style sheet by their nonce, and nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    assert.doesNotMatch(html, /unsafe|wasm|data:|blob:/);
    assert.equal(html.match(/<script nonce="abc">/g)?.length, 1);
    assert.equal(html.match(/<\/script/g)?.length, 2, 'no text in a script ends it');
    assert.equal(html.match(/<style nonce="abc">/g)?.length, 1);
    assert.equal(html.match(/<(?:script|style|link)/g)?.length, 3);
    assert.match(html, /<script type="application\/json" id="first">/);
  });

  it('has no style, no handler and no markup from a text', () => {
    assert.doesNotMatch(html, /\sstyle=|\son\w+=/);
    assert.match(html, /<title>&#60;b&#62;&#34;&#38;<\/title>/);
  });
});

describe('the views of the panel', () => {
  for (const scenario of scenarios)
    it(`show ${scenario.id}`, () => {
      const data = scenarioView(scenario, english, () => [{ language: 'X', code: 'y' }]);
      const node = explanation(data, none, usual, say);
      assert.deepEqual(blocked(node), []);
      const ids = allNodes(node).flatMap(({ attributes }) => attributes['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length, 'each id once');
      const all = textIn(node);
      for (const text of [scenario.title, scenario.summary, scenario.portal, scenario.api])
        assert.ok(all.includes(text));
      for (const { text, cannotHelp } of scenario.remedies) {
        const card = allNodes(node).find((one) => one.tag === 'article' && textIn(one).includes(text));
        assert.ok(card, text);
        assert.equal(
          allNodes(card).some(({ tag }) => tag === 's'),
          cannotHelp === true,
          'struck out where it cannot help',
        );
      }
      for (const text of scenario.sources)
        assert.ok(textIn(node).replace(/\s/g, '').includes(text.replace(/\s/g, '')), text);
      for (const item of scenario.governance?.checklist ?? []) assert.ok(all.includes(item));
      const sections = allNodes(node).flatMap(({ tag, attributes }) =>
        tag === 'section' ? (attributes['id'] ?? '') : [],
      );
      assert.equal(sections.includes('sequence'), scenario.timeline !== undefined);
      if (data.timeline)
        assert.deepEqual(
          blocked(
            drawing(
              layOut(data.timeline, 500, (text) => text.length * 7),
              'x',
            ),
          ),
          [],
        );
      // Labels of parts lead to what is there.
      for (const { attributes } of allNodes(node)) {
        for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'])
          if (attributes[name] !== undefined) assert.ok(ids.includes(attributes[name]), `${name} ${attributes[name]}`);
      }
    });

  it('show a plot only where waiting can help', () => {
    const hasPlot = scenarios.filter((s) => scenarioView(s, english, () => []).backOff).map(({ id }) => id);
    assert.ok(hasPlot.includes('graph/directory-concurrency') && hasPlot.length > 10);
    for (const { id, remedies } of scenarios) {
      const useless = remedies.some((row) => row.id === 'back-off-and-retry' && row.cannotHelp);
      if (useless) assert.ok(!hasPlot.includes(id), id);
    }
    assert.deepEqual(blocked(plot(usual, say)), []);
    assert.match(textIn(plot(usual, say)), /Gives up after 15 s at the latest/);
  });

  it('speak the language of the window throughout', () => {
    const table: Record<string, string> = JSON.parse(textOf('l10n/bundle.l10n.de.json'));
    const t = translator(table);
    const words = Object.fromEntries(Object.entries(WORDS).map(([name, word]) => [name, t(word)]));
    const scenario = scenarios.find(({ id }) => id === 'graph/subscription-duplicate');
    assert.ok(scenario);
    const text = textIn(
      explanation(
        scenarioView(scenario, t, () => []),
        none,
        usual,
        sayer(words),
      ),
    );
    for (const part of [
      'Abonnement für dieselbe Ressource',
      'Abhilfen, die beste zuerst',
      'Hilft hier nicht',
      'ObjectIdentifierInUse',
    ])
      assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /\b(?:Remedies|Sources|In the portal|Latency|Cannot help)\b/);
  });

  it('show a hostile text as text', () => {
    const data = { ...view('graph/team-exists'), title: '<img src=x onerror=alert(1)>' };
    assert.deepEqual(blocked(explanation(data, none, usual, say)), []);
  });
});

describe('the call in the panel', () => {
  const shown = (call: CallView) => explanation(view(site.rule), { ...none, call }, usual, say);

  it('is quoted to its end with the mark where it is, and leads back to its line', () => {
    const call = callView(site, 'a.ts', source, english);
    assert.deepEqual(
      call.lines.map(({ number, text, from, to }) => [number, text, text.slice(from, to)]),
      [
        [2, "const created = await client.api('/subscriptions').post({", 'post'],
        [3, "  changeType: 'created',", ''],
        [4, '});', ''],
      ],
    );
    const nodes = allNodes(shown(call));
    assert.ok(nodes.some(({ attributes }) => attributes['data-action'] === 'openCall'));
    assert.equal(nodes.filter(({ tag }) => tag === 'mark').length, 1);
  });

  it('offers what can be written there, and says why not for the rest', () => {
    const node = shown(callView(site, 'a.ts', source, english));
    const applies = allNodes(node).filter(({ attributes }) => attributes['data-action'] === 'apply');
    assert.deepEqual(
      applies.map(({ attributes }) => attributes['data-value']),
      ['create-or-get'],
    );
    assert.match(textIn(node), /Not offered at this call: it is not written for this client library/);
  });

  it('offers nothing where the call is handled or exempted', () => {
    for (const other of [
      { ...site, verdict: 'handled' as const },
      { ...site, ignored: 'meant so' },
    ]) {
      const call = callView(other, 'a.ts', source, english);
      assert.deepEqual([call.offers, call.refused], [[], {}]);
    }
  });

  it('has a card for a fix that is no remedy of the scenario', () => {
    const offers = [{ fix: 'mend' as const, title: 'Test the status', safe: true, cures: true }];
    const node = shown(callView({ ...site, offers }, 'a.ts', source, english));
    assert.match(textIn(node), /Mend what is there.*best.*Test the status/s);
  });

  it('is followed when it moves, and no other rule is taken for it', () => {
    const moved = { ...site, line: 5 };
    const other = { ...site, rule: 'graph/team-exists' };
    assert.equal(siteNear([other, moved, { ...site, line: 90 }], site.rule, 2, 54), moved);
    assert.equal(siteNear([other], site.rule, 2, 54), undefined);
  });

  it('is compared line by line, signs and not colours alone', () => {
    const at = source.indexOf('await client');
    const lines = changeLines(source, [
      { start: at, end: at + 5, text: 'await safe(' },
      { start: source.length, end: source.length, text: '\nfunction safe() {}\n' },
    ]);
    assert.deepEqual(
      lines.map(({ kind, text }) => `${kind} ${text.trim()}`),
      [
        'same async function watch(client) {',
        "old const created = await client.api('/subscriptions').post({",
        "new const created = await safe( client.api('/subscriptions').post({",
        'same …',
        'same }',
        'new ',
        'new function safe() {}',
      ],
    );
    assert.match(textIn(changeView(lines, say)), /removed:.*added:/s);
  });
});

describe('the navigation of the panel', () => {
  const all = entries(english);

  it('holds every scenario once, by service and cause', () => {
    const node = entryList(all, 'graph/team-exists', { 'graph/team-exists': 2 }, say);
    const buttons = allNodes(node).filter(({ attributes }) => attributes['data-action'] === 'choose');
    assert.equal(new Set(buttons.map(({ attributes }) => attributes['data-value'])).size, scenarios.length);
    assert.equal(allNodes(node).filter(({ tag }) => tag === 'section').length, 3);
    assert.equal(allNodes(node).filter(({ tag }) => tag === 'h3').length, 8);
    const current = buttons.filter(({ attributes }) => attributes['aria-current']);
    assert.equal(current.length, 1);
    assert.match(textIn(current[0] ?? ''), /2$/);
    assert.deepEqual(blocked(navigation(say)), []);
  });

  for (const { query, first } of [
    { query: 'subscription', first: 'graph/subscription-duplicate' },
    { query: 'ObjectIdentifierInUse', first: 'graph/subscription-duplicate' },
    {
      query: '{"error":{"code":"Directory_ConcurrencyViolation","message":"Due to concurrent requests, …"}}',
      first: 'graph/directory-concurrency',
    },
    {
      query: 'Request failed with 409: {"code": "ObjectIdentifierInUse", "message": "The subscription already exists"}',
      first: 'graph/subscription-duplicate',
    },
  ])
    it(`finds ${first} by ${query.slice(0, 40)}`, () => {
      assert.equal(search(all, query)[0]?.id, first);
    });

  it('finds nothing for what is not there, and all for nothing', () => {
    assert.deepEqual(search(all, 'zebra'), []);
    assert.equal(search(all, '  ').length, scenarios.length);
  });
});

describe('the sources and examples of the panel', () => {
  it('link pages and issues, and lose no sign', () => {
    assert.deepEqual(sourceView('learn.microsoft.com/graph/errors (current text, row 409)'), [
      { text: 'learn.microsoft.com/graph/errors', url: 'https://learn.microsoft.com/graph/errors' },
      { text: ' (current text, row 409)' },
    ]);
    assert.equal(sourceView('nais/azurerator#448 and more')[0]?.url, 'https://github.com/nais/azurerator/issues/448');
    for (const { sources } of scenarios)
      for (const source of sources)
        assert.equal(
          sourceView(source)
            .map(({ text }) => text)
            .join(''),
          source,
        );
  });

  it('are snippets that exist, as the editor would insert them', () => {
    const known = new Map(
      ['snippets/typescript.json', 'snippets/csharp.json'].flatMap(readSnippets).map((one) => [one.prefix, one]),
    );
    const used = scenarios.flatMap((scenario) => scenario.remedies.flatMap(({ id }) => examplePrefixes(scenario, id)));
    assert.ok(used.length > 20);
    for (const prefix of new Set(used)) {
      const snippet = known.get(prefix);
      assert.ok(snippet, prefix);
      assert.equal(snippetText(snippet), expand(snippet.body).replaceAll('\t', '  ').trimEnd());
    }
  });
});
