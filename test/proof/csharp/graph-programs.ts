/** C# programs that create with Microsoft Graph and Bookings: the same as in TypeScript, with what differs here. */
import type { Program } from '../program.js';
import { cancellable, graphHandler, graphPolicy, graphProgram, programOf } from './text.js';

/** A program that posts by `HttpClient`, and says by an exception of its own what it was answered. */
const byHttp = (path: string, body: string): string =>
  programOf(
    ['System.Net', 'System.Net.Http', 'System.Text'],
    'private readonly HttpClient http = new HttpClient(new Proof.ToLab());',
    `string json = JsonSerializer.Serialize(${body});
HttpResponseMessage made = await http.PostAsync("https://graph.microsoft.com/v1.0/${path}", new StringContent(json, Encoding.UTF8, "application/json"));
string text = await made.Content.ReadAsStringAsync();
if (!made.IsSuccessStatusCode) throw new Refused(text) { StatusCode = made.StatusCode };
return Guard409.Stubs.Json.Parse(text);`,
    `public static class JsonSerializer
{
    public static string Serialize(object value) { return Guard409.Stubs.Json.Write(value); }
}

public class Refused : Exception
{
    public Refused(string message) : base(message) { }

    public HttpStatusCode StatusCode { get; set; }
}`,
  );

