/**
 * What the explainer panel and the extension say to each other. Both sides check what they get by the shapes below; a
 * message of another shape is not answered.
 */
import { type Check, flag, listOf, number, oneOf, shape, table, text } from './shape.js';

const SERVICES = ['graph', 'bookings', 'cosmos'] as const;
const CAUSES = ['duplicate', 'concurrency', 'state'] as const;
const LEVELS = ['none', 'low', 'medium', 'high'] as const;

/** An entry of the navigation. */
export interface Entry {
  id: string;
  title: string;
  service: (typeof SERVICES)[number];
  cause: (typeof CAUSES)[number];
  /** Error codes of its answers. */
  codes: string[];
  /** Lower-case words it is found by: title in both languages, id, statuses, operations. */
  terms: string;
}

/** How much of one cost, with the words for it. */
export interface CostView {
  level: (typeof LEVELS)[number];
  words: string;
}

export interface RemedyView {
  id: string;
  title: string;
  text: string;
  /** What it costs, in a sentence. */
  note?: string;
  /** Latency, complexity, duplicate side effects, throttling: in this order. */
  costs: CostView[];
  cannotHelp: boolean;
  /** What a lab noted of the call as it is, and with the remedy. */
  journals?: JournalsView;
  /** A ready example in each language that has one. */
  examples: ExampleView[];
}

/** A request and its answer, as the lab noted them. */
export interface JournalRowView {
  request: string;
  status: number;
  code?: string;
}

export interface JournalsView {
  before: JournalRowView[];
  after: JournalRowView[];
}

export interface ExampleView {
  language: string;
  code: string;
}

export interface AnswerView {
  status: number;
  codes: string[];
  /** Under which condition it comes. */
  when?: string;
}

export interface StepView {
  from: string;
  to: string;
  label: string;
  kind: 'request' | 'answer' | 'error' | 'note';
}

export interface TimelineView {
  actors: string[];
  steps: StepView[];
}

/** A line with a heading: "Look-up", "Without an error" … */
export interface FactView {
  label: string;
  text: string;
}

/** A source, in pieces; those with an address are links. */
export type SourceView = { text: string; url?: string }[];

/** Everything about a scenario that is the same in every workspace, in the user's language. */
export interface ScenarioView {
  id: string;
  title: string;
  /** Service, cause, retry, confidence: short, the cause among them marked. */
  tags: { text: string; kind: 'plain' | 'cause' }[];
  summary: string;
  operations: string[];
  answers: AnswerView[];
  facts: FactView[];
  portal: string;
  api: string;
  remedies: RemedyView[];
  timeline?: TimelineView;
  checklist: string[];
  decisionRecord: string[];
  /** A wait can help here. `retryAfter`: the service may say how long. */
  backOff?: { retryAfter: boolean };
  sources: SourceView[];
}

/** A line of the user's code; `from` and `to` enclose what is marked, 0-based. */
export interface CodeLine {
  number: number;
  text: string;
  from: number;
  to: number;
}

/** A fix that can be written at the call. */
export interface OfferView {
  fix: string;
  title: string;
  text: string;
}

/** The call the panel was opened from, as it is now. */
export interface CallView {
  file: string;
  line: number;
  lines: CodeLine[];
  verdict: string;
  /** What the mark says, or why there is none. */
  message: string;
  offers: OfferView[];
  /** Why a fix is not offered, by fix. */
  refused: Record<string, string>;
}

/** A call of the same kind elsewhere. `key` is handed back to open it. */
export interface PlaceView {
  key: number;
  file: string;
  line: number;
  operation: string;
  verdict: string;
  open: boolean;
}

/** What depends on the workspace, and changes with it. */
export interface HereView {
  call?: CallView;
  places: PlaceView[];
  /** Open calls by scenario. */
  counts: Record<string, number>;
}

/** The place of a call, as it is kept in the state. Line and column are 1-based. */
export interface CallKey {
  uri: string;
  line: number;
  column: number;
}

/** Values of the back-off's controls. Times are in seconds. */
export interface BackOffSettings {
  base: number;
  factor: number;
  cap: number;
  attempts: number;
  jitter: 'none' | 'equal' | 'full';
  retryAfter: number;
}

/** What survives a reload: kept by the page, given back to the extension's serializer. */
export interface PanelState {
  rule: string;
  call?: CallKey;
  /** The step of the diagram, from 1. */
  step?: number;
  backOff?: BackOffSettings;
}

/** A line of a comparison. */
export interface ChangeLine {
  kind: 'same' | 'old' | 'new';
  text: string;
}

/** Id of the element in which the first messages stand, as JSON. */
export const FIRST_ID = 'first';

/** From the extension. */
export type Message =
  | { type: 'start'; words: Record<string, string> }
  | { type: 'list'; entries: Entry[] }
  | { type: 'show'; scenario: ScenarioView; here: HereView; state: PanelState }
  | { type: 'here'; here: HereView; call?: CallKey }
  | { type: 'change'; fix: string; lines: ChangeLine[] }
  | { type: 'found'; text: string; rules: string[] }
  | { type: 'said'; text: string };

/** From the page. `waits` are the plot's settings, for a fix that waits. */
export type Request =
  | { type: 'ready' }
  | { type: 'shown'; rule: string; parts: string[] }
  | { type: 'find'; text: string }
  | { type: 'choose'; rule: string }
  | { type: 'openCall' }
  | { type: 'openPlace'; key: number }
  | { type: 'apply'; fix: string; waits?: BackOffSettings }
  | { type: 'compare'; fix: string; waits?: BackOffSettings }
  | { type: 'copyFix'; fix: string; waits?: BackOffSettings }
  | { type: 'copyExample'; remedy: string; index: number };

