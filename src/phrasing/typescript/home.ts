/** Helpers in a file of their own, for TypeScript and JavaScript. */
import type { Subject } from '../../remedies/subject.js';
import type { Phrasing } from '../phrasing.js';

const ENDING = /\.([cm]?)([jt])sx?$/;

/** CommonJS: modules are required, and nothing is imported or exported by a statement. */
const isCommonJs = (text: string): boolean =>
  /\brequire\s*\(|\bmodule\.exports\b|^exports\./m.test(text) && !/^\s*(?:import|export)\b/m.test(text);

export const home: NonNullable<Phrasing['home']> = {
  /** Types are written in files of TypeScript only. */
  suits: (file, path) => ENDING.exec(file)?.[2] !== undefined && ENDING.exec(file)?.[2] === ENDING.exec(path)?.[2],
  fileName: (file) => `conflicts${(ENDING.exec(file)?.[0] ?? '.ts').replace(/x$/, '')}`,
  exported: (source, name, text, subject) =>
    isCommonJs(text.trim() === '' ? subject.text : text)
      ? `${source}\nmodule.exports.${name} = ${name};`
      : source.replace(/^(?=(?:async )?function )/m, 'export '),
  paths(file, module) {
    const path = joined(file.slice(0, file.lastIndexOf('/') + 1), module.replace(ENDING, ''));
    const [, kind = '', letter = 't'] = ENDING.exec(file) ?? [];
    return [`${path}.${kind}${letter}s`, ...(kind === '' ? [] : [`${path}.${letter}s`])];
  },
  module(subject, path) {
    const file = subject.candidate.cell.file.path;
    const { imports } = subject.candidate.cell.file.model;
    const relative = imports.filter((one) => one.relative);
    const wanted = between(file, path.replace(ENDING, ''));
    const there = relative.find(({ module }) => module.replace(ENDING, '') === wanted);
    return (
      there?.module ??
      wanted +
        endingFor(
          subject,
          path,
          relative.map(({ module }) => module),
        )
    );
  },
};

/** The ending that the file's own imports have; where it has none to go by, what its kind of module asks for. */
function endingFor({ text, candidate }: Subject, path: string, others: readonly string[]): string {
  const [, kind = '', letter = 't'] = ENDING.exec(path) ?? [];
  const compiled = `.${kind}js`;
  const [other] = others;
  if (other !== undefined) {
    const written = ENDING.exec(other);
    if (!written) return '';
    return written[2] === 't' ? `.${kind}ts` : compiled;
  }
  if (kind !== '') return compiled;
  return letter === 'j' && !isCommonJs(text) && candidate.cell.file.model.imports.length > 0 ? compiled : '';
}

/** The way from a file to another one, as modules are named. */
function between(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  const up = here.slice(same).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...there.slice(same)].join('/');
}

/** A relative way from a folder, which ends in a slash unless it is the first. */
function joined(folder: string, way: string): string {
  const out = folder.split('/').slice(0, -1);
  for (const step of way.split('/'))
    if (step === '..') out.pop();
    else if (step !== '.') out.push(step);
  return out.join('/');
}
