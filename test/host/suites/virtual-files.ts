/** Files of a file system that an extension provides, as remote repositories are. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { MemoryFiles } from '../virtual-workspace/memory-files.js';
import { closeAll, eventually, fixture, marksWhen, show } from './support.js';

const scheme = 'vscode-vfs';

/** Takes note of what is read. */
class WatchedFiles extends MemoryFiles {
  readonly reads = new Set<string>();

  override readFile(uri: vscode.Uri): Uint8Array {
    this.reads.add(uri.path);
    return super.readFile(uri);
  }
}

/** A call whose client is known from the file beside it, in a repository of its own for each test. */
async function repository(name: string): Promise<WatchedFiles> {
  const files = new WatchedFiles();
  for (const file of ['staff.ts', 'graph-client.ts']) {
    files.put(`/${name}/${file}`, new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture(file))));
  }
  return files;
}

export function virtualFiles(): void {
  describe('virtual files', () => {
    let provider: vscode.Disposable | undefined;
    afterEach(closeAll);

    for (const [title, isReadonly] of [
      ['that can be written', false],
      ['that can only be read', true],
    ] as const)
      it(`are marked, with the files beside them read where they are (${title})`, async () => {
        const name = isReadonly ? 'fixed' : 'open';
        const files = await repository(name);
        // The last one stays: for a while the editor goes on looking for what it has closed.
        provider?.dispose();
        provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly });
        const isWritable = () => vscode.workspace.fs.isWritableFileSystem(scheme);
        await eventually('the file system', () => isWritable() === !isReadonly);
        const uri = vscode.Uri.from({ scheme, authority: 'tests', path: `/${name}/staff.ts` });
        await show(uri);
        const [mark] = await marksWhen(uri, 'a mark', (found) => found.length === 1);
        // Where nothing told what client it is, the mark would be one level lower.
        assert.equal(mark?.severity, vscode.DiagnosticSeverity.Warning);
        assert.ok(files.reads.has(`/${name}/graph-client.ts`));
      });
  });
}
