/** Check before create: reads first, creates, and reads again where somebody was faster in between. */
import { t } from '../../l10n/t.js';
import { isPlan, type Remedy } from '../remedy.js';
import { createOrGet } from './create-or-get.js';

/** Helpers that read afterwards, and those that read before as well. */
const CHECKING: Readonly<Record<string, string>> = {
  'create-or-read': 'check-and-read',
  'create-or-find': 'check-and-find',
  'answer-or-read': 'check-and-read-answer',
  'answer-or-find': 'check-and-find-answer',
};

export const checkBeforeCreate: Remedy = {
  id: 'check-before-create',
  cures: true,
  plan(subject) {
    const plan = createOrGet.plan(subject);
    if (!isPlan(plan) || plan.edit.kind !== 'wrap') return isPlan(plan) ? 'not-written' : plan;
    const helper = CHECKING[plan.edit.helper];
    if (helper === undefined) return 'not-written';
    return {
      title: t('Look first, then create, and read again if somebody was faster (one more read for each create)'),
      safe: false,
      edit: { ...plan.edit, helper, call: 'function' },
    };
  },
};
