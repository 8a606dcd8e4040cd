/** The way to every scenario: by service and cause, with a search field. */
import { h, type Node } from '../node.js';
import type { Entry } from '../protocol.js';
import type { Say } from '../words.js';

/** The frame of the navigation; its list is filled by `entryList`. */
export function navigation(say: Say): Node {
  return h(
    'nav',
    { class: 'navigation', 'aria-label': say('conflicts') },
    h(
      'button',
      { type: 'button', class: 'fold', 'data-action': 'fold', 'aria-expanded': 'false', 'aria-controls': 'ways' },
      say('conflicts'),
    ),
    h(
      'div',
      { id: 'ways', class: 'ways' },
      h('input', {
        id: 'search',
        type: 'search',
        class: 'search',
        placeholder: say('searchHint'),
        'aria-label': say('searchHint'),
        autocomplete: 'off',
        spellcheck: 'false',
      }),
      h('p', { id: 'found', class: 'quiet small', role: 'status' }),
      h('div', { id: 'entries' }),
    ),
  );
}

/**
 * The scenarios, under their service and under that their cause; as one list, in its order, where `flat`.
 *
 * @param counts open calls in the workspace, by scenario
 */
export function entryList(
  entries: readonly Entry[],
  shown: string | undefined,
  counts: Readonly<Record<string, number>>,
  say: Say,
): Node {
  return h(
    'div',
    {},
    groups(entries, ({ service }) => service).map(([service, ofService]) =>
      h(
        'section',
        { class: 'service', 'aria-label': say(service) },
        h('h2', { class: 'group' }, say(service)),
        groups(ofService, ({ cause }) => cause).map(([cause, rows]) =>
          h(
            'div',
            { role: 'group', 'aria-label': say(cause) },
            h('h3', { class: 'cause' }, say(cause)),
            h(
              'ul',
              { class: 'entries' },
              rows.map((row) => h('li', {}, entry(row, shown, counts[row.id] ?? 0, say))),
            ),
          ),
        ),
      ),
    ),
  );
}

function entry({ id, title }: Entry, shown: string | undefined, count: number, say: Say): Node {
  return h(
    'button',
    {
      type: 'button',
      class: 'entry',
      'data-action': 'choose',
      'data-value': id,
      'aria-current': id === shown ? 'page' : undefined,
    },
    h('span', { class: 'entry-title' }, title),
    count > 0 &&
      h(
        'span',
        { class: 'count', title: say('openCalls', count), 'aria-label': say('openCalls', count) },
        String(count),
      ),
  );
}

/** Items by a key, in the order in which keys first come up. */
function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const found = new Map<K, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return [...found];
}
