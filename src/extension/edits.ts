/** The editor's change events in the form the parser wants. */
import type * as vscode from 'vscode';
import type { TextEdit } from '../analysis/languages/grammars.js';

/** The part of a change event's entry that is read. */
export type Change = Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'rangeOffset' | 'rangeLength' | 'text'>;

/**
 * One event's changes as edits to be applied one after another. Their positions all refer to the text before the event;
 * from the end of the text towards its start they stay true while the others are applied.
 */
export function toTextEdits(changes: readonly Change[]): TextEdit[] {
  return [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset).map(toTextEdit);
}

function toTextEdit(change: Change): TextEdit {
  const { start, end } = change.range;
  const lines = change.text.split('\n');
  const last = lines.at(-1) ?? '';
  return {
    start: change.rangeOffset,
    oldEnd: change.rangeOffset + change.rangeLength,
    newEnd: change.rangeOffset + change.text.length,
    startPosition: { row: start.line, column: start.character },
    oldEndPosition: { row: end.line, column: end.character },
    newEndPosition: {
      row: start.line + lines.length - 1,
      column: lines.length === 1 ? start.character + last.length : last.length,
    },
  };
}

/** By how much the changes make the text longer. */
export function growth(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + change.text.length - change.rangeLength, 0);
}
