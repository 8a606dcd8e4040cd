/** The marks: one collection of diagnostics, and this class is the only one that writes to it. */
import * as vscode from 'vscode';
import type { Results } from './results.js';
import { toDiagnostics } from './to-diagnostic.js';

export class Marks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('guard409');
  private readonly subscription: vscode.Disposable;

  constructor(private readonly results: Results) {
    this.subscription = results.onDidChange((uris) => this.write(uris));
  }

  dispose(): void {
    this.subscription.dispose();
    this.collection.dispose();
  }

  private write(uris: readonly vscode.Uri[]): void {
    // All at once: a scan hands on hundreds of files, most of them without a mark.
    this.collection.set(
      uris.map((uri) => {
        const entry = this.results.get(uri);
        return [uri, entry && toDiagnostics(entry.result, uri)];
      }),
    );
  }
}
