/** C# programs with Microsoft.Graph 4, whose builders begin a request and whose errors are others. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { programs as others } from '../programs/index.js';
import { programOf } from './text.js';

const FIELD =
  'private readonly GraphServiceClient graph = new GraphServiceClient(new HttpClient(), Environment.GetEnvironmentVariable("GRAPH_URL"));';
const program = (body: string): string => programOf(['System.Net.Http', 'Microsoft.Graph'], FIELD, body);

/** By the title of the program in the other languages. */
const TEXTS: Readonly<Record<string, { fixes: readonly FixId[]; text: string }>> = {
  user: {
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    text: program(`var user = new User
{
    AccountEnabled = true,
    UserPrincipalName = "ada@contoso.com",
    DisplayName = "Ada",
    MailNickname = "ada",
    JobTitle = note,
    PasswordProfile = new PasswordProfile { Password = "not-a-secret-1" },
};
return await graph.Users.Request().AddAsync(user);`),
  },
  group: {
    fixes: ['create-or-get', 'report-conflict'],
    text: program(`return await graph.Groups.Request().AddAsync(new Group
{
    DisplayName = "Sales",
    MailNickname = "sales",
    Description = note,
    GroupTypes = new List<string> { "Unified" },
    MailEnabled = true,
    SecurityEnabled = false,
});`),
  },
  'access package policy': {
    fixes: ['back-off-and-retry', 'report-conflict'],
    text: program(`var policy = new AccessPackageAssignmentPolicy { DisplayName = note, AccessPackage = new AccessPackage { Id = "p1" } };
return await graph.IdentityGovernance.EntitlementManagement.AssignmentPolicies.Request().AddAsync(policy);`),
  },
  'member of a group': {
    fixes: ['create-or-get', 'report-conflict'],
    text: program(`await graph.Groups["g1"].Members.References.Request().AddAsync(new DirectoryObject { Id = "u1" });
return null;`),
  },
};

export const graph4Programs: readonly Program[] = others.flatMap((program) => {
  const own = TEXTS[program.title];
  return own ? [{ ...program, ...own, title: `${program.title}, Microsoft.Graph 4` }] : [];
});
