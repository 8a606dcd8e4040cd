/**
 * A cell of a notebook with the cells before it as one text, and the way back. The cell is the last part and begins a line,
 * so its columns stay what they are and its lines are all moved by the same number.
 */
import type { FileResult, Problem, ProblemFix, Site, TrailStep } from '../../analysis/findings.js';
import { Lines } from '../../analysis/position.js';

/** Between two cells: an empty line, so that a comment at the end of one does not speak of the next. */
const BETWEEN = '\n\n';

/** Several texts as one. */
export class Joined {
  readonly text: string;
  /** Where the last text begins: offset in UTF-16 code units, and how many lines stand before it. */
  readonly start: number;
  readonly linesBefore: number;
  /** 1-based first line of each text. */
  private readonly firstLines: number[];

  /** @param texts at least one; each ends its lines with LF or CRLF */
  constructor(texts: readonly string[]) {
    this.text = texts.join(BETWEEN);
    const lines = new Lines(this.text);
    let offset = 0;
    this.firstLines = texts.map((text) => {
      const { line } = lines.at(offset);
      offset += text.length + BETWEEN.length;
      return line;
    });
    this.start = this.text.length - (texts.at(-1)?.length ?? 0);
    this.linesBefore = (this.firstLines.at(-1) ?? 1) - 1;
  }

  /** Which of the texts a line (1-based) of the whole stands in, and which of its lines that is. */
  part(line: number): { index: number; line: number } {
    const index = Math.max(
      0,
      this.firstLines.findLastIndex((first) => first <= line),
    );
    return { index, line: line - (this.firstLines[index] ?? 1) + 1 };
  }

  /**
   * Edits of the whole as edits of the last text.
   *
   * @returns undefined where one of them reaches outside of it
   */
  editsOfLast<E extends { start: number; end: number }>(edits: readonly E[]): E[] | undefined {
    if (edits.some(({ start }) => start < this.start)) return undefined;
    return edits.map((edit) => ({ ...edit, start: edit.start - this.start, end: edit.end - this.start }));
  }

  /**
   * What a result for the whole says of the last text.
   *
   * @param nameOf names the places a trail passes outside of the last text: in the file of that name, or in the text with
   *   that index
   */
  resultOfLast(result: FileResult, nameOf: (place: string | number) => string): FileResult {
    const { unread = 0, ...rest } = result;
    const sites = result.sites.filter((site) => this.isInLast(site)).map((site) => this.site(site, nameOf));
    const problems = result.problems
      .filter((problem) => problem.line === undefined || problem.line > this.linesBefore)
      .map((problem) => this.problem(problem));
    const own = Math.min(unread, problems.length);
    return { ...rest, sites, problems, ...(own > 0 ? { unread: own } : {}) };
  }

  private isInLast({ line }: { line: number }): boolean {
    return line > this.linesBefore;
  }

  private moved<P extends { line: number; endLine: number }>(place: P): P {
    return { ...place, line: place.line - this.linesBefore, endLine: place.endLine - this.linesBefore };
  }

  private site(site: Site, nameOf: (place: string | number) => string): Site {
    const { teach, ...rest } = site;
    const trail = site.trail.map((step) => this.step(step, site.file, nameOf));
    // Where broken code joins two cells, a statement may begin in the one before.
    const own = teach && this.isInLast(teach) && { ...teach, line: teach.line - this.linesBefore };
    return { ...this.moved(rest), trail, ...(own ? { teach: own } : {}) };
  }

  private step(step: TrailStep, file: string, nameOf: (place: string | number) => string): TrailStep {
    if (step.file !== file) return { ...step, file: nameOf(step.file) };
    if (this.isInLast(step)) return this.moved(step);
    const { index, line } = this.part(step.line);
    return { ...step, file: nameOf(index), line, endLine: step.endLine - step.line + line };
  }

  private problem(problem: Problem): Problem {
    const { line, endLine, fixes } = problem;
    if (line === undefined) return problem;
    return {
      ...problem,
      line: line - this.linesBefore,
      ...(endLine === undefined ? {} : { endLine: endLine - this.linesBefore }),
      ...(fixes ? { fixes: fixes.filter((fix) => this.isInLast(fix)).map((fix): ProblemFix => this.moved(fix)) } : {}),
    };
  }
}