/** By the title of the program in the other languages. */
export const graphTexts: Readonly<Record<string, Partial<Program> & { text: string }>> = {
  user: {
    text: graphProgram(`var user = new User
{
    AccountEnabled = true,
    UserPrincipalName = "ada@contoso.com",
    DisplayName = "Ada",
    MailNickname = "ada",
    JobTitle = note,
    PasswordProfile = new PasswordProfile { Password = "not-a-secret-1" },
};
return await graph.Users.PostAsync(user);`),
  },
  'service principal by fetch': {
    text: byHttp('servicePrincipals', 'new { appId = "11111111-2222-3333-4444-555555555555", notes = note }'),
  },
  'user by fetch': {
    text: byHttp(
      'users',
      'new { displayName = "Ada", userPrincipalName = "ada@contoso.com", mailNickname = "ada", jobTitle = note }',
    ),
  },
  group: {
    fixes: ['create-or-get', 'report-conflict'],
    text: graphProgram(`return await graph.Groups.PostAsync(new Group
{
    DisplayName = "Sales",
    MailNickname = "sales",
    Description = note,
    GroupTypes = new List<string> { "Unified" },
    MailEnabled = true,
    SecurityEnabled = false,
});`),
  },
  'member of a group': {
    text: graphProgram(`var member = new ReferenceCreate { OdataId = "https://graph.microsoft.com/v1.0/directoryObjects/u1" };
await graph.Groups["g1"].Members.Ref.PostAsync(member);
return null;`),
  },
  channel: {
    text: graphProgram(
      'return await graph.Teams["t1"].Channels.PostAsync(new Channel { DisplayName = "Planning", Description = note });',
    ),
  },
  'Bookings staff member': {
    fixes: ['create-or-get', 'report-conflict'],
    twin: {
      '@odata.type': '#microsoft.graph.bookingStaffMember',
      displayName: 'theirs',
      emailAddress: 'ada@contoso.com',
    },
    note: 'displayName',
    text: graphProgram(`var person = new BookingStaffMember { DisplayName = note, EmailAddress = "ada@contoso.com" };
return await graph.Solutions.BookingBusinesses["b1"].StaffMembers.PostAsync(person);`),
  },
  subscription: {
    text: graphProgram(`var subscription = new Subscription
{
    Resource = "me/messages",
    ChangeType = "created,updated",
    NotificationUrl = "https://example.com/notify",
    ClientState = note,
    ExpirationDateTime = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero),
};
return await graph.Subscriptions.PostAsync(subscription);`),
  },
  'service principal': {
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    text: graphProgram(
      'return await graph.ServicePrincipals.PostAsync(new ServicePrincipal { AppId = "11111111-2222-3333-4444-555555555555", Notes = note });',
    ),
  },
  'permission grant': {
    fixes: ['create-or-get', 'report-conflict'],
    text: graphProgram(`return await graph.Oauth2PermissionGrants.PostAsync(new OAuth2PermissionGrant
{
    ClientId = "c1",
    ConsentType = "AllPrincipals",
    ResourceId = "r1",
    Scope = note,
});`),
  },
  'application role': {
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/servicePrincipals/22222222-2222-2222-2222-222222222222/appRoleAssignedTo' },
    parents: [
      {
        path: '/servicePrincipals',
        body: { id: '22222222-2222-2222-2222-222222222222', appId: '11111111-2222-3333-4444-555555555555' },
      },
    ],
    twin: {
      principalId: '11111111-1111-1111-1111-111111111111',
      resourceId: '22222222-2222-2222-2222-222222222222',
      appRoleId: '33333333-3333-3333-3333-333333333333',
      principalDisplayName: 'theirs',
    },
    text: graphProgram(`var assignment = new AppRoleAssignment
{
    PrincipalId = Guid.Parse("11111111-1111-1111-1111-111111111111"),
    ResourceId = Guid.Parse("22222222-2222-2222-2222-222222222222"),
    AppRoleId = Guid.Parse("33333333-3333-3333-3333-333333333333"),
    PrincipalDisplayName = note,
};
return await graph.ServicePrincipals["22222222-2222-2222-2222-222222222222"].AppRoleAssignedTo.PostAsync(assignment);`),
  },
  'federated credential': {
    fixes: ['create-or-get', 'report-conflict'],
    text: graphProgram(`var credential = new FederatedIdentityCredential
{
    Name = "main",
    Issuer = "https://token.example.com",
    Subject = "repo:a",
    Audiences = new List<string> { "x" },
    Description = note,
};
return await graph.Applications["a1"].FederatedIdentityCredentials.PostAsync(credential);`),
  },
  'directory role': {
    text: graphProgram(`return await graph.DirectoryRoles.PostAsync(new DirectoryRole
{
    RoleTemplateId = "88888888-4444-4444-4444-121212121212",
    Description = note,
});`),
  },
  'role assignment': {
    fixes: ['create-or-get', 'report-conflict'],
    text: graphProgram(`var assignment = new UnifiedRoleAssignment
{
    PrincipalId = "p1",
    RoleDefinitionId = "d1",
    DirectoryScopeId = "/",
    Condition = note,
};
return await graph.RoleManagement.Directory.RoleAssignments.PostAsync(assignment);`),
  },
  'Teams app in a team': {
    text: graphProgram(`var app = new TeamsAppInstallation
{
    AdditionalData = new Dictionary<string, object>
    {
        { "teamsApp@odata.bind", "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/app1" },
    },
};
await graph.Teams["t1"].InstalledApps.PostAsync(app);
return null;`),
  },
  'external connection': {
    text: graphProgram(`var connection = new Microsoft.Graph.Models.ExternalConnectors.ExternalConnection
{
    Id = "tickets",
    Name = "Tickets",
    Description = note,
};
return await graph.External.Connections.PostAsync(connection);`),
  },
  'schema extension': {
    text: graphProgram(`var extension = new SchemaExtension
{
    Id = "contoso_courses",
    Description = note,
    TargetTypes = new List<string> { "Group" },
    Properties = new List<ExtensionSchemaProperty>(),
};
return await graph.SchemaExtensions.PostAsync(extension);`),
  },
  'open extension': {
    text: graphProgram(`var extension = new OpenTypeExtension
{
    ExtensionName = "com.contoso.settings",
    AdditionalData = new Dictionary<string, object> { { "theme", note } },
};
return await graph.Users["u1"].Extensions.PostAsync(extension);`),
  },
  'folder of a drive': {
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    operation: 'POST /drives/{}/items/{}/children',
    ends: { graph: '/drives/d1/items' },
    seeds: '/drives/d1/root/children',
    text: graphProgram(`var folder = new DriveItem
{
    Name = "Reports",
    Folder = new Folder(),
    Description = note,
    AdditionalData = new Dictionary<string, object> { { "@microsoft.graph.conflictBehavior", "fail" } },
};
return await graph.Drives["d1"].Items["root"].Children.PostAsync(folder);`),
  },
  'access package policy': {
    text: graphProgram(`return await graph.IdentityGovernance.EntitlementManagement.AssignmentPolicies.PostAsync(
    new AccessPackageAssignmentPolicy { DisplayName = note, AccessPackage = new AccessPackage { Id = "p1" } });`),
  },
  'provisioning job': {
    cancels: true,
    text: cancellable(
      graphProgram(
        'return await graph.ServicePrincipals["s1"].Synchronization.Jobs.PostAsync(new SynchronizationJob { TemplateId = "gsuite" });',
      ),
    ),
  },
  'start of a provisioning job': {
    text: graphProgram(`await graph.ServicePrincipals["s1"].Synchronization.Jobs["j1"].Start.PostAsync();
return null;`),
  },
  'Planner task': {
    counts: 'percentComplete',
    parents: [{ path: '/planner/tasks', body: { id: 't1', planId: 'p1', title: 'Count', percentComplete: 0 } }],
    text: graphProgram(`var task = await graph.Planner.Tasks["t1"].GetAsync();
var change = new PlannerTask { PercentComplete = task.PercentComplete + 1 };
await graph.Planner.Tasks["t1"].PatchAsync(change, request => request.Headers.Add("If-Match", task.AdditionalData["@odata.etag"].ToString()));
return null;`),
  },
};

