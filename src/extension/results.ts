/**
 * What is known of every file: the newest result of each open document, and under it that of the last scan. Marks, tree,
 * hover, status and quick fixes read from here; nothing else keeps results.
 */
import * as vscode from 'vscode';
import type { FileResult } from '../analysis/findings.js';
import { isInside } from './inside.js';

/** A file's result and where it comes from. */
export interface Entry {
  uri: vscode.Uri;
  result: FileResult;
  /** Version of the open document the result was made for; undefined where it comes from a scan. */
  version: number | undefined;
}

export class Results implements vscode.Disposable {
  private readonly live = new Map<string, Entry>();
  private readonly scanned = new Map<string, Entry>();
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[]>();

  /** Fires with the files whose result is another one now, or is gone. */
  readonly onDidChange = this.changed.event;

  private readonly doubted = new vscode.EventEmitter<vscode.Uri>();

  /** Fires with a file whose scanned result has to be made again: it may be that of a text which was given up. */
  readonly onDidDoubt = this.doubted.event;

  /** The result that holds for a file: that of its open document before that of the last scan. */
  get(uri: vscode.Uri): Entry | undefined {
    const key = uri.toString();
    return this.live.get(key) ?? this.scanned.get(key);
  }

  /** The result of an open document, if it was made for the text as it is now: only then its places are true. */
  current(document: vscode.TextDocument): FileResult | undefined {
    const entry = this.live.get(document.uri.toString());
    return entry?.version === document.version ? entry.result : undefined;
  }

  /** Every file's entry, open documents before those known from the scan alone. */
  entries(): Entry[] {
    const closed = [...this.scanned].filter(([key]) => !this.live.has(key)).map(([, entry]) => entry);
    return [...this.live.values(), ...closed];
  }

  /** Takes the result of an open document, made for the given version of it. */
  setLive(document: vscode.TextDocument, version: number, result: FileResult): void {
    this.live.set(document.uri.toString(), { uri: document.uri, result, version });
    this.changed.fire([document.uri]);
  }

  /**
   * A document was closed: the file goes back to what the scan knows. Where the scan covered it, what was seen last is the
   * scan's newer view of it, unless that was never saved: then what the scan knows may be of no text there ever was.
   */
  closeLive(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const entry = this.live.get(key);
    if (!entry) return;
    this.live.delete(key);
    const isScanned = this.scanned.has(key);
    const isSaved = !document.isDirty && entry.version === document.version;
    if (isScanned && isSaved) this.scanned.set(key, { ...entry, version: undefined });
    this.changed.fire([document.uri]);
    if (isScanned && !isSaved) this.doubted.fire(document.uri);
  }

  /** Takes results of a scan, in place of what the scan knew of these files. */
  setScanned(results: readonly { uri: vscode.Uri; result: FileResult }[]): void {
    for (const { uri, result } of results) this.scanned.set(uri.toString(), { uri, result, version: undefined });
    this.changed.fire(results.map(({ uri }) => uri));
  }

  /** Forgets what scans know, of every file or of those for which `keep` is false. */
  clearScanned(keep: (uri: vscode.Uri) => boolean = () => false): void {
    const gone = [...this.scanned.values()].map(({ uri }) => uri).filter((uri) => !keep(uri));
    for (const uri of gone) this.scanned.delete(uri.toString());
    if (gone.length > 0) this.changed.fire(gone);
  }

  /** True for a file of which the result of a scan is kept. */
  isScanned(uri: vscode.Uri): boolean {
    return this.scanned.has(uri.toString());
  }

  /** A file, or a folder with everything in it, is gone. */
  forget(uri: vscode.Uri): void {
    const gone = this.entries()
      .map((entry) => entry.uri)
      .filter((file) => isInside(file, uri));
    for (const file of gone) {
      this.live.delete(file.toString());
      this.scanned.delete(file.toString());
    }
    if (gone.length > 0) this.changed.fire(gone);
  }

  dispose(): void {
    this.changed.dispose();
    this.doubted.dispose();
    this.live.clear();
    this.scanned.clear();
  }
}
