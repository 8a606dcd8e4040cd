/** A file system in memory. */
import * as vscode from 'vscode';

interface File {
  bytes: Uint8Array;
  ctime: number;
  mtime: number;
}

const { FileChangeType, FileSystemError, FileType } = vscode;

/** Files by path. A folder is there as long as something is in it, or since it was made. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, File>();
  private readonly folders = new Set<string>(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  /** Adds a file without telling anybody. */
  put(path: string, text: string): void {
    this.store(path, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.files.get(uri.path);
    if (file) return { type: FileType.File, ctime: file.ctime, mtime: file.mtime, size: file.bytes.byteLength };
    if (this.folders.has(folderPath(uri))) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const folder = folderPath(uri);
    if (!this.folders.has(folder)) throw FileSystemError.FileNotFound(uri);
    const inside = (path: string) => path !== folder && parentOf(path) === folder;
    return [
      ...[...this.folders].filter(inside).map((path): [string, vscode.FileType] => [nameOf(path), FileType.Directory]),
      ...[...this.files.keys()].filter(inside).map((path): [string, vscode.FileType] => [nameOf(path), FileType.File]),
    ];
  }

  createDirectory(uri: vscode.Uri): void {
    this.addFolder(folderPath(uri));
    this.changed.fire([{ type: FileChangeType.Created, uri }]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array, options: { create: boolean; overwrite: boolean }): void {
    const there = this.files.has(uri.path);
    if (there && options.create && !options.overwrite) throw FileSystemError.FileExists(uri);
    if (!there && !options.create) throw FileSystemError.FileNotFound(uri);
    this.store(uri.path, bytes);
    this.changed.fire([{ type: there ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  delete(uri: vscode.Uri): void {
    const below = `${folderPath(uri)}/`;
    const gone = [...this.files.keys(), ...this.folders].filter((path) => path === uri.path || path.startsWith(below));
    if (gone.length === 0) throw FileSystemError.FileNotFound(uri);
    for (const path of gone) {
      this.files.delete(path);
      this.folders.delete(path);
    }
    this.changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): void {
    if (!options.overwrite && this.files.has(to.path)) throw FileSystemError.FileExists(to);
    const below = `${folderPath(from)}/`;
    for (const [path, file] of [...this.files]) {
      if (path !== from.path && !path.startsWith(below)) continue;
      this.files.delete(path);
      this.store(to.path + path.slice(from.path.length), file.bytes);
    }
    this.changed.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  private store(path: string, bytes: Uint8Array): void {
    const now = Date.now();
    this.files.set(path, { bytes, ctime: this.files.get(path)?.ctime ?? now, mtime: now });
    this.addFolder(parentOf(path));
  }

  private addFolder(path: string): void {
    for (let folder = path; !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
  }
}

/** The path of a folder, without a slash at its end. */
function folderPath(uri: vscode.Uri): string {
  return uri.path.length > 1 ? uri.path.replace(/\/$/, '') : '/';
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
