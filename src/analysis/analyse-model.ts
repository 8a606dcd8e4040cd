/** The passes over one code model, whoever made it: names, values, operations, handling, verdicts. */
import { BoundFile } from './bind/file.js';
import type { FileModel, Range } from './code-model.js';
import { Evaluator } from './evaluate/evaluate.js';
import type { LanguageTraits } from './languages/language.js';
import type { Candidate } from './operations/operation.js';
import { recognise } from './operations/recognise.js';
import type { Recognition } from './operations/recognition.js';
import { Roles } from './operations/roles.js';
import type { Sdk } from './operations/sdk.js';
import type { OwnNames } from './project/own-names.js';
import { type Neighbours, Project } from './project/project.js';
import { type Judgement, judge } from './verdict/judge.js';
import { type Taught, teachable } from './verdict/teach.js';

/** A code model and what is needed to judge it. */
export interface ModelInput {
  /** Path with forward slashes. */
  file: string;
  text: string;
  model: FileModel;
  /** How errors travel in the language of the model. */
  traits: LanguageTraits;
  /** The client libraries to know. */
  sdks: Sdk[];
  neighbours: Neighbours;
  /** What the configuration says of the project's own code. */
  own?: OwnNames;
  /** Also find out what the project could say about each marked call. */
  teach?: boolean;
  /** When to give up, on the clock of `performance.now()`, in milliseconds. */
  deadline?: number;
}

/** A call that is a site, with what was found of it. */
export interface Found {
  candidate: Candidate;
  judgement: Judgement;
  statement: Range;
  /** Answers what values can be, for this file and its neighbours. */
  ev: Evaluator;
  teach?: Taught;
}

/** A model made ready for questions: its names bound, and what is asked to recognise calls in it. */
export function openModel(input: ModelInput): { bound: BoundFile; rx: Recognition } {
  const bound = new BoundFile(input.file, input.text, input.model, input.traits);
  const ev = new Evaluator(new Project(input.neighbours, input.own), input.deadline);
  return { bound, rx: { ev, roles: new Roles(ev, input.sdks) } };
}

/** The calls of a model that are sites, in source order. */
export function analyseModel(input: ModelInput): Found[] {
  const { bound, rx } = openModel(input);
  return recognise(rx, bound).flatMap((candidate) => {
    const judgement = judge(rx.ev, candidate);
    if (!judgement) return [];
    const statement = bound.statementOf(candidate.cell.val)?.range ?? candidate.cell.val.range;
    const teach = input.teach ? teachable(rx, candidate, judgement) : undefined;
    return [{ candidate, judgement, statement, ev: rx.ev, ...(teach ? { teach } : {}) }];
  });
}
