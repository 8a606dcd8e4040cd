/** The remedies as cards: best first, each with its costs and what can be done with it here. */
import { button, type Child, h, type Node } from '../node.js';
import type {
  BackOffSettings,
  CallView,
  ChangeLine,
  CostView,
  ExampleView,
  JournalRowView,
  JournalsView,
  OfferView,
  RemedyView,
  ScenarioView,
} from '../protocol.js';
import type { Say, Word } from '../words.js';

/** Names of the costs, in the order in which they come. */
const COSTS: readonly Word[] = ['latency', 'complexity', 'duplicateSideEffects', 'throttling'];

/** The fix that takes the settings of the plot, and the id of the line that says so. */
export const WAITING = 'back-off-and-retry';
export const CHOSEN_ID = 'chosen-waits';

/** Which waits the fix writes. */
export function chosenText({ attempts, base, factor, cap }: BackOffSettings, say: Say): string {
  return say('chosenWaits', attempts, base, factor, cap);
}

export function remediesSection(
  scenario: ScenarioView,
  call: CallView | undefined,
  settings: BackOffSettings,
  say: Say,
): Node {
  const helping = scenario.remedies.filter(({ cannotHelp }) => !cannotHelp);
  const useless = scenario.remedies.filter(({ cannotHelp }) => cannotHelp);
  const known = new Set(scenario.remedies.map(({ id }) => id));
  const offers = call?.offers ?? [];
  const further = offers.filter(({ fix }) => !known.has(fix));
  // What is there already and nearly right is mended first; what the scenario does not name comes after what it does.
  const mending = further.filter(({ fix }) => fix === 'mend');
  const others = further.filter(({ fix }) => fix !== 'mend');
  const best = mending[0]?.fix ?? helping[0]?.id;
  const main = [...mending.map(({ fix }) => fix), ...helping.map(({ id }) => id), ...others.map(({ fix }) => fix)].find(
    (fix) => offers.some((offer) => offer.fix === fix),
  );
  const cardOf = (offer: OfferView) => h('li', {}, offerCard(offer, best, main, say));
  return h(
    'section',
    { id: 'remedies', 'aria-labelledby': 'remedies-title' },
    h('h2', { id: 'remedies-title' }, say('remedies')),
    h(
      'ul',
      { class: 'cards' },
      mending.map(cardOf),
      helping.map((remedy) => h('li', {}, remedyCard(remedy, call, { best, main, settings, say }))),
      others.map(cardOf),
      useless.map((remedy) => h('li', {}, uselessCard(remedy, say))),
    ),
  );
}

/** A fix that belongs to this call and not to the scenario. */
function offerCard(offer: OfferView, best: string | undefined, main: string | undefined, say: Say): Node {
  const isBest = offer.fix === best;
  return h(
    'article',
    { class: isBest ? 'card best' : 'card' },
    title(offer.title, isBest && say('best')),
    h('p', {}, offer.text),
    fixButtons(offer.fix, offer.fix === main, say),
  );
}

function remedyCard(
  remedy: RemedyView,
  call: CallView | undefined,
  {
    best,
    main,
    settings,
    say,
  }: { best?: string | undefined; main?: string | undefined; settings: BackOffSettings; say: Say },
): Node {
  const isBest = remedy.id === best;
  const offer = call?.offers.find(({ fix }) => fix === remedy.id);
  const refused = call?.refused[remedy.id];
  return h(
    'article',
    { class: isBest ? 'card best' : 'card' },
    title(remedy.title, isBest && say('best')),
    h('p', {}, remedy.text),
    remedy.note !== undefined && h('p', { class: 'quiet' }, remedy.note),
    costs(remedy.costs, say),
    offer && h('p', { class: 'small' }, `${say('atThisCall')}: ${offer.text}`),
    offer && remedy.id === WAITING && h('p', { class: 'small', id: CHOSEN_ID }, chosenText(settings, say)),
    !offer && refused !== undefined && h('p', { class: 'small quiet' }, say('notHere', refused)),
    offer && fixButtons(offer.fix, offer.fix === main, say),
    remedy.journals && journals(remedy.journals, say),
    examples(remedy, say),
  );
}

