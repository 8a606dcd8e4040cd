/** The catalog as plain data: `guard409 rules --format json`. */
import { omissions } from './coverage.js';
import { scenarios } from './index.js';
import type { Scenario } from './types.js';

export interface RulesJson {
  version: 1;
  /** `marks` is false where the scenario is explained and never marked. `records` are ids of the conflict reference. */
  scenarios: (Scenario & { marks: boolean })[];
  /** Records of the reference that no scenario covers, with the reason. */
  omissions: { record: string; reason: string }[];
}

/** Everything the catalog knows, ready for `JSON.stringify`. */
export function rulesJson(): RulesJson {
  return {
    version: 1,
    scenarios: scenarios.map((s) => ({ ...s, marks: s.operations.some((r) => r.marks) })),
    omissions: omissions(),
  };
}
