/** Why a scenario fits, in words. Nothing of the text itself stands in them, only what the catalog knows. */
import { t } from '../l10n/t.js';
import type { Ground, Ranked } from './rank.js';

/** One sentence for each ground, the weightiest first. */
export function whyOf({ grounds }: Ranked): string {
  const parts = ORDER.flatMap((kind) => grounds.filter((g) => g.kind === kind)).map(words);
  return `${[...new Set(parts)].join('; ')}.`;
}

const ORDER: readonly Ground['kind'][] = ['code', 'text', 'operation', 'words', 'status', 'service'];

function words(ground: Ground): string {
  switch (ground.kind) {
    case 'code':
      return t('the code {0} is one this scenario answers with', ground.code);
    case 'text':
      return t('the text says "{0}"', ground.text);
    case 'operation':
      return ground.certain
        ? t('the operation is {0}', ground.operation)
        : t('the path is that of {0}, though the method is not told', ground.operation);
    case 'words':
      return t('words around the error belong to it');
    case 'status':
      return t('the status is {0}', ground.status);
    case 'service':
      return t('the error comes from this service');
  }
}
