/** The mutators for PowerShell: what scripts get wrong about errors that may not even end the statement. */
import {
  NO_HANDLER,
  NON_TERMINATING,
  NOT_TOLD_APART,
  PASSES_ON,
  REPORTS,
  REPORTS_ALL,
  SWALLOWS,
  SWALLOWS_SILENTLY,
  WRONG_PROPERTY,
  WRONG_STATUS_OR_PARTIAL,
  WRONG_TYPE,
} from '../expected.js';
import type { Edit, Expected, Mutant } from '../types.js';
import { blockAfter, branches, type ScriptMutator, type ScriptSubject } from './subject.js';

/** Words by which a conflict is told, each with one that tells of something else. */
const WORDS: readonly [RegExp, string][] = [
  [/\b4(?:09|12)\b/g, '404'],
  [/\b(?:Object)?Conflict\b/g, 'NotFound'],
  [/\bPreconditionFailed\b/g, 'NotFound'],
  [/(?:name )?already exist\w*(?: for)?/gi, 'was not found'],
  [/references already\w*/gi, 'was not found'],
  [/Request_MultipleObjectsWithSameKeyValue/g, 'Request_ResourceNotFound'],
  [/NameAlreadyExists|already existed|duplicate|already in use/gi, 'NotFound'],
];
/** The words that are statuses, and the other status. */
const STATUSES: readonly [RegExp, string][] = [
  [/\b409\b/g, '412'],
  [/'Conflict'|"Conflict"/g, "'PreconditionFailed'"],
  [/::Conflict\b/g, '::PreconditionFailed'],
];

/** Changes of the words of the region that stand in code or texts, not in comments. */
function replaced({ text, region, file }: ScriptSubject, words: readonly [RegExp, string][]): Edit[] {
  const part = text.slice(region.start, region.end);
  const inComment = (at: number): boolean => file.model.comments.some((c) => c.range.start <= at && at < c.range.end);
  const found = words
    .flatMap(([pattern, by]) => [...part.matchAll(pattern)].map((m) => ({ m, by })))
    .map(({ m, by }): Edit => ({ start: region.start + m.index, end: region.start + m.index + m[0].length, text: by }))
    .filter((e) => !inComment(e.start))
    .sort((a, b) => a.start - b.start);
  // One word may be a part of another.
  return found.filter((e, i) => i === 0 || e.start >= (found[i - 1]?.end ?? 0));
}

const tells = (text: string): boolean =>
  WORDS.some(([pattern]) => new RegExp(pattern.source, pattern.flags).test(text));

const otherStatus: ScriptMutator = {
  id: 'other-status-script',
  title: 'the status or text of another failure is looked for',
  make(subject) {
    const edits = replaced(subject, WORDS);
    return edits.length > 0 ? [{ edits, expected: NOT_TOLD_APART }] : [];
  },
};

const wrongStatus: ScriptMutator = {
  id: 'wrong-status-script',
  title: '412 tested where 409 answers',
  make(subject) {
    const edits = replaced(subject, STATUSES);
    // Where words tell the conflict too, another number proves nothing.
    if (edits.length === 0 || edits.length !== replaced(subject, WORDS).length) return [];
    return subject.site.cause === 'duplicate' ? [{ edits, expected: WRONG_STATUS_OR_PARTIAL }] : [];
  },
};

const wrongProperty: ScriptMutator = {
  id: 'wrong-property-script',
  title: 'another member is tested',
  make(subject) {
    const { text, region, handling } = subject;
    if (!handling || replaced(subject, STATUSES).length !== replaced(subject, WORDS).length) return [];
    const edits = [...text.slice(region.start, region.end).matchAll(/(?<=\.)StatusCode\b(?:\.value__)?/gi)].map(
      (m): Edit => ({ start: region.start + m.index, end: region.start + m.index + m[0].length, text: 'Status' }),
    );
    return edits.length > 0 ? [{ edits, expected: WRONG_PROPERTY }] : [];
  },
};

