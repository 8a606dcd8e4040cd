/** The passes over one code model, whoever made it: names, values, operations, handling, verdicts. */
import { BoundFile } from './bind/file.js';
import type { FileModel, Range } from './code-model.js';
import { Evaluator } from './evaluate/evaluate.js';
import type { LanguageTraits } from './languages/language.js';
import type { Candidate } from './operations/operation.js';
import { recognise } from './operations/recognise.js';
import { Roles } from './operations/roles.js';
import type { Sdk } from './operations/sdk.js';
import type { OwnNames } from './project/own-names.js';
import { type Neighbours, Project } from './project/project.js';
import { type Judgement, judge } from './verdict/judge.js';

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
  /** When to give up, on the clock of `performance.now()`, in milliseconds. */
  deadline?: number;
}

/** The calls of a model that are sites, in source order, with what was found of each. */
export function analyseModel(input: ModelInput): { candidate: Candidate; judgement: Judgement; statement: Range }[] {
  const bound = new BoundFile(input.file, input.text, input.model, input.traits);
  const ev = new Evaluator(new Project(input.neighbours, input.own), input.deadline);
  return recognise({ ev, roles: new Roles(ev, input.sdks) }, bound).flatMap((candidate) => {
    const judgement = judge(ev, candidate);
    if (!judgement) return [];
    const statement = bound.statementOf(candidate.cell.val)?.range ?? candidate.cell.val.range;
    return [{ candidate, judgement, statement }];
  });
}
