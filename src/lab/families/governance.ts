/** Identity governance: access packages, their policies, approvals, reviews; protection policies of the backup. */
import type { Conflict, Family } from '../family.js';

const ENTITLEMENT = '/identityGovernance/entitlementManagement';
const REVIEW = '/identityGovernance/accessReviews/definitions/{}/instances';
const APPROVAL = `${ENTITLEMENT}/accessPackageAssignmentApprovals/{}`;

const policyExists: Conflict = {
  rule: 'graph/backup-policy-exists',
  record: 'graph-backup-policy-exists',
  status: 409,
  code: 'PolicyCreationNotAllowed',
  message: 'There is another active policy of this kind.',
};

export const governance: Family[] = [
  {
    collections: [`${ENTITLEMENT}/accessPackages`],
    unique: [
      {
        fields: ['displayName', 'catalog.id'],
        conflict: {
          rule: 'graph/access-package-exists',
          record: 'graph-accesspackage-name-duplicate',
          status: 409,
          code: 'DuplicateAccessPackage',
          message: 'There\'s an existing access package with name "{value}" in the catalog.',
        },
      },
    ],
  },
  { collections: [`${ENTITLEMENT}/assignmentPolicies`] },
  {
    collections: [`${APPROVAL}/stages`, `${APPROVAL}/steps`],
    changed: 204,
    guards: [
      {
        kind: 'decided',
        field: 'reviewResult',
        open: ['NotReviewed'],
        conflict: {
          rule: 'graph/approval-already-decided',
          record: 'graph-approvalstage-already-decided',
          status: 409,
          message: 'The stage has been decided by another approver.',
        },
      },
    ],
  },
  {
    collections: [REVIEW, `${REVIEW}/{}/stages`],
    changed: 204,
    put: 'create-or-replace',
    guards: [
      {
        kind: 'keeps',
        field: 'fallbackReviewers',
        conflict: {
          rule: 'graph/access-review-reviewers',
          record: 'graph-accessreview-fallbackreviewers-remove',
          status: 409,
          message: 'Fallback reviewers cannot be removed.',
        },
      },
    ],
  },
  ...['sharePointProtectionPolicies', 'exchangeProtectionPolicies', 'oneDriveForBusinessProtectionPolicies'].map(
    (kind): Family => ({
      collections: [`/solutions/backupRestore/${kind}`],
      // One for each kind in the tenant: the kind is in the path, so that any two clash.
      alone: policyExists,
    }),
  ),
];
