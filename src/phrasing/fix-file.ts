/** Applies fixes to a whole file, one call after another, each proven before the next. */
import { type Engine, isOpen, type ReadNeighbour } from '../analysis/engine.js';
import type { FixId, Offer, Site } from '../analysis/findings.js';
import { computeFix } from './fixer.js';
import type { TextEdit } from './phrasing.js';

/** Which fixes are wanted. */
export interface FixChoice {
  /** This one only, where it is offered; otherwise the first one of each finding that cures. */
  fix?: FixId | undefined;
  /** Also those that need a decision of the user's. */
  unsafe: boolean;
  /** The path of the file that helpers are to live in, which may be new; left out, they stand in the file of the call. */
  helper?: string | undefined;
  /** Which findings are wanted at all. */
  wants(site: Site): boolean;
}

/** A file after its fixes. */
export interface FixedFile {
  text: string;
  /** The file of the helpers, if it was changed or made. */
  helper?: { path: string; text: string };
  applied: { site: Site; offer: Offer }[];
  /** Wanted findings that stay as they are. `unsafe`: a fix is there and needs a decision; `failed`: it did not prove. */
  left: { site: Site; why: 'none' | 'unsafe' | 'failed' }[];
}

/** Fixes a file. Parameters as for `Engine.analyse`. Nothing is applied that is not judged handled afterwards. */
export async function fixFile(
  engine: Engine,
  file: string,
  text: string,
  read: ReadNeighbour,
  choice: FixChoice,
): Promise<FixedFile> {
  const { sites } = await engine.analyse(file, text, read);
  const out: FixedFile = { text, applied: [], left: [] };
  const readNow: ReadNeighbour = (path) => (path === out.helper?.path ? out.helper.text : read(path));
  const wanted = sites.filter((site) => isOpen(site) && site.ignored === undefined && choice.wants(site));
  // From the end towards the start: what a fix inserts stands behind its call, but for what it imports.
  let imported = 0;
  for (const site of wanted.reverse()) {
    const offer = choose(site, choice);
    if (typeof offer === 'string') {
      out.left.unshift({ site, why: offer });
      continue;
    }
    const fixed = await computeFix(
      engine,
      file,
      out.text,
      readNow,
      { ...site, line: site.line + imported },
      offer.fix,
      undefined,
      choice.helper,
    );
    // Handled by the fix of another step of the same batch.
    if (!fixed) continue;
    if (!fixed.cured) {
      out.left.unshift({ site, why: 'failed' });
      continue;
    }
    imported += linesAbove(out.text, fixed.edits, site.line + imported);
    out.text = fixed.text;
    if (fixed.home) out.helper = fixed.home;
    out.applied.unshift({ site, offer });
  }
  return out;
}

/** How many lines the imports of a fix add: they stand above every call of the file. */
function linesAbove(text: string, edits: readonly TextEdit[], line: number): number {
  const start = text.split('\n', line - 1).join('\n').length;
  const inserted = edits.filter((edit) => edit.start === edit.end && edit.end <= start);
  return inserted.reduce((sum, edit) => sum + edit.text.split('\n').length - 1, 0);
}

function choose(site: Site, { fix, unsafe }: FixChoice): Offer | 'none' | 'unsafe' {
  const offers = (site.offers ?? []).filter((offer) => offer.cures);
  const offer = fix === undefined ? offers[0] : offers.find((one) => one.fix === fix);
  if (!offer) return 'none';
  return offer.safe || unsafe ? offer : 'unsafe';
}
