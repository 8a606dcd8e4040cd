/** Programs of Python that create with Microsoft Graph and Bookings: by HTTP clients, and by msgraph-sdk. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { programs as others } from '../programs/index.js';
import { building, type Client, type Fields, graphHead, NOTE, posting } from './text.js';

/** What is posted where, and how msgraph-sdk leads there. */
interface Post {
  path: string;
  fields: Fields;
  builder?: string;
  model?: string;
  nested?: readonly string[];
  fixes?: readonly FixId[];
  /** Where these are not as in the other languages. */
  note?: string;
  twin?: Program['twin'];
}

const GOING: readonly FixId[] = ['create-or-get', 'check-before-create', 'report-conflict'];
/** Where nothing can be looked for before. */
const REPORTED: readonly FixId[] = ['create-or-get', 'report-conflict'];
const APP_ID = '11111111-2222-3333-4444-555555555555';

/** By the title of the same program in the other languages. */
const posts: Readonly<Record<string, Post>> = {
  user: {
    path: '/users',
    builder: 'users',
    model: 'User',
    nested: ['PasswordProfile'],
    fields: {
      accountEnabled: true,
      userPrincipalName: 'ada@contoso.com',
      displayName: 'Ada',
      mailNickname: 'ada',
      jobTitle: NOTE,
      passwordProfile: { password: 'not-a-secret-1' },
    },
  },
  group: {
    path: '/groups',
    builder: 'groups',
    model: 'Group',
    fields: {
      displayName: 'Sales',
      mailNickname: 'sales',
      description: NOTE,
      groupTypes: ['Unified'],
      mailEnabled: true,
      securityEnabled: false,
    },
  },
  'Bookings staff member': {
    path: '/solutions/bookingBusinesses/b1/staffMembers',
    builder: 'solutions.booking_businesses.by_booking_business_id("b1").staff_members',
    model: 'BookingStaffMember',
    fields: { displayName: 'Ada', emailAddress: 'ada@contoso.com', timeZone: NOTE },
    // A role is a value of an enumeration there.
    note: 'timeZone',
    twin: {
      '@odata.type': '#microsoft.graph.bookingStaffMember',
      displayName: 'Ada',
      emailAddress: 'ada@contoso.com',
      timeZone: 'theirs',
    },
  },
  subscription: {
    path: '/subscriptions',
    fixes: REPORTED,
    fields: {
      resource: 'me/messages',
      changeType: 'created,updated',
      notificationUrl: 'https://example.com/notify',
      clientState: NOTE,
      expirationDateTime: '2031-01-01T00:00:00Z',
    },
  },
  'service principal': {
    path: '/servicePrincipals',
    builder: 'service_principals',
    model: 'ServicePrincipal',
    fields: { appId: APP_ID, notes: NOTE },
  },
  'application role': {
    path: '/servicePrincipals/s1/appRoleAssignedTo',
    fields: { principalId: 'p1', resourceId: 's1', appRoleId: 'a1', principalDisplayName: NOTE },
  },
};

const programOf = (title: string): Program[] => others.filter((one) => one.title === title && !one.broken);

/** What of a program is not as in the other languages. */
const changed = ({ fixes = GOING, note, twin }: Post): Partial<Program> => ({
  fixes,
  ...(note === undefined ? {} : { note }),
  ...(twin === undefined ? {} : { twin }),
});

/** By an HTTP client: what fails is an answer that has to be looked at. */
function byHttp(client: Client, titles: readonly string[]): Program[] {
  return titles.flatMap((title) => {
    const post = posts[title];
    return programOf(title).flatMap(({ after: _after, ...program }) =>
      post
        ? {
            ...program,
            title: `${title} by ${client}`,
            ...changed(post),
            answers: true as const,
            text: posting(client, post.path, post.fields),
          }
        : [],
    );
  });
}

const SUBSCRIPTION = `${graphHead(['Subscription'], 'from datetime import datetime, timezone\n')}

async def run(note):
    body = Subscription(
        resource="me/messages",
        change_type="created,updated",
        notification_url="https://example.com/notify",
        client_state=note,
        expiration_date_time=datetime(2031, 1, 1, tzinfo=timezone.utc),
    )
    return await client.subscriptions.post(body)
`;

const MEMBER = `${graphHead(['ReferenceCreate'])}

async def run(note):
    body = ReferenceCreate(odata_id="https://graph.microsoft.com/v1.0/directoryObjects/u1")
    await client.groups.by_group_id("g1").members.ref.post(body)
`;

/** What follows a name of the other languages' programs, and its text. */
const own: Readonly<Record<string, { text: string; fixes: readonly FixId[] }>> = {
  subscription: { text: SUBSCRIPTION, fixes: REPORTED },
  'member of a group': { text: MEMBER, fixes: REPORTED },
};

const POLICY = 'identity_governance.entitlement_management.assignment_policies';

const policyText = (uses: string): string => `${graphHead(['AccessPackageAssignmentPolicy'], uses)}

async def run(note):
    body = AccessPackageAssignmentPolicy(display_name=note)
    return await client.${POLICY}.post(body)
`;

const waiting = programOf('access package policy').flatMap((program): Program[] => [
  { ...program, text: policyText('') },
  { ...program, title: 'access package policy, beside tenacity', text: policyText('from tenacity import retry\n') },
]);

const JOB = '/servicePrincipals/s1/synchronization/jobs';

const waitingByHttp = programOf('provisioning job').map((program) => ({
  ...program,
  title: 'provisioning job by requests',
  answers: true as const,
  text: posting('requests', JOB, { templateId: 'gsuite' }),
}));

/** One for each helper, and those that msgraph-sdk is not run with. */
const BY_REQUESTS = ['user', 'group', 'subscription', 'service principal', 'application role'];

/** Those that need no more than an HTTP client. */
export const httpPrograms: readonly Program[] = [
  ...byHttp('requests', BY_REQUESTS),
  ...byHttp('httpx', ['user', 'group', 'subscription']),
  ...waitingByHttp,
];

/** Those that are run with msgraph-sdk. */
export const sdkPrograms: readonly Program[] = [
  ...Object.entries(posts).flatMap(([title, post]) =>
    post.builder === undefined || post.model === undefined
      ? []
      : programOf(title).map(({ after: _after, ...program }) => ({
          ...program,
          ...changed(post),
          text: building(post.builder ?? '', post.model ?? '', post.fields, post.nested),
        })),
  ),
  ...Object.entries(own).flatMap(([title, parts]) => programOf(title).map((program) => ({ ...program, ...parts }))),
  ...waiting,
];
