/** What recognising the operations of a file needs. */
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Roles } from './roles.js';

/** What recognising a call asks: what values can be, and which roles they have. */
export interface Recognition {
  ev: Evaluator;
  roles: Roles;
}
