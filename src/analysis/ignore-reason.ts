/** What counts as a reason for leaving a conflict unhandled: one rule for comments that are read and for texts that are typed. */
import { t as globalT, type Translate } from '../l10n/t.js';

/** Why a text is no reason. */
export type ReasonFault = 'missing' | 'short' | 'placeholder';

/** Words that stand where a reason should. A text of these alone says nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'todo tbd tbc fixme fix xxx hack wip temp tmp later now soon skip',
    'reason reasons because why here your my me a an the this that it is add write explain something anything',
    'n na none null nil nothing unknown undefined whatever',
    'ignore ignored ignoring suppress suppressed disable disabled guard409 lint false positive fp wontfix',
    'ok okay yes no nope sure test testing foo bar baz blah lorem ipsum',
    'asdf asdfg asdfgh asd sdf dfg fgh qwer qwert qwerty qwertz azerty jkl hjkl yxcv zxcv abc abcd def',
  ]
    .join(' ')
    .split(' '),
);

/** Scripts in which one sign is a syllable or a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What is wrong with a reason; undefined where it can stand. */
export function reasonFault(reason: string): ReasonFault | undefined {
  if (reason.trim() === '') return 'missing';
  const words = reason.toLowerCase().match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? [];
  const letters = words.join('').match(/\p{L}/gu) ?? [];
  if (letters.length < (DENSE.test(reason) ? 2 : 3)) return 'short';
  const meaning = words.filter((word) => !PLACEHOLDERS.has(word) && !/^(.)\1*$/u.test(word) && word.length > 1);
  return meaning.length === 0 && !DENSE.test(reason) ? 'placeholder' : undefined;
}

/** The fault in a sentence, for whoever is typing the reason. */
export function reasonFaultText(fault: ReasonFault, reason: string, t: Translate = globalT): string {
  switch (fault) {
    case 'missing':
      return t('Say why the conflict may stay unhandled here.');
    case 'short':
      return t('A reason needs a word of at least three letters.');
    case 'placeholder':
      return t('"{0}" says nothing; say why the conflict may stay unhandled here.', reason.trim());
  }
}
