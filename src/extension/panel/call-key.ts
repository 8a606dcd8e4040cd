/** The place of a call as the panel keeps it, and as a part of an address. */
import type * as vscode from 'vscode';
import type { Site } from '../../analysis/findings.js';
import type { CallKey } from '../../panel/protocol.js';

export function callKey(uri: vscode.Uri, { line, column }: Pick<Site, 'line' | 'column'>): CallKey {
  return { uri: uri.toString(), line, column };
}

/**
 * The place as one part of a path, which stays what it is however often the path is decoded on its way: parts of the editor
 * differ in that. All that means something in addresses is written as `=` and two digits; the editor's own are ASCII.
 */
export function callText({ uri, line, column }: CallKey): string {
  const hex = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return `${uri.replace(/[^\w.-]/g, (char) => `=${hex(char)}`)}:${line}:${column}`;
}

/** The place that such a text means; undefined for any other text. */
export function readCall(text: string | undefined): CallKey | undefined {
  const [, uri, line, column] = /^(.+):(\d+):(\d+)$/.exec(text ?? '') ?? [];
  if (uri === undefined) return undefined;
  const plain = uri.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { uri: plain, line: Number(line), column: Number(column) };
}