const dropStop: ScriptMutator = {
  id: 'drop-stop-script',
  title: 'the error does not end the statement',
  make({ text, call, handling }) {
    const written = text.slice(call.range.start, call.range.end);
    const m = /\s-(?:ErrorAction|EA)[: ]\s*'?Stop'?/i.exec(written);
    // Without it the preference of the script decides.
    if (!m || !handling || /ErrorActionPreference|\*:ErrorAction|^Invoke-/im.test(written)) return [];
    if (/\$ErrorActionPreference\s*=\s*['"]?Stop|\*:ErrorAction/i.test(text)) return [];
    const start = call.range.start + m.index;
    return [{ edits: [{ start, end: start + m[0].length, text: '' }], expected: NON_TERMINATING }];
  },
};

/** What commands of modules and requests throw: either is looked for in the place of the other. */
const OF_COMMANDS = 'Microsoft.Graph.PowerShell.Runtime.RestException';
const OF_THE_WEB = 'System.Net.WebException';

const wrongType: ScriptMutator = {
  id: 'wrong-type-script',
  title: 'errors of another kind are taken',
  make({ text, at, handling }) {
    const [only, ...more] = handling?.handlers ?? [];
    const block = only && blockAfter(text, only.range.start);
    if (!only || !block || more.length > 0) return [];
    const type = /^(?!Invoke-)\w+-(?:Mg|PnP|Az)/i.test(text.slice(at)) ? OF_THE_WEB : OF_COMMANDS;
    return [{ edits: [{ ...only.range, end: block.start, text: `catch [${type}] ` }], expected: WRONG_TYPE }];
  },
};

const removeHandler: ScriptMutator = {
  id: 'remove-handler-script',
  title: 'the handler is taken away',
  make({ handling, region }) {
    if (!handling || handling.node.final) return [];
    const { start } = handling.node.range;
    return [
      {
        edits: [
          { start, end: start + 'try'.length, text: 'if ($true)' },
          { ...region, text: '' },
        ],
        expected: NO_HANDLER,
      },
    ];
  },
};

const moveOut: ScriptMutator = {
  id: 'move-out-of-try-script',
  title: 'the call stands before the try',
  make({ text, handling, call, file }) {
    const statement = handling?.node.body.find((s) => file.contains(s, call));
    if (!handling || !statement || handling.node.body[0] !== statement) return [];
    const block = blockAfter(text, handling.node.range.start);
    if (!block || statement.range.start < block.start) return [];
    const { end } = lineEnd(text, statement.range.end);
    return [
      {
        edits: [
          { start: handling.node.range.start, end: block.start + 1, text: '' },
          { start: end, end, text: '\ntry { ' },
        ],
        expected: NO_HANDLER,
      },
    ];
  },
};

/** The end of a statement with what is piped on and the comment behind it, or the block's end where that is nearer. */
function lineEnd(text: string, from: number): { end: number } {
  const rest = /^[^\n}]*/.exec(text.slice(from))?.[0] ?? '';
  return { end: from + rest.length };
}

/** The handlers become one for everything. */
function handlers(id: string, title: string, body: string, expected: readonly Expected[]): ScriptMutator {
  return {
    id,
    title,
    make({ handling, region, isLooped }): Mutant[] {
      if (!handling) return [];
      const right = isLooped && expected === SWALLOWS_SILENTLY ? SWALLOWS : expected;
      return [{ edits: [{ ...region, text: `catch { ${body} }` }], expected: right }];
    },
  };
}

/** The one branch of the handlers whose condition tells the conflict. */
function onlyBranch(
  subject: ScriptSubject,
): { condition: string; start: number; end: number; ifEnd: number } | undefined {
  if (subject.handling?.handlers.length !== 1) return undefined;
  const { text } = subject;
  const telling = branches(subject).filter((b) => tells(text.slice(b.test.range.start, b.test.range.end)));
  const [only, ...more] = telling;
  if (!only || more.length > 0) return undefined;
  // Only where it is written as such: a switch or a filter reads alike.
  const open = /\b(?:if|elseif)\s*\(\s*$/i.exec(text.slice(0, only.test.range.start));
  if (!open) return undefined;
  const { start, end } = only.test.range;
  const condition = text.slice(start, end);
  const told = replaced(subject, WORDS).length;
  const own = replaced({ ...subject, region: only.test.range }, WORDS).length;
  return told === own ? { condition, start, end, ifEnd: only.range.end } : undefined;
}

const always = (id: string, title: string, value: string): ScriptMutator => ({
  id,
  title,
  make(subject) {
    const branch = onlyBranch(subject);
    if (!branch) return [];
    return [{ edits: [{ start: branch.start, end: branch.end, text: value }], expected: NOT_TOLD_APART }];
  },
});

const logAndRethrow: ScriptMutator = {
  id: 'log-and-rethrow-script',
  title: 'the conflict is reported and thrown again unchanged',
  make(subject) {
    const branch = onlyBranch(subject);
    const block = branch && blockAfter(subject.text, branch.end);
    if (!branch || !block || /-n(?:e|otmatch|otlike|otin|otcontains)\b|-not\b|!/i.test(branch.condition)) return [];
    return [{ edits: [{ ...block, text: '{ Write-Warning $_; throw }' }], expected: REPORTS }];
  },
};

export const powershellMutators: readonly ScriptMutator[] = [
  otherStatus,
  wrongStatus,
  wrongProperty,
  wrongType,
  dropStop,
  removeHandler,
  moveOut,
  always('remove-test-script', 'what is done for conflicts is done for every error', '$true'),
  always('remove-branch-script', 'what is done for conflicts is never done', '$false'),
  logAndRethrow,
  handlers('swallow-all-script', 'every error is reported and ends here', 'Write-Host $_', SWALLOWS_SILENTLY),
  handlers('swallow-all-quietly-script', 'every error ends here without a word', '', SWALLOWS_SILENTLY),
  handlers('rethrow-all-script', 'every error is thrown again', 'throw', PASSES_ON),
  handlers(
    'log-and-rethrow-all-script',
    'every error is reported and thrown again',
    'Write-Host $_; throw',
    REPORTS_ALL,
  ),
];
