/** What a fixture of a hand-lowered snippet holds. It is plain JSON. */
import type { FileModel } from '../../../src/analysis/code-model.js';
import type { Reason, Verdict } from '../../../src/analysis/findings.js';

export interface HandLowered {
  name: string;
  language: string;
  /** The labelled site whose shape the snippet has: repository, path and line. */
  shapeOf: string;
  /** `trap`: what it looks like is not what it is. */
  kind: 'handled' | 'unhandled' | 'trap';
  source: string[];
  model: FileModel;
  /** All sites of the snippet in source order; `line` is 1-based. */
  sites: { line: number; operation: string; verdict: Verdict; reason: Reason; certainty?: 'certain' | 'likely' }[];
}

export type Draft = Omit<HandLowered, 'model' | 'source'> & { source: string; model: (source: string) => FileModel };
