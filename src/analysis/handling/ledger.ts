/** The record of one way of a failure: places passed, and what is to be said in the end. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Stmt, Val } from '../code-model.js';
import type { Fate, Note } from './fate.js';
import type { End, Simulation } from './simulate.js';

const MAX_STEPS = 240;

/** What was seen while a failure is followed. */
export class Ledger {
  private steps = 0;
  private readonly seen = new Set<string>();
  readonly notes: Note[] = [];
  /** The failure was handed to code that cannot be seen, or a predicate was believed by its name. */
  unseen = false;
  /** A place told the conflict apart and passed it on unchanged. */
  observed = false;
  /** Starts of the statements run for the conflict before it was passed on. */
  did: Set<string> | undefined;
  /** A promise left a `try` without being waited for: its handlers were passed by. */
  passedBy = false;
  /** A handler on the way treated it like any other failure and raised it again. */
  alike = false;

  /**
   * The conflict is told apart at a place; whether by a loop that does the same again.
   *
   * @param gives it can also go past the handler, so that the loop comes to an end
   */
  handled(
    file: BoundFile,
    range: { start: number; end: number },
    ends: End[],
    stmt: Stmt | undefined,
    gives = false,
  ): Fate {
    const again = ends.filter((e) => e.kind === 'again');
    const fate: Fate = {
      told: true,
      reason: 'told-apart',
      notes: this.notes,
      unseen: this.unseen,
      at: { file, range, message: t('the conflict is told apart here') },
      did: new Set(ends.flatMap((e) => e.state.trace)),
    };
    if (again.length && stmt) {
      const settled = ends.some((e) => e.kind === 'return' || e.kind === 'end' || (e.kind === 'raise' && !e.same));
      const loop = again[0]?.loop;
      // `for (;;)` and `while (true)` have no end of their own.
      const counted = loop?.s === 'loop' && loop.test !== undefined && !isTrue(loop.test);
      const each = loop?.s === 'loop' && loop.form === 'each';
      if (!each && !settled) fate.retry = { loop, bounded: counted || gives || ends.some((e) => e.kind === 'raise') };
    }
    return fate;
  }

  /** Nothing told it apart: why, as far as seen. */
  unhandled(reason: Fate['reason']): Fate {
    return {
      told: false,
      reason:
        this.observed && (reason === 'no-handler' || reason === 'not-told-apart')
          ? 'observed-only'
          : this.alike && reason === 'no-handler'
            ? 'not-told-apart'
            : reason,
      notes: this.notes,
      unseen: this.unseen,
      passedBy: this.passedBy,
      ...(this.did ? { did: this.did } : {}),
    };
  }

  /** Keeps a place on the way, once. */
  note(file: BoundFile, range: { start: number; end: number }, message: string): void {
    if (this.notes.length < 12 && !this.notes.some((n) => n.range.start === range.start && n.file === file))
      this.notes.push({ file, range, message });
  }

  /** Takes over what runs in thought could not see. */
  absorb(sims: Simulation[]): void {
    for (const s of sims) if (s.handedTo.size || s.believed.size) this.unseen = true;
  }

  /** False where this was asked before or too much was asked: the way ends. */
  enter(kind: string, node: Node, file: BoundFile): boolean {
    const key = `${kind}:${file.path}:${node.range.start}:${node.range.end}:${'v' in node ? node.v : 's' in node ? node.s : ''}`;
    if (this.seen.has(key) || ++this.steps > MAX_STEPS) return false;
    this.seen.add(key);
    return true;
  }
}

function isTrue(v: Val): boolean {
  return v.v === 'lit' && v.value === true;
}
