/** The suites that run in the editor, in this order. Each defines its tests when called. */
import { activation } from './activation.js';
import { diagnostics } from './diagnostics.js';
import { documents } from './documents.js';
import { settings } from './settings.js';

export const suites: readonly (() => void)[] = [activation, diagnostics, documents, settings];
