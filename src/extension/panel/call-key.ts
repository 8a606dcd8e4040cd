/** The place of a call as the panel keeps it. */
import type * as vscode from 'vscode';
import type { Site } from '../../analysis/findings.js';
import type { CallKey } from '../../panel/protocol.js';

export function callKey(uri: vscode.Uri, { line, column }: Pick<Site, 'line' | 'column'>): CallKey {
  return { uri: uri.toString(), line, column };
}