function uselessCard(remedy: RemedyView, say: Say): Node {
  return h(
    'article',
    { class: 'card useless' },
    h('h3', {}, h('s', {}, remedy.title), h('span', { class: 'badge' }, say('cannotHelp'))),
    h('p', {}, remedy.text),
    costs(remedy.costs, say),
  );
}

function title(text: string, badge: string | false): Node {
  return h('h3', {}, text, badge && h('span', { class: 'badge' }, badge));
}

/** One bar each, as long as the cost is high; the words say the same. */
function costs(all: readonly CostView[], say: Say): Node {
  return h(
    'dl',
    { class: 'costs' },
    all.map(({ level, words }, index) => {
      const name = COSTS[index];
      return h(
        'div',
        { class: 'cost' },
        h('dt', {}, name === undefined ? '' : say(name)),
        h(
          'dd',
          {},
          h('span', { class: `bar level-${level}`, 'aria-hidden': 'true' }, h('span', { class: 'fill' })),
          h('span', { class: 'level' }, words),
        ),
      );
    }),
  );
}

function fixButtons(fix: string, isMain: boolean, say: Say): Child {
  return [
    h(
      'div',
      { class: 'buttons' },
      button('apply', fix, { class: isMain ? 'primary' : 'secondary' }, say('applyHere')),
      button('copyFix', fix, { class: 'link' }, say('copy')),
      button(
        'compare',
        fix,
        { class: 'link', 'aria-expanded': 'false', 'aria-controls': `change-${fix}` },
        say('beforeAfter'),
      ),
    ),
    h('div', { id: `change-${fix}`, class: 'change', hidden: true }),
  ];
}

/** What the lab noted without and with the remedy, request by request. */
function journals({ before, after }: JournalsView, say: Say): Node {
  return h(
    'details',
    { class: 'example' },
    h('summary', {}, say('inTheLab')),
    h('div', { class: 'journals' }, journal(say('before'), before), journal(say('after'), after)),
  );
}

function journal(name: string, rows: readonly JournalRowView[]): Node {
  return h(
    'div',
    {},
    h('h4', {}, name),
    h(
      'ol',
      { class: 'journal' },
      rows.map(({ request, status, code }) =>
        h(
          'li',
          {},
          h('code', {}, request),
          ' → ',
          h(
            'code',
            { class: status < 400 ? 'went' : 'refused' },
            code === undefined ? String(status) : `${status} ${code}`,
          ),
        ),
      ),
    ),
  );
}

function examples(remedy: RemedyView, say: Say): Child {
  return remedy.examples.map((example, index) => exampleView(remedy.id, example, index, say));
}

function exampleView(id: string, { language, code }: ExampleView, index: number, say: Say): Node {
  const name = say('example', language);
  return h(
    'details',
    { class: 'example' },
    h('summary', {}, name),
    h('pre', { class: 'code', tabindex: 0, 'aria-label': name }, code),
    h('div', { class: 'buttons' }, button('copyExample', `${id} ${index}`, { class: 'link' }, say('copy'))),
  );
}

const SIGNS: Record<ChangeLine['kind'], string> = { same: ' ', old: '−', new: '+' };

/** A change line by line, old and new told apart by a sign as well as by colour. */
export function changeView(lines: readonly ChangeLine[], say: Say): Node {
  const spoken: Record<ChangeLine['kind'], string> = { same: '', old: say('removed'), new: say('added') };
  return h(
    'pre',
    { class: 'code', tabindex: 0, 'aria-label': say('beforeAfter') },
    lines.map(({ kind, text }) =>
      h(
        'span',
        { class: `code-line line-${kind}` },
        h('span', { class: 'line-number', 'aria-hidden': 'true' }, SIGNS[kind]),
        spoken[kind] !== '' && h('span', { class: 'unseen' }, `${spoken[kind]}: `),
        `${text}\n`,
      ),
    ),
  );
}
