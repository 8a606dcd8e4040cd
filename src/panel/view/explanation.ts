/** Everything about one scenario, in the order in which it is read. */
import { button, h, type Node } from '../node.js';
import type { BackOffSettings, HereView, PlaceView, ScenarioView, SourceView } from '../protocol.js';
import type { Say } from '../words.js';
import { heading } from './heading.js';
import { plotSection } from './plot.js';
import { remediesSection } from './remedies.js';
import { sequenceSection } from './sequence.js';

/** The main part. The drawing and the plot are put in once their room is known. */
export function explanation(scenario: ScenarioView, here: HereView, settings: BackOffSettings, say: Say): Node {
  return h(
    'div',
    { class: 'explanation' },
    heading(scenario, here.call, say),
    happened(scenario, say),
    scenario.timeline && sequenceSection(scenario.timeline, say),
    comparison(scenario, say),
    scenario.facts.length > 0 && facts(scenario, say),
    scenario.checklist.length > 0 && list('checklist', say('checklist'), 'ol', scenario.checklist),
    remediesSection(scenario, here.call, settings, say),
    scenario.decisionRecord.length > 0 && list('decision-record', say('decisionRecord'), 'ul', scenario.decisionRecord),
    scenario.backOff && plotSection(settings, scenario.backOff.retryAfter, say),
    elsewhere(here.places, say),
    sources(scenario.sources, say),
  );
}

function happened({ summary }: ScenarioView, say: Say): Node {
  return h(
    'section',
    { id: 'happened', 'aria-labelledby': 'happened-title' },
    h('h2', { id: 'happened-title' }, say('happened')),
    h('p', {}, summary),
  );
}

function facts({ facts: all }: ScenarioView, say: Say): Node {
  return h(
    'section',
    { id: 'facts', 'aria-labelledby': 'facts-title' },
    h('h2', { id: 'facts-title' }, say('facts')),
    h(
      'dl',
      { class: 'facts' },
      all.map(({ label, text }) => h('div', {}, h('dt', {}, label), h('dd', {}, text))),
    ),
  );
}

function comparison({ portal, api }: ScenarioView, say: Say): Node {
  return h(
    'section',
    { id: 'comparison', 'aria-labelledby': 'comparison-title' },
    h('h2', { id: 'comparison-title' }, say('portalAgainst')),
    h(
      'div',
      { class: 'sides' },
      h('div', { class: 'side' }, h('h3', {}, say('portal')), h('p', {}, portal)),
      h('div', { class: 'side' }, h('h3', {}, say('api')), h('p', {}, api)),
    ),
  );
}

function list(id: string, title: string, kind: 'ol' | 'ul', items: readonly string[]): Node {
  return h(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    h(
      kind,
      { class: 'steps' },
      items.map((item) => h('li', {}, item)),
    ),
  );
}

/** Calls of the same kind; the panel brings them up to date while it is open. */
export function elsewhere(places: readonly PlaceView[], say: Say): Node {
  return h(
    'section',
    { id: 'elsewhere', 'aria-labelledby': 'elsewhere-title' },
    h('h2', { id: 'elsewhere-title' }, say('elsewhere')),
    places.length === 0
      ? h('p', { class: 'quiet' }, say('nowhere'))
      : h(
          'ul',
          { class: 'places' },
          places.map(({ key, file, line, operation, verdict, open }) =>
            h(
              'li',
              {},
              button('openPlace', key, { class: 'link' }, `${file}:${line}`),
              h('code', {}, operation),
              h('span', { class: open ? 'open' : 'quiet' }, verdict),
            ),
          ),
        ),
  );
}

function sources(all: readonly SourceView[], say: Say): Node {
  return h(
    'section',
    { id: 'sources', 'aria-labelledby': 'sources-title' },
    h('h2', { id: 'sources-title' }, say('sources')),
    h(
      'ul',
      { class: 'sources' },
      all.map((source) =>
        h(
          'li',
          {},
          source.map(({ text, url }) => (url === undefined ? text : h('a', { href: url }, text))),
        ),
      ),
    ),
  );
}
