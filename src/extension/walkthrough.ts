/** "Get started": opens the walkthrough of the manifest. */
import * as vscode from 'vscode';

/** Id of the walkthrough in the manifest. */
const walkthrough = 'start';

/** Registers `guard409.openWalkthrough`. @param extensionId publisher and name, as the editor knows the extension */
export function registerWalkthrough(extensionId: string): vscode.Disposable {
  return vscode.commands.registerCommand('guard409.openWalkthrough', () =>
    vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#${walkthrough}`, false),
  );
}
