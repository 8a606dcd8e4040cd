/** The panel's own words. English; the extension hands the page the user's language. */
import { CAUSE_TITLES, SERVICE_TITLES } from '../catalog/titles.js';
import { fill, phrases } from '../l10n/t.js';

const OWN = phrases({
  conflicts: 'Conflicts',
  searchHint: 'Search, or paste an error',
  found: '{0} found',
  nothingFound: 'Nothing found',
  openCalls: '{0} open in this workspace',
  explanation: 'Explanation',
  noAnswer: 'no error at all',
  goToLine: 'Go to this line',
  markedHere: 'marked',
  happened: 'What happened, and why',
  clashes: 'What clashes',
  play: 'Play',
  pause: 'Pause',
  back: 'Step back',
  next: 'Next step',
  stepOf: 'Step {0} of {1}',
  request: '{0} asks {1}: {2}',
  answer: '{0} answers {1}: {2}',
  error: '{0} refuses {1}: {2}',
  note: '{0}: {2}',
  keys: 'Arrow keys step, Home and End jump, the space bar plays',
  portalAgainst: 'Portal against API',
  portal: 'In the portal',
  api: 'Through the API',
  facts: 'Good to know',
  checklist: 'Before the change',
  decisionRecord: 'What belongs in the decision record',
  remedies: 'Remedies, best first',
  best: 'best',
  atThisCall: 'At this call',
  cannotHelp: 'Cannot help here',
  latency: 'Latency',
  complexity: 'Code',
  duplicateSideEffects: 'Doing it twice',
  throttling: 'Throttling',
  applyHere: 'Apply here…',
  copy: 'Copy',
  beforeAfter: 'Before and after',
  notHere: 'Not offered at this call: {0}',
  example: 'Example ({0})',
  inTheLab: 'In the lab, before and after',
  before: 'Before',
  after: 'After',
  removed: 'removed',
  added: 'added',
  backOff: 'Waiting, where a wait can help',
  base: 'First wait',
  factor: 'Factor',
  cap: 'Longest wait',
  attempts: 'Attempts',
  chosenWaits: 'With the waits chosen below: {0} attempts, first {1} s, then {2} times as long, at most {3} s.',
  jitter: 'Jitter',
  jitterNone: 'none',
  jitterEqual: 'half',
  jitterFull: 'full',
  retryAfter: 'Retry-After',
  seconds: '{0} s',
  between: '{0} to {1} s',
  wait: 'Wait {0}: {1}',
  total: 'Gives up after {0} at the latest, on average after {1}.',
  clients: '100 clients that do the same send up to {0} requests in one second after the first; {1} at the end.',
  waitsPicture: 'The waits, one bar each',
  clientsPicture: 'Requests per second of 100 clients',
  elsewhere: 'Elsewhere in this workspace',
  nowhere: 'No other call of this kind is known. A scan looks at the files that are not open.',
  line: 'line {0}',
  sources: 'Sources',
  copied: 'Copied',
});

/** All words of the page: its own, and what services and causes are called everywhere. */
export const WORDS = { ...SERVICE_TITLES, ...CAUSE_TITLES, ...OWN };

/** Names of the words. */
export type Word = keyof typeof WORDS;

/** Says a word in the user's language, with its placeholders filled. */
export type Say = (word: Word, ...args: (string | number)[]) => string;

/** @param words those that the extension sent; what is missing is English */
export function sayer(words: Readonly<Record<string, string>>): Say {
  return (word, ...args) => fill((Object.hasOwn(words, word) && words[word]) || WORDS[word], args);
}
