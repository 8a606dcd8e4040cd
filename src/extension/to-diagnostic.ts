/** Findings and problems as the editor shows them. */
import * as vscode from 'vscode';
import type { FileResult, Problem, Severity, Site, TrailStep } from '../analysis/findings.js';
import { isCell } from './notebook/cells.js';
import { callKey } from './panel/call-key.js';
import { explainUri } from './panel/explain-links.js';

/** Shown beside every mark. */
const diagnosticSource = 'guard409';

const severities: Readonly<Record<Exclude<Severity, 'none'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Everything of a result that has a place in the document. The trails may lead to other files of its file system. */
export function toDiagnostics(result: FileResult, uri: vscode.Uri): vscode.Diagnostic[] {
  const sites = result.sites.map((site) => siteDiagnostic(site, uri));
  const problems = result.problems.map(problemDiagnostic);
  return [...sites, ...problems].filter((diagnostic) => diagnostic !== undefined);
}

/** True for a call that shows a mark. */
export function isMarked(site: Site): site is Site & { severity: Exclude<Severity, 'none'> } {
  return site.severity !== 'none' && site.ignored === undefined;
}

function siteDiagnostic(site: Site, uri: vscode.Uri): vscode.Diagnostic | undefined {
  if (!isMarked(site)) return undefined;
  const diagnostic = new vscode.Diagnostic(toRange(site), site.message, severities[site.severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: site.rule, target: explainUri(site.rule, callKey(uri, site)) };
  diagnostic.relatedInformation = site.trail.map(
    (step) => new vscode.DiagnosticRelatedInformation(locationOf(step, site.file, uri), step.message),
  );
  return diagnostic;
}

/** An instruction that is wrong is marked from its place to its end, or that of the line. Problems of a whole file are not shown. */
function problemDiagnostic(problem: Problem): vscode.Diagnostic | undefined {
  const range = problemRange(problem);
  if (!range) return undefined;
  const diagnostic = new vscode.Diagnostic(range, problem.message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** Where a problem is marked; undefined for that of a whole file. */
export function problemRange(problem: Problem): vscode.Range | undefined {
  const { line, column = 1, endLine = line, endColumn = endOfLine } = problem;
  return line === undefined || endLine === undefined ? undefined : toRange({ line, column, endLine, endColumn });
}

function locationOf(step: TrailStep, file: string, uri: vscode.Uri): vscode.Location {
  const target = step.file === file ? uri : addressOf(step.file, uri);
  return new vscode.Location(target, toRange(step));
}

/** A trail that leaves a cell of a notebook names whole addresses: it leads to other cells, or to files beside the notebook. */
function addressOf(file: string, uri: vscode.Uri): vscode.Uri {
  return isCell({ uri }) ? vscode.Uri.parse(file, true) : uri.with({ path: file });
}

/** A column behind the end of every line: the editor shortens a mark to the line. */
const endOfLine = 10_000;

/** Findings count lines and columns from 1, the editor from 0. */
export function toRange(place: Pick<Site, 'line' | 'column' | 'endLine' | 'endColumn'>): vscode.Range {
  return new vscode.Range(place.line - 1, place.column - 1, place.endLine - 1, place.endColumn - 1);
}
