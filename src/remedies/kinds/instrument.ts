/** Log the conflict: an add-on by which conflicts are seen and counted. It handles nothing. */
import { t } from '../../l10n/t.js';
import { loggerOf } from '../loggers.js';
import type { Remedy } from '../remedy.js';
import { templateOf } from '../subject.js';
import { handOver, wrappable } from '../wrappable.js';

export const instrument: Remedy = {
  id: 'instrument',
  cures: false,
  plan(subject) {
    const refused = wrappable(subject);
    if (refused) return refused;
    // An answer that nobody looks at needs a handler first.
    if (subject.candidate.channel !== 'throws' || !subject.candidate.error) return 'client-unknown';
    const logger = loggerOf(subject) ?? { kind: 'console', code: '' };
    return {
      title: t('Log each conflict here and let it pass (an add-on: the conflict stays unhandled)'),
      safe: false,
      edit: {
        kind: 'wrap',
        helper: `log-${logger.kind}`,
        call: handOver(subject),
        slots: [
          ...(logger.code === '' ? [] : [{ code: logger.code }]),
          { literal: templateOf(subject) },
          { literal: subject.site.rule },
        ],
      },
    };
  },
};
