/** The suites that run in the editor. Each defines its tests when called. */
import { activation } from './activation.js';

export const suites: readonly (() => void)[] = [activation];
