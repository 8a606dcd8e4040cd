/** Tools for agents in the editor. They read what is known and change nothing; where the editor has no such tools, none are offered. */
import * as vscode from 'vscode';
import { decodeAnswer, explainAnswer, unhandledAnswer } from '../../agents/answers.js';
import type { Results } from '../results.js';

/** What a tool answers to its input; anything at all may come in. */
type Answer = (input: Record<string, unknown>) => unknown;

/** Registers the tools the manifest contributes. */
export function registerTools(results: Results): vscode.Disposable {
  const tools: Readonly<Record<string, Answer>> = {
    guard409_explain: ({ rule }) => explainAnswer(typeof rule === 'string' ? rule : undefined),
    guard409_decode: ({ text }) =>
      typeof text === 'string' && text.trim() !== '' ? decodeAnswer(text) : { error: 'There is no text to decode.' },
    guard409_unhandled: ({ rule }) => unhandled(results, typeof rule === 'string' ? rule : undefined),
  };
  // Other editors build on the same interface without this part of it.
  const registerTool: typeof vscode.lm.registerTool | undefined = vscode.lm?.registerTool;
  if (registerTool === undefined) return vscode.Disposable.from();
  return vscode.Disposable.from(
    ...Object.entries(tools).map(([name, answer]) =>
      registerTool<Record<string, unknown>>(name, {
        invoke: ({ input }) => {
          const text = JSON.stringify(answer(input ?? {}), undefined, 1);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
        },
      }),
    ),
  );
}

function unhandled(results: Results, rule: string | undefined): unknown {
  const sites = results
    .entries()
    .flatMap(({ uri, result }) => result.sites.map((site) => ({ ...site, file: vscode.workspace.asRelativePath(uri) })))
    .filter((site) => rule === undefined || site.rule === rule || site.also.includes(rule));
  const isScanned = results.entries().some(({ uri }) => results.isScanned(uri));
  const note = 'Only open files are known. The command "409 Guard: Scan Workspace" reads the others too.';
  return unhandledAnswer(sites, isScanned ? [] : [note]);
}