const POLICY_CALL = `graph.IdentityGovernance.EntitlementManagement.AssignmentPolicies.PostAsync(
    new AccessPackageAssignmentPolicy { DisplayName = note, AccessPackage = new AccessPackage { Id = "p1" } })`;

const policy = {
  rule: 'graph/assignment-policy-race',
  operation: 'POST /identityGovernance/entitlementManagement/assignmentPolicies',
  cause: 'transient',
  fixes: ['back-off-and-retry', 'report-conflict'],
  ends: { nowhere: true },
} as const satisfies Partial<Program>;

/** Calls in a policy that does not repeat their conflict, or beside one. */
export const policyPrograms: readonly Program[] = [
  {
    ...policy,
    title: 'in a policy of Polly',
    ownWaits: true,
    text: graphPolicy(
      'private static readonly AsyncRetryPolicy Busy = Policy.Handle<ODataError>(error => error.ResponseStatusCode == 503).WaitAndRetryAsync(4, attempt => TimeSpan.FromMilliseconds(200 * attempt));',
      `return await Busy.ExecuteAsync(() => ${POLICY_CALL});`,
    ),
  },
  {
    ...policy,
    title: 'beside a policy of Polly',
    text: graphPolicy(
      'public static readonly AsyncRetryPolicy Twice = Policy.Handle<Exception>().RetryAsync(1);',
      `return await ${POLICY_CALL};`,
    ),
  },
];

/** Handlers that do not work. */
export const brokenGraphPrograms: readonly Program[] = [
  {
    title: 'answer that is not thrown',
    rule: 'graph/subscription-duplicate',
    operation: 'POST /subscriptions',
    fixes: ['mend'],
    ends: { graph: '/subscriptions' },
    twin: {
      resource: 'me/messages',
      changeType: 'created',
      notificationUrl: 'https://example.com/notify',
      expirationDateTime: '2031-01-01T00:00:00Z',
      clientState: 'theirs',
    },
    note: 'clientState',
    broken: true,
    // The status of this exception is newer than the compiler at hand: its message says it too.
    text: programOf(
      ['System.Net.Http', 'System.Text'],
      'private readonly HttpClient http = new HttpClient(new Proof.ToLab());',
      `string json = "{\\"resource\\":\\"me/messages\\",\\"changeType\\":\\"created\\",\\"notificationUrl\\":\\"https://example.com/notify\\",\\"expirationDateTime\\":\\"2031-01-01T00:00:00Z\\",\\"clientState\\":\\"" + note + "\\"}";
try
{
    await http.PostAsync("https://graph.microsoft.com/v1.0/subscriptions", new StringContent(json, Encoding.UTF8, "application/json"));
    return "made";
}
catch (HttpRequestException error) when (error.Message.Contains("409"))
{
    return "known";
}`,
    ),
  },
  {
    title: 'wrong status',
    rule: 'bookings/staff-member-exists',
    operation: 'POST /solutions/bookingBusinesses/{}/staffMembers',
    fixes: ['mend'],
    ends: { graph: '/solutions/bookingBusinesses/b1/staffMembers' },
    parents: [{ path: '/solutions/bookingBusinesses', body: { id: 'b1', displayName: 'Salon' } }],
    twin: {
      '@odata.type': '#microsoft.graph.bookingStaffMember',
      displayName: 'theirs',
      emailAddress: 'ada@contoso.com',
    },
    note: 'displayName',
    broken: true,
    text: graphHandler(`try
{
    var person = new BookingStaffMember { DisplayName = note, EmailAddress = "ada@contoso.com" };
    await graph.Solutions.BookingBusinesses["b1"].StaffMembers.PostAsync(person);
    return "made";
}
catch (ODataError error) when (error.ResponseStatusCode == 412)
{
    return "known";
}`),
  },
  {
    title: 'another answer',
    rule: 'graph/user-exists',
    operation: 'POST /users',
    fixes: ['mend'],
    ends: { graph: '/users' },
    twin: { displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: 'theirs' },
    note: 'jobTitle',
    broken: true,
    text: graphHandler(`try
{
    var user = new User { UserPrincipalName = "ada@contoso.com", DisplayName = "Ada", MailNickname = "ada", JobTitle = note };
    await graph.Users.PostAsync(user);
    return "made";
}
catch (ODataError error) when (error.ResponseStatusCode == 409)
{
    return "known";
}`),
  },
];