const texts = listOf(text);
const cost = shape<CostView>({ level: oneOf(...LEVELS), words: text });
const example = shape<ExampleView>({ language: text, code: text });
/** The place of a call, as a command or a kept state gives it. */
export const isCallKey = shape<CallKey>({ uri: text, line: number, column: number });
const backOffSettings = shape<BackOffSettings>({
  base: number,
  factor: number,
  cap: number,
  attempts: number,
  jitter: oneOf('none', 'equal', 'full'),
  retryAfter: number,
});

/** A state as it was kept; another version of the extension may have written it. */
export const isPanelState: Check<PanelState> = shape<PanelState>(
  { rule: text, call: isCallKey, step: number, backOff: backOffSettings },
  'call',
  'step',
  'backOff',
);

const entry = shape<Entry>({
  id: text,
  title: text,
  service: oneOf(...SERVICES),
  cause: oneOf(...CAUSES),
  codes: texts,
  terms: text,
});

const journal = listOf(shape<JournalRowView>({ request: text, status: number, code: text }, 'code'));

const remedy = shape<RemedyView>(
  {
    id: text,
    title: text,
    text,
    note: text,
    costs: listOf(cost),
    cannotHelp: flag,
    journals: shape<JournalsView>({ before: journal, after: journal }),
    examples: listOf(example),
  },
  'note',
  'journals',
);

const timeline = shape<TimelineView>({
  actors: texts,
  steps: listOf(
    shape<StepView>({ from: text, to: text, label: text, kind: oneOf('request', 'answer', 'error', 'note') }),
  ),
});

const scenario = shape<ScenarioView>(
  {
    id: text,
    title: text,
    tags: listOf(shape<ScenarioView['tags'][number]>({ text, kind: oneOf('plain', 'cause') })),
    summary: text,
    operations: texts,
    answers: listOf(shape<AnswerView>({ status: number, codes: texts, when: text }, 'when')),
    facts: listOf(shape<FactView>({ label: text, text })),
    portal: text,
    api: text,
    remedies: listOf(remedy),
    timeline,
    checklist: texts,
    decisionRecord: texts,
    backOff: shape<{ retryAfter: boolean }>({ retryAfter: flag }),
    sources: listOf(listOf(shape<SourceView[number]>({ text, url: text }, 'url'))),
  },
  'timeline',
  'backOff',
);

const call = shape<CallView>({
  file: text,
  line: number,
  lines: listOf(shape<CodeLine>({ number, text, from: number, to: number })),
  verdict: text,
  message: text,
  offers: listOf(shape<OfferView>({ fix: text, title: text, text })),
  refused: table(text),
});

const place = shape<PlaceView>({ key: number, file: text, line: number, operation: text, verdict: text, open: flag });
const here = shape<HereView>({ call, places: listOf(place), counts: table(number) }, 'call');
const changeLine = shape<ChangeLine>({ kind: oneOf('same', 'old', 'new'), text });

type Kind<U extends { type: string }, T extends U['type']> = Extract<U, { type: T }>;
type Checks<U extends { type: string }> = { [T in U['type']]: Check<Kind<U, T>> };

const MESSAGES: Checks<Message> = {
  start: shape<Kind<Message, 'start'>>({ type: oneOf('start'), words: table(text) }),
  list: shape<Kind<Message, 'list'>>({ type: oneOf('list'), entries: listOf(entry) }),
  show: shape<Kind<Message, 'show'>>({ type: oneOf('show'), scenario, here, state: isPanelState }),
  here: shape<Kind<Message, 'here'>>({ type: oneOf('here'), here, call: isCallKey }, 'call'),
  change: shape<Kind<Message, 'change'>>({ type: oneOf('change'), fix: text, lines: listOf(changeLine) }),
  found: shape<Kind<Message, 'found'>>({ type: oneOf('found'), text, rules: texts }),
  said: shape<Kind<Message, 'said'>>({ type: oneOf('said'), text }),
};

const REQUESTS: Checks<Request> = {
  ready: shape<Kind<Request, 'ready'>>({ type: oneOf('ready') }),
  shown: shape<Kind<Request, 'shown'>>({ type: oneOf('shown'), rule: text, parts: texts }),
  find: shape<Kind<Request, 'find'>>({ type: oneOf('find'), text }),
  choose: shape<Kind<Request, 'choose'>>({ type: oneOf('choose'), rule: text }),
  openCall: shape<Kind<Request, 'openCall'>>({ type: oneOf('openCall') }),
  openPlace: shape<Kind<Request, 'openPlace'>>({ type: oneOf('openPlace'), key: number }),
  apply: shape<Kind<Request, 'apply'>>({ type: oneOf('apply'), fix: text, waits: backOffSettings }, 'waits'),
  compare: shape<Kind<Request, 'compare'>>({ type: oneOf('compare'), fix: text, waits: backOffSettings }, 'waits'),
  copyFix: shape<Kind<Request, 'copyFix'>>({ type: oneOf('copyFix'), fix: text, waits: backOffSettings }, 'waits'),
  copyExample: shape<Kind<Request, 'copyExample'>>({ type: oneOf('copyExample'), remedy: text, index: number }),
};

/** A message of the extension; undefined for anything else. */
export function readMessage(value: unknown): Message | undefined {
  return read(value, MESSAGES);
}

/** A request of the page; undefined for anything else. */
export function readRequest(value: unknown): Request | undefined {
  return read(value, REQUESTS);
}

function read<U extends { type: string }>(value: unknown, checks: Checks<U>): U | undefined {
  const all: Record<string, Check<U>> = checks;
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const check = typeof type === 'string' && Object.hasOwn(all, type) ? all[type] : undefined;
  return check?.(value) ? value : undefined;
}
