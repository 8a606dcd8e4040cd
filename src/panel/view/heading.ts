/** The top of an explanation: what it is about, the service's answer and the user's own call. */
import { button, h, type Node } from '../node.js';
import type { AnswerView, CallView, CodeLine, ScenarioView } from '../protocol.js';
import type { Say } from '../words.js';

export function heading(scenario: ScenarioView, call: CallView | undefined, say: Say): Node {
  return h(
    'header',
    { id: 'about' },
    h(
      'ul',
      { class: 'tags' },
      scenario.tags.map(({ text, kind }) => h('li', { class: `tag tag-${kind}` }, text)),
    ),
    h('h1', { id: 'title', tabindex: -1 }, scenario.title),
    h(
      'p',
      { class: 'exchange' },
      operations(scenario.operations),
      scenario.operations.length > 0 && h('span', { 'aria-hidden': 'true' }, ' → '),
      answers(scenario.answers, say),
    ),
    call && ownCall(call, say),
  );
}

function operations(all: readonly string[]): Node {
  return h(
    'span',
    { class: 'operations' },
    all.map((operation) => h('code', {}, operation)),
  );
}

function answers(all: readonly AnswerView[], say: Say): Node {
  if (all.length === 0) return h('span', { class: 'answers quiet' }, say('noAnswer'));
  return h(
    'span',
    { class: 'answers' },
    all.map(({ status, codes, when }) =>
      h(
        'span',
        { class: 'answer' },
        h('code', { class: 'refused' }, [status, ...codes.slice(0, 1)].join(' ')),
        codes.length > 1 && h('code', { class: 'quiet' }, ` ${codes.slice(1).join(', ')}`),
        when !== undefined && h('span', { class: 'quiet' }, ` ${when}`),
      ),
    ),
  );
}

/** The call as it stands in the file. What is marked is underlined, as in the editor. */
function ownCall(call: CallView, say: Say): Node {
  return h(
    'div',
    { class: 'call' },
    h(
      'p',
      { class: 'call-place' },
      button('openCall', '', { class: 'link', title: say('goToLine') }, `${call.file}:${call.line}`),
      h('span', {}, ` ${call.verdict}. `),
      h('span', { class: 'quiet' }, call.message),
    ),
    h(
      'pre',
      { class: 'code', tabindex: 0, 'aria-label': `${call.file}:${call.line}` },
      call.lines.map((line) => codeLine(line, say)),
    ),
  );
}

function codeLine({ number, text, from, to }: CodeLine, say: Say): Node {
  const marked = to > from;
  return h(
    'span',
    { class: 'code-line' },
    h('span', { class: 'line-number', 'aria-hidden': 'true' }, String(number)),
    text.slice(0, from),
    marked && h('mark', { class: 'squiggle', title: say('markedHere') }, text.slice(from, to)),
    marked ? text.slice(to) : text.slice(from),
    '\n',
  );
}
