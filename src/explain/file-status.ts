/** What is said about one file as a whole: how many calls were seen and handled, or why nothing was looked at. */
import type { FileResult, WhySkipped } from '../analysis/findings.js';
import { CONFIG_FILE } from '../config/config.js';
import { type Forms, plural } from '../l10n/plural.js';
import { phrases, t } from '../l10n/t.js';

/** What the user can do about it. */
export type FileAction = 'problems' | 'setting' | 'config' | 'log' | 'why';

export interface FileStatus {
  /** A few words. */
  text: string;
  /** What was seen, or why nothing was; without a full stop, as beside other items. */
  detail: string;
  /** Something is to be looked at: a call that is not handled, or a file that could not be analysed as a whole. */
  warning: boolean;
  action: FileAction;
}

const SKIPPED: Readonly<Record<WhySkipped, { text: string; detail: string }>> = phrases({
  'too-large': { text: '409: file too large', detail: 'files over 1 MB are not analysed' },
  timeout: { text: '409: took too long', detail: 'the analysis of this file took too long' },
  failed: { text: '409: not analysed', detail: 'the analysis of this file failed; the log says why' },
  disabled: { text: '409: turned off', detail: 'turned off by a setting' },
  excluded: { text: '409: left out', detail: 'left out by {0}' },
});

const SKIP_ACTIONS: Readonly<Record<WhySkipped, Pick<FileStatus, 'warning' | 'action'>>> = {
  'too-large': { warning: false, action: 'why' },
  timeout: { warning: true, action: 'why' },
  failed: { warning: true, action: 'log' },
  disabled: { warning: false, action: 'setting' },
  excluded: { warning: false, action: 'config' },
};

const SEEN: Forms = phrases(['{0} call seen', '{0} calls seen']);
const UNREAD: Forms = phrases(['{0} part could not be read', '{0} parts could not be read']);

/** The status of a file, in the user's language. */
export function fileStatus(result: FileResult): FileStatus {
  if (result.skipped !== undefined) {
    const { text, detail } = SKIPPED[result.skipped];
    return { text: t(text), detail: t(detail, CONFIG_FILE), ...SKIP_ACTIONS[result.skipped] };
  }
  if (result.stage === 'prefiltered') {
    const detail = t('nothing here speaks to Microsoft Graph, Bookings or Azure Cosmos DB');
    return { text: t('409: no service mentioned'), detail, warning: false, action: 'why' };
  }
  const counts = countSites(result);
  const unread = result.unread ?? 0;
  return {
    text: counts.seen === 0 ? t('409: no calls seen') : t('409: {0} of {1} handled', counts.handled, counts.seen),
    detail: [seenText(counts), unreadText(unread)].filter((text) => text !== '').join('; '),
    warning: counts.open > 0 || unread > 0,
    action: counts.open > 0 || unread > 0 ? 'problems' : 'why',
  };
}

/** How many calls there are, and what became of them. */
interface Counts {
  seen: number;
  handled: number;
  open: number;
  ignored: number;
  silenced: number;
}

function countSites({ sites }: FileResult): Counts {
  const handled = sites.filter(({ verdict }) => verdict === 'handled' || verdict === 'idempotent');
  const rest = sites.filter((site) => !handled.includes(site));
  const ignored = rest.filter((site) => site.ignored !== undefined);
  const silenced = rest.filter((site) => site.ignored === undefined && site.severity === 'none');
  const open = rest.filter((site) => !ignored.includes(site) && !silenced.includes(site));
  return {
    seen: sites.length,
    handled: handled.length,
    open: open.length,
    ignored: ignored.length,
    silenced: silenced.length,
  };
}

/** `12 calls seen: 9 handled, 2 not, 1 ignored by a comment` */
function seenText({ seen, handled, open, ignored, silenced }: Counts): string {
  if (seen === 0) return t('no call was seen that can meet a conflict');
  const parts = [t('{0} handled', handled), t('{0} not', open)];
  if (ignored > 0) parts.push(t('{0} ignored by a comment', ignored));
  if (silenced > 0) parts.push(t('{0} turned off by configuration', silenced));
  return t('{0}: {1}', plural(seen, SEEN), parts.join(', '));
}

function unreadText(unread: number): string {
  return unread === 0 ? '' : plural(unread, UNREAD);
}
