/** The programs of the proof for Java that use the client library of Microsoft Graph. */
import type { Program } from '../program.js';
import { file } from './file.js';

const CLIENT = `private static final GraphServiceClient graph = connect();

private static GraphServiceClient connect() {
    GraphServiceClient client = new GraphServiceClient(new AnonymousAuthenticationProvider());
    client.getRequestAdapter().setBaseUrl(System.getenv("GRAPH_URL") + "/v1.0");
    return client;
}`;

export const graph = (models: readonly string[], body: string): string =>
  file(
    [
      'com.microsoft.graph.serviceclient.GraphServiceClient',
      'com.microsoft.kiota.authentication.AnonymousAuthenticationProvider',
      'java.util.Map',
      ...models.map((name) => `com.microsoft.graph.models.${name}`),
    ],
    CLIENT,
    body,
  );

/** By the title of the program in TypeScript. */
export const graphTexts: Readonly<Record<string, Pick<Program, 'text' | 'fixes'> & Partial<Program>>> = {
  user: {
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    text: graph(
      ['User'],
      `User user = new User();
user.setUserPrincipalName("ada@contoso.com");
user.setDisplayName("Ada");
user.setMailNickname("ada");
user.setJobTitle(note);
User made = graph.users().post(user);
return Map.of("id", made.getId(), "jobTitle", made.getJobTitle());`,
    ),
  },
  group: {
    fixes: ['create-or-get', 'report-conflict'],
    text: graph(
      ['Group'],
      `Group group = new Group();
group.setDisplayName("Sales");
group.setMailNickname("sales");
group.setDescription(note);
group.setMailEnabled(true);
group.setSecurityEnabled(false);
group.setGroupTypes(java.util.Arrays.asList("Unified"));
Group made = graph.groups().post(group);
return Map.of("id", made.getId(), "description", String.valueOf(made.getDescription()));`,
    ),
  },
  'member of a group': {
    fixes: ['create-or-get', 'report-conflict'],
    text: graph(
      ['ReferenceCreate'],
      `ReferenceCreate member = new ReferenceCreate();
member.setOdataId("https://graph.microsoft.com/v1.0/directoryObjects/u1");
graph.groups().byGroupId("g1").members().ref().post(member);
return null;`,
    ),
  },
  'service principal': {
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    text: graph(
      ['ServicePrincipal'],
      `ServicePrincipal wanted = new ServicePrincipal();
wanted.setAppId("11111111-2222-3333-4444-555555555555");
wanted.setNotes(note);
ServicePrincipal made = graph.servicePrincipals().post(wanted);
return Map.of("id", made.getId(), "notes", made.getNotes());`,
    ),
  },
  'access package policy': {
    fixes: ['back-off-and-retry', 'report-conflict'],
    text: graph(
      ['AccessPackageAssignmentPolicy'],
      `AccessPackageAssignmentPolicy wanted = new AccessPackageAssignmentPolicy();
wanted.setDisplayName(note);
return Map.of("id", String.valueOf(graph.identityGovernance().entitlementManagement().assignmentPolicies().post(wanted).getId()));`,
    ),
  },
};
