/** What recognising the operations of a file needs. */
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Roles } from './roles.js';

export interface Recognition {
  ev: Evaluator;
  roles: Roles;
}
