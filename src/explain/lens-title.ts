/** The one line above a call. */
import type { Site, Verdict } from '../analysis/findings.js';
import type { Cause } from '../catalog/types.js';
import { phrases, t } from '../l10n/t.js';

const TITLES: Readonly<Record<Cause, Readonly<Record<Verdict, string>>>> = phrases({
  duplicate: {
    unhandled: '409: duplicate not handled',
    mishandled: '409: duplicate handled wrongly',
    race: '409: duplicate checked first, but not safe',
    handled: '409: duplicate handled',
    idempotent: '409: no duplicate possible',
  },
  concurrency: {
    unhandled: '409: concurrent change not handled',
    mishandled: '409: concurrent change handled wrongly',
    race: '409: concurrent change checked first, but not safe',
    handled: '409: concurrent change handled',
    idempotent: '409: no concurrent change possible',
  },
  state: {
    unhandled: '409: unfitting state not handled',
    mishandled: '409: unfitting state handled wrongly',
    race: '409: state checked first, but not safe',
    handled: '409: unfitting state handled',
    idempotent: '409: no unfitting state possible',
  },
});

/** `409: duplicate not handled · Explain` */
export function lensTitle(site: Site): string {
  return t('{0} · Explain', t(TITLES[site.cause][site.verdict]));
}
