/**
 * "Why is this (not) marked?" for one place of one text. Asked for by people, so it may take its time: the file is
 * analysed as always, and then the passes are asked again about the one call.
 */
import { openModel } from '../analyse-model.js';
import type { FileModel } from '../code-model.js';
import type { Engine, ReadNeighbour } from '../engine.js';
import { AnalysisTimeout } from '../evaluate/evaluate.js';
import type { FileResult, WhySkipped } from '../findings.js';
import { ParseTimeout } from '../languages/grammars.js';
import { type Language, languageOf } from '../languages/index.js';
import { isTooLarge } from '../limits.js';
import { nameRange } from '../operations/operation.js';
import { recognise } from '../operations/recognise.js';
import { calleeName } from '../operations/request.js';
import { sdks } from '../operations/sdks/index.js';
import { Lines } from '../position.js';
import type { NeighbourFiles } from '../project/neighbour-files.js';
import { ownNames } from '../project/own-names.js';
import { judge } from '../verdict/judge.js';
import type { Part, Why } from './answer.js';
import { unknownCall, unmarkedOperation } from './call-answer.js';
import { noService, skippedPart, unknownLanguage } from './file-answer.js';
import { Inspection } from './inspection.js';
import { locate, type Spot } from './locate.js';
import { siteAnswer } from './site-rows.js';

/** What is asked. */
export interface WhyQuestion {
  engine: Engine;
  /** As for `Engine.analyse`. */
  file: string;
  text: string;
  /** 0-based, in UTF-16 code units; one outside the text counts as its nearest end. */
  offset: number;
  /** The whole line of the offset is meant, not the place in it. */
  wholeLine?: boolean;
  read: ReadNeighbour;
  /** The host leaves the file out, for this reason. */
  skipped?: WhySkipped | undefined;
}

/** Longest time for the questions about one call, in milliseconds: somebody waits for it. */
const PATIENCE_MS = 5000;

/** Answers. Never throws and never rejects, whatever the text. */
export async function why(question: WhyQuestion): Promise<Why> {
  const { engine, file, text } = question;
  const { t } = engine;
  const offset = Math.min(Math.max(0, Math.trunc(question.offset) || 0), text.length);
  const spot: Spot = { offset, line: lineAround(text, offset), wholeLine: question.wholeLine === true };
  const place = new Lines(text).at(offset);
  const whole = (part: Part): Why => ({ file, ...place, outcome: 'file', ...part });
  if (question.skipped) return whole(skippedPart(question.skipped, t));
  const language = languageOf(file);
  if (!language) return whole(unknownLanguage(t));
  if (isTooLarge(text)) return whole(skippedPart('too-large', t));
  if (!engine.maybe(file, text))
    return whole(noService(language.id, text, wordAt(text, offset), engine.config.httpClients, t));
  try {
    await engine.grammars.ensure(language.grammars);
    const options = { grammars: engine.grammars, limitMs: engine.budgetMs };
    const { model } = await engine.run(() => language.read(text, options));
    const result = await engine.judgeModel(file, text, language, model, question.read);
    const ask = (neighbours: NeighbourFiles) => inspect(question, language, model, result, neighbours, spot);
    const answer = await engine.withNeighbours(question.read, ask);
    return answer ? { file, ...place, ...answer } : whole(skippedPart('failed', t));
  } catch (error) {
    if (error instanceof ParseTimeout || error instanceof AnalysisTimeout)
      return whole(skippedPart('timeout', t, engine.budgetMs));
    return whole(skippedPart('failed', t, error instanceof Error ? error.message : String(error)));
  }
}

function inspect(
  { engine, file, text }: WhyQuestion,
  { traits }: Language,
  model: FileModel,
  result: FileResult,
  neighbours: NeighbourFiles,
  spot: Spot,
): Omit<Why, 'file' | 'line' | 'column'> {
  const { t } = engine;
  const own = ownNames(engine.config)(file);
  const deadline = performance.now() + PATIENCE_MS;
  const { bound, rx } = openModel({ file, text, model, traits, sdks, neighbours, own, deadline });
  const found = recognise(rx, bound).map((candidate) => ({ candidate, judgement: judge(rx.ev, candidate) }));
  rx.ev.ask();
  const x = new Inspection(bound, rx, found, t);
  const located = locate(x, spot);
  if (!located) return { outcome: 'nowhere', ...noCall(x, spot, result) };
  const val = 'found' in located ? located.found.candidate.cell.val : located.call;
  const name = 'found' in located ? located.found.candidate.name : nameRange(val);
  const call = {
    name: val.v === 'member' ? val.name : calleeName(val) || x.written(name),
    place: x.place({ file: bound, range: name }),
  };
  if (!('found' in located)) {
    const damaged = damagedAt(x, spot);
    return { outcome: 'call', call, ...(damaged ?? unknownCall(x, val)) };
  }
  const { candidate, judgement } = located.found;
  const site = result.sites.find((s) => s.line === call.place.line && s.column === call.place.column);
  if (!site) return { outcome: 'call', call, ...unmarkedOperation(x, located.found) };
  return { ...siteAnswer(x, site, candidate, judgement, engine.config), call, site };
}

/** Nothing is called there. The file's sites are listed, for somebody who looks for one of them. */
function noCall(x: Inspection, spot: Spot, result: FileResult): Part {
  const { t } = x;
  const damaged = damagedAt(x, spot);
  if (damaged) return damaged;
  const rows: Part['rows'] = result.sites.slice(0, 10).map((site) => {
    const { file, line, column, endLine, endColumn } = site;
    const place = { file, line, column, endLine, endColumn };
    return { id: 'source', label: t('Recognised in this file'), text: `${site.operation}: ${site.verdict}`, place };
  });
  return { missing: 'no-call', title: t('Nothing is called here.'), rows };
}

function damagedAt(x: Inspection, { offset }: Spot): Part | undefined {
  const { t } = x;
  const range = x.file.model.damaged.find((d) => d.end > d.start && d.start <= offset && offset <= d.end);
  if (!range) return undefined;
  const place = x.place({ file: x.file, range });
  return {
    missing: 'damaged',
    title: t('Not judged: this part could not be read, since its syntax is broken or not known.'),
    rows: [{ id: 'missing', label: t('Unreadable'), text: x.written(range), place }],
  };
}

function lineAround(text: string, offset: number): { start: number; end: number } {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const rest = /[\r\n]/.exec(text.slice(offset));
  return { start, end: rest ? offset + rest.index : text.length };
}

function wordAt(text: string, offset: number): string {
  const head = /[\w$]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const tail = /^[\w$]*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  return head + tail;
}
