/** Asks why a conflict may stay unhandled. */
import * as vscode from 'vscode';
import { reasonFault, reasonFaultText } from '../../analysis/ignore-reason.js';
import { t } from '../../l10n/t.js';

/** @returns the reason, or undefined where the question was dismissed */
export async function askReason(rule?: string): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title: rule === undefined ? t('Ignore here, because …') : t('Ignore {0} here, because …', rule),
    prompt: t('The reason stands in the comment, for whoever reads the code after you.'),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const fault = reasonFault(text);
      return fault && reasonFaultText(fault, text, t);
    },
  });
  // Pasted line breaks would end the comment.
  return reason === undefined || reasonFault(reason) !== undefined ? undefined : reason.trim().replace(/\s+/g, ' ');
}
