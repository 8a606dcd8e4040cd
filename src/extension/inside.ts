/** Which files stand in which folders, by their addresses. */
import type * as vscode from 'vscode';

/** True for the file or folder itself and for everything in it. */
export function isInside(file: vscode.Uri, folder: vscode.Uri): boolean {
  if (file.scheme !== folder.scheme || file.authority !== folder.authority) return false;
  const base = folder.path.replace(/\/$/, '');
  return file.path === base || file.path.startsWith(`${base}/`);
}
