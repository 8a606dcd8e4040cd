/**
 * The registry: every scenario, by service and id. A scenario is added by one file in `scenarios/` and one line here; a test
 * checks that no file is left out.
 */
import { scenario as bookingsAppointmentOverlap } from './scenarios/bookings-appointment-overlap.js';
import { scenario as bookingsStaffMemberExists } from './scenarios/bookings-staff-member-exists.js';
import { scenario as cosmosContainerExists } from './scenarios/cosmos-container-exists.js';
import { scenario as cosmosDatabaseExists } from './scenarios/cosmos-database-exists.js';
import { scenario as cosmosItemIdExists } from './scenarios/cosmos-item-id-exists.js';
import { scenario as cosmosStaleEtag } from './scenarios/cosmos-stale-etag.js';
import { scenario as graphAppRoleAssignmentExists } from './scenarios/graph-app-role-assignment-exists.js';
import { scenario as graphApplicationExists } from './scenarios/graph-application-exists.js';
import { scenario as graphBatchHiddenConflict } from './scenarios/graph-batch-hidden-conflict.js';
import { scenario as graphChannelExists } from './scenarios/graph-channel-exists.js';
import { scenario as graphDriveNameExists } from './scenarios/graph-drive-name-exists.js';
import { scenario as graphGroupExists } from './scenarios/graph-group-exists.js';
import { scenario as graphMemberAlreadyAdded } from './scenarios/graph-member-already-added.js';
import { scenario as graphPermissionGrantExists } from './scenarios/graph-permission-grant-exists.js';
import { scenario as graphPlannerStaleEtag } from './scenarios/graph-planner-stale-etag.js';
import { scenario as graphServicePrincipalExists } from './scenarios/graph-service-principal-exists.js';
import { scenario as graphSubscriptionDuplicate } from './scenarios/graph-subscription-duplicate.js';
import { scenario as graphTeamExists } from './scenarios/graph-team-exists.js';
import { scenario as graphUserExists } from './scenarios/graph-user-exists.js';
import type { Scenario } from './types.js';

export const scenarios: Scenario[] = [
  bookingsAppointmentOverlap,
  bookingsStaffMemberExists,
  cosmosContainerExists,
  cosmosDatabaseExists,
  cosmosItemIdExists,
  cosmosStaleEtag,
  graphAppRoleAssignmentExists,
  graphApplicationExists,
  graphBatchHiddenConflict,
  graphChannelExists,
  graphDriveNameExists,
  graphGroupExists,
  graphMemberAlreadyAdded,
  graphPermissionGrantExists,
  graphPlannerStaleEtag,
  graphServicePrincipalExists,
  graphSubscriptionDuplicate,
  graphTeamExists,
  graphUserExists,
];

const byId = new Map(scenarios.map((s) => [s.id, s]));

/** The scenario with this id (`graph/subscription-duplicate`), or undefined. */
export function scenarioById(id: string): Scenario | undefined {
  return byId.get(id);
}

export type { Scenario } from './types.js';
