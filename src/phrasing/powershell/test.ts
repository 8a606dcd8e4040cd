/** How helpers in PowerShell tell a conflict apart, in Windows PowerShell 5.1 and in 7. */
import type { Subject } from '../../remedies/subject.js';
import type { Tell } from '../../remedies/tell.js';

/** A text as a literal. */
export const literal = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;

/**
 * An error that does not end the statement stays one: what was written before is written, and a script that goes on with the
 * next one still does.
 */
export const goesOn = ({ candidate }: Subject): boolean => candidate.channel === 'stream';

/** Lets the caught error out as it came. */
export const letOut = (subject: Subject): string => (goesOn(subject) ? 'Write-Error -ErrorRecord $_' : 'throw');

/** Where the status stands in the errors of clients nobody knows, which mostly hand on those of the language's own. */
const STATUS = 'Exception.Response.StatusCode';
/** Where the service's words stand: the code at the beginning of the id, the message, the body of the answer. */
const WORDS = '"$($_.FullyQualifiedErrorId) $($_.Exception.Message) $($_.ErrorDetails.Message)"';

/** The test that the error at hand is the conflict. */
export function isConflict({ candidate, tells }: Subject): string {
  const known = candidate.channel !== 'either' && candidate.sdk !== undefined;
  const status = known ? candidate.error?.status[0] : STATUS;
  // Without a status the words of all answers are looked for at once.
  if (status === undefined) return tells.length ? named(tells) : '';
  const parts = tells.flatMap((tell) => {
    const same = `[int]$_.${status} -eq ${tell.status}`;
    const bare = tell.codes.length + tell.texts.length === 0;
    if (known) return [bare ? same : `${same} -and ${named([tell])}`];
    // A function of the project's own may hand on the words alone.
    return bare ? [same, named([tell])] : [named([tell])];
  });
  return parts.length > 1 ? parts.map((p) => (p.includes(' -and ') ? `(${p})` : p)).join(' -or ') : (parts[0] ?? '');
}

/** The words of answers in the error at hand. */
function named(tells: Tell[]): string {
  const words = tells.flatMap(({ status, codes, texts }) => {
    const said = [...codes, ...texts].map(escaped);
    return said.length ? said : [`\\b${status}\\b`, NAMES[status] ?? 'Conflict'];
  });
  return `${WORDS} -match ${literal([...new Set(words)].join('|'))}`;
}

const NAMES: Readonly<Record<number, string>> = { 409: 'Conflict', 412: 'PreconditionFailed' };

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
