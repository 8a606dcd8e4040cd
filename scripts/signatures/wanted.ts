/**
 * Which members of which SDKs the fixes, the snippets and their tests use: what is looked up in the sources of the SDKs.
 * Members are separated by spaces: `new` constructors, `this` indexers, `operator` operators, `*` whatever there is,
 * `Request()` the one without parameters.
 */

/** A library and the sources it was published from. */
export interface Wanted {
  /** File in `test/data/signatures`. */
  file: string;
  package: string;
  version: string;
  repository: string;
  /** What the version was made from. */
  commit: string;
  /** In these sources `?` behind a type that is none by value is a remark for newer compilers. */
  remarks: boolean;
  /** File, type, members. */
  sources: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Request builders of Microsoft.Graph 5 by where they stand: each is in a file of its own. */
const BUILDERS: Readonly<Record<string, string>> = {
  'Applications.ApplicationsRequestBuilder': 'this',
  'Applications.Item.ApplicationItemRequestBuilder': 'FederatedIdentityCredentials',
  'Applications.Item.FederatedIdentityCredentials.FederatedIdentityCredentialsRequestBuilder': 'GetAsync PostAsync',
  'DirectoryRoles.DirectoryRolesRequestBuilder': 'PostAsync',
  'DirectoryRolesWithRoleTemplateId.DirectoryRolesWithRoleTemplateIdRequestBuilder': 'GetAsync',
  'Drives.DrivesRequestBuilder': 'this',
  'Drives.Item.DriveItemRequestBuilder': 'Items',
  'Drives.Item.Items.ItemsRequestBuilder': 'this',
  'Drives.Item.Items.Item.DriveItemItemRequestBuilder': 'Children GetAsync',
  'Drives.Item.Items.Item.Children.ChildrenRequestBuilder': 'PostAsync',
  'External.ExternalRequestBuilder': 'Connections',
  'External.Connections.ConnectionsRequestBuilder': 'this PostAsync',
  'External.Connections.Item.ExternalConnectionItemRequestBuilder': 'GetAsync',
  'Groups.GroupsRequestBuilder': 'this GetAsync PostAsync',
  'Groups.Item.GroupItemRequestBuilder': 'GetAsync Members',
  'Groups.Item.Members.MembersRequestBuilder': 'Ref',
  'Groups.Item.Members.Ref.RefRequestBuilder': 'PostAsync',
  'IdentityGovernance.EntitlementManagement.AssignmentPolicies.AssignmentPoliciesRequestBuilder': 'PostAsync',
  'IdentityGovernance.EntitlementManagement.EntitlementManagementRequestBuilder': 'AssignmentPolicies',
  'IdentityGovernance.IdentityGovernanceRequestBuilder': 'EntitlementManagement',
  'Me.MeRequestBuilder': 'Events',
  'Me.Events.EventsRequestBuilder': 'this PostAsync',
  'Me.Events.Item.EventItemRequestBuilder': 'PatchAsync',
  'Oauth2PermissionGrants.Oauth2PermissionGrantsRequestBuilder': 'GetAsync PostAsync',
  'Planner.PlannerRequestBuilder': 'Tasks',
  'Planner.Tasks.TasksRequestBuilder': 'this',
  'Planner.Tasks.Item.PlannerTaskItemRequestBuilder': 'GetAsync PatchAsync',
  'RoleManagement.RoleManagementRequestBuilder': 'Directory',
  'RoleManagement.DirectoryNamespace.DirectoryRequestBuilder': 'RoleAssignments',
  'RoleManagement.DirectoryNamespace.RoleAssignments.RoleAssignmentsRequestBuilder': 'GetAsync PostAsync',
  'SchemaExtensions.SchemaExtensionsRequestBuilder': 'this PostAsync',
  'SchemaExtensions.Item.SchemaExtensionItemRequestBuilder': 'GetAsync',
  'ServicePrincipals.ServicePrincipalsRequestBuilder': 'this PostAsync',
  'ServicePrincipals.Item.ServicePrincipalItemRequestBuilder': 'AppRoleAssignedTo Synchronization',
  'ServicePrincipals.Item.AppRoleAssignedTo.AppRoleAssignedToRequestBuilder': 'GetAsync PostAsync',
  'ServicePrincipals.Item.Synchronization.SynchronizationRequestBuilder': 'Jobs',
  'ServicePrincipals.Item.Synchronization.Jobs.JobsRequestBuilder': 'this PostAsync',
  'ServicePrincipals.Item.Synchronization.Jobs.Item.SynchronizationJobItemRequestBuilder': 'Start',
  'ServicePrincipals.Item.Synchronization.Jobs.Item.Start.StartRequestBuilder': 'PostAsync',
  'ServicePrincipalsWithAppId.ServicePrincipalsWithAppIdRequestBuilder': 'GetAsync',
  'Solutions.SolutionsRequestBuilder': 'BookingBusinesses',
  'Solutions.BookingBusinesses.BookingBusinessesRequestBuilder': 'this',
  'Solutions.BookingBusinesses.Item.BookingBusinessItemRequestBuilder': 'StaffMembers',
  'Solutions.BookingBusinesses.Item.StaffMembers.StaffMembersRequestBuilder': 'GetAsync PostAsync',
  'Subscriptions.SubscriptionsRequestBuilder': 'this GetAsync PostAsync ToPostRequestInformation',
  'Subscriptions.Item.SubscriptionItemRequestBuilder': 'PatchAsync',
  'Teams.TeamsRequestBuilder': 'this',
  'Teams.Item.TeamItemRequestBuilder': 'Channels InstalledApps',
  'Teams.Item.Channels.ChannelsRequestBuilder': 'GetAsync PostAsync',
  'Teams.Item.InstalledApps.InstalledAppsRequestBuilder': 'PostAsync',
  'Users.UsersRequestBuilder': 'this GetAsync PostAsync',
  'Users.Item.UserItemRequestBuilder': 'Extensions GetAsync',
  'Users.Item.Extensions.ExtensionsRequestBuilder': 'this PostAsync',
  'Users.Item.Extensions.Item.ExtensionItemRequestBuilder': 'GetAsync',
};

/** Models of Microsoft.Graph 5. */
const MODELS: Readonly<Record<string, string>> = {
  AccessPackage: '',
  AccessPackageAssignmentPolicy: 'AccessPackage DisplayName',
  AppRoleAssignment: 'AppRoleId PrincipalDisplayName PrincipalId ResourceId',
  AppRoleAssignmentCollectionResponse: 'Value',
  BaseCollectionPaginationCountResponse: 'OdataNextLink',
  BookingStaffMember: 'DisplayName EmailAddress',
  BookingStaffMemberBase: '',
  BookingStaffMemberBaseCollectionResponse: 'Value',
  Channel: 'Description DisplayName',
  ChannelCollectionResponse: 'Value',
  DirectoryObject: '',
  DirectoryRole: 'Description RoleTemplateId',
  DriveItem: 'Folder',
  Entity: 'AdditionalData Id OdataType',
  Event: 'TransactionId',
  Extension: '',
  FederatedIdentityCredential: 'Audiences Description Issuer Name Subject',
  FederatedIdentityCredentialCollectionResponse: 'Value',
  Folder: 'AdditionalData',
  Group: 'Description DisplayName GroupTypes MailEnabled MailNickname SecurityEnabled',
  GroupCollectionResponse: 'Value',
  OAuth2PermissionGrant: 'ClientId ConsentType PrincipalId ResourceId Scope',
  OAuth2PermissionGrantCollectionResponse: 'Value',
  OpenTypeExtension: 'ExtensionName',
  OutlookItem: '',
  BaseItem: 'Description Name',
  PasswordProfile: 'Password',
  PlannerTask: 'PercentComplete Title',
  ReferenceCreate: 'AdditionalData OdataId',
  SchemaExtension: 'Description Properties TargetTypes',
  ExtensionSchemaProperty: 'Name Type',
  ServicePrincipal: 'AppId Notes',
  Subscription: 'ChangeType ClientState ExpirationDateTime NotificationUrl Resource',
  SubscriptionCollectionResponse: 'Value',
  SynchronizationJob: 'TemplateId',
  TeamsAppInstallation: '',
  UnifiedRoleAssignment: 'Condition DirectoryScopeId PrincipalId RoleDefinitionId',
  UnifiedRoleAssignmentCollectionResponse: 'Value',
  User: 'AccountEnabled DisplayName JobTitle MailNickname PasswordProfile UserPrincipalName',
  UserCollectionResponse: 'Value',
  'ExternalConnectors.ExternalConnection': 'Description Name',
  'ODataErrors.ErrorDetails': 'Code Message',
  'ODataErrors.InnerError': 'Date RequestId',
  'ODataErrors.MainError': 'Code Details InnerError Message',
  'ODataErrors.ODataError': 'Error Message',
};

const generated = (space: string, names: Readonly<Record<string, string>>, more = ''): Wanted['sources'] =>
  Object.fromEntries(
    Object.entries(names).map(([name, members]) => [
      `src/Microsoft.Graph/Generated/${space}${name.replaceAll('.', '/')}.cs`,
      { [`Microsoft.Graph.${space.replace('/', '.')}${name}`]: `${members} ${more}`.trim() },
    ]),
  );

/** Requests of Microsoft.Graph 4: each interface has a file, and the class behind it another. */
const REQUESTS: Readonly<Record<string, string>> = {
  IEntitlementManagementAssignmentPoliciesCollectionRequest: 'AddAsync',
  IEntitlementManagementAssignmentPoliciesCollectionRequestBuilder: 'Request()',
  IEntitlementManagementRequestBuilder: 'AssignmentPolicies',
  IGraphServiceGroupsCollectionPage: 'NextPageRequest',
  IGraphServiceGroupsCollectionRequest: 'AddAsync GetAsync',
  IGraphServiceGroupsCollectionRequestBuilder: 'Request() this',
  IGraphServiceUsersCollectionRequest: 'AddAsync',
  IGraphServiceUsersCollectionRequestBuilder: 'Request() this',
  IGroupMembersCollectionReferencesRequest: 'AddAsync',
  IGroupMembersCollectionReferencesRequestBuilder: 'Request()',
  IGroupMembersCollectionWithReferencesRequestBuilder: 'References',
  IGroupRequestBuilder: 'Members',
  IIdentityGovernanceRequestBuilder: 'EntitlementManagement',
  IUserRequest: 'GetAsync',
  IUserRequestBuilder: 'Request()',
};

export const wanted: readonly Wanted[] = [
  {
    file: 'cosmos',
    package: 'Microsoft.Azure.Cosmos',
    version: '3.62.1',
    repository: 'Azure/azure-cosmos-dotnet-v3',
    commit: '8c53d3595093f5201139b80ee2cf57876725efd3',
    remarks: false,
    sources: {
      'Microsoft.Azure.Cosmos/contracts/API_3.62.1.txt': {
        'Microsoft.Azure.Cosmos.Container':
          'Id Database Scripts CreateItemAsync CreateItemStreamAsync CreateTransactionalBatch PatchItemAsync ReadContainerAsync ReadItemAsync ReplaceItemAsync UpsertItemAsync UpsertItemStreamAsync',
        'Microsoft.Azure.Cosmos.ContainerProperties': 'new Id PartitionKeyPath',
        'Microsoft.Azure.Cosmos.ContainerRequestOptions': '',
        'Microsoft.Azure.Cosmos.ContainerResponse': '* operator',
        'Microsoft.Azure.Cosmos.CosmosClient':
          'new CreateDatabaseAsync CreateDatabaseIfNotExistsAsync Dispose Endpoint GetContainer GetDatabase',
        'Microsoft.Azure.Cosmos.CosmosClientOptions': 'new',
        'Microsoft.Azure.Cosmos.CosmosException':
          'new ActivityId Headers Message ResponseBody RetryAfter StatusCode SubStatusCode',
        'Microsoft.Azure.Cosmos.Database':
          'Id CreateContainerAsync CreateContainerIfNotExistsAsync CreateUserAsync GetContainer GetUser ReadAsync',
        'Microsoft.Azure.Cosmos.DatabaseProperties': 'new Id',
        'Microsoft.Azure.Cosmos.DatabaseResponse': '* operator',
        'Microsoft.Azure.Cosmos.Headers': 'new ActivityId ETag this',
        'Microsoft.Azure.Cosmos.ItemRequestOptions': 'new',
        'Microsoft.Azure.Cosmos.ItemResponse<T>': '*',
        'Microsoft.Azure.Cosmos.PartitionKey': 'new None Null',
        'Microsoft.Azure.Cosmos.PatchItemRequestOptions': 'new FilterPredicate',
        'Microsoft.Azure.Cosmos.PatchOperation': 'Increment Set',
        'Microsoft.Azure.Cosmos.RequestOptions': 'new IfMatchEtag IfNoneMatchEtag',
        'Microsoft.Azure.Cosmos.Response<T>': '* operator',
        'Microsoft.Azure.Cosmos.ResponseMessage':
          'new Dispose EnsureSuccessStatusCode ErrorMessage Headers IsSuccessStatusCode StatusCode',
        'Microsoft.Azure.Cosmos.ThroughputProperties': '',
        'Microsoft.Azure.Cosmos.TransactionalBatch': 'CreateItem ExecuteAsync ReplaceItem UpsertItem',
        'Microsoft.Azure.Cosmos.TransactionalBatchItemRequestOptions': 'new',
        'Microsoft.Azure.Cosmos.TransactionalBatchOperationResult': 'IsSuccessStatusCode StatusCode',
        'Microsoft.Azure.Cosmos.TransactionalBatchRequestOptions': 'new',
        'Microsoft.Azure.Cosmos.TransactionalBatchResponse':
          'ActivityId Count Dispose ErrorMessage IsSuccessStatusCode RequestCharge StatusCode this',
        'Microsoft.Azure.Cosmos.User': 'Id ReadAsync',
        'Microsoft.Azure.Cosmos.UserProperties': 'new Id',
        'Microsoft.Azure.Cosmos.UserResponse': '* operator',
        'Microsoft.Azure.Cosmos.Scripts.Scripts': 'CreateStoredProcedureAsync ReadStoredProcedureAsync',
        'Microsoft.Azure.Cosmos.Scripts.StoredProcedureProperties': 'new Body Id',
        'Microsoft.Azure.Cosmos.Scripts.StoredProcedureResponse': '* operator',
      },
    },
  },
  {
    file: 'graph',
    package: 'Microsoft.Graph',
    version: '5.105.0',
    repository: 'microsoftgraph/msgraph-sdk-dotnet',
    commit: 'c9888405fcd6014e66db8a050f9d42f9af95d579',
    remarks: false,
    sources: {
      'src/Microsoft.Graph/GraphServiceClient.cs': {
        'Microsoft.Graph.GraphServiceClient': 'new Batch Dispose RequestAdapter',
      },
      'src/Microsoft.Graph/Generated/BaseGraphServiceClient.cs': {
        'Microsoft.Graph.BaseGraphServiceClient':
          'new Applications DirectoryRoles DirectoryRolesWithRoleTemplateId Drives External Groups IdentityGovernance Me Oauth2PermissionGrants Planner RoleManagement SchemaExtensions ServicePrincipals ServicePrincipalsWithAppId Solutions Subscriptions Teams Users',
      },
      'src/Microsoft.Graph/Extensions/DriveItemRequestBuilderExtensions.cs': {
        'Microsoft.Graph.CustomDriveItemItemRequestBuilder': 'new',
        'Microsoft.Graph.DriveItemRequestBuilderExtensions': 'ItemWithPath',
      },
      ...generated('', BUILDERS, 'new WithUrl'),
      ...generated('Models/', MODELS, 'new'),
    },
  },
  {
    file: 'graph-core',
    package: 'Microsoft.Graph.Core',
    version: '3.2.6',
    repository: 'microsoftgraph/msgraph-sdk-dotnet-core',
    commit: 'a6023d167a4d7c4496991d97c911f11e1c578f9d',
    remarks: false,
    sources: {
      'src/Microsoft.Graph.Core/CoreConstants.cs': {
        'Microsoft.Graph.CoreConstants': '',
        'Microsoft.Graph.CoreConstants.BatchRequest': 'MaxNumberOfRequests',
      },
      'src/Microsoft.Graph.Core/Requests/BatchRequestBuilder.cs': {
        'Microsoft.Graph.Core.Requests.BatchRequestBuilder': 'new PostAsync',
      },
      'src/Microsoft.Graph.Core/Requests/Content/BatchRequestContentCollection.cs': {
        'Microsoft.Graph.BatchRequestContentCollection': 'new AddBatchRequestStepAsync',
      },
      'src/Microsoft.Graph.Core/Requests/Content/BatchResponseContentCollection.cs': {
        'Microsoft.Graph.BatchResponseContentCollection': 'new GetResponsesStatusCodesAsync',
      },
      'src/Microsoft.Graph.Core/Requests/IBaseClient.cs': { 'Microsoft.Graph.IBaseClient': 'RequestAdapter' },
    },
  },
  {
    file: 'kiota',
    package: 'Microsoft.Kiota.Abstractions',
    version: '1.22.2',
    repository: 'microsoft/kiota-dotnet',
    commit: '5eba0cd1554dbff772eea30252dbe7455c4917fa',
    remarks: true,
    sources: {
      'src/abstractions/ApiException.cs': {
        'Microsoft.Kiota.Abstractions.ApiException': 'new ResponseHeaders ResponseStatusCode',
      },
      'src/abstractions/BaseRequestBuilder.cs': {
        'Microsoft.Kiota.Abstractions.BaseRequestBuilder': 'new PathParameters RequestAdapter UrlTemplate',
      },
      'src/abstractions/DefaultQueryParameters.cs': { 'Microsoft.Kiota.Abstractions.DefaultQueryParameters': '' },
      'src/abstractions/IRequestAdapter.cs': { 'Microsoft.Kiota.Abstractions.IRequestAdapter': 'BaseUrl' },
      'src/abstractions/RequestConfiguration.cs': {
        'Microsoft.Kiota.Abstractions.RequestConfiguration<T>': 'Headers QueryParameters',
      },
      'src/abstractions/RequestHeaders.cs': { 'Microsoft.Kiota.Abstractions.RequestHeaders': 'Add TryAdd' },
      'src/abstractions/RequestInformation.cs': { 'Microsoft.Kiota.Abstractions.RequestInformation': '' },
      'src/abstractions/store/IBackingStoreFactory.cs': {
        'Microsoft.Kiota.Abstractions.Store.IBackingStoreFactory': '',
      },
      'src/abstractions/serialization/IParseNode.cs': { 'Microsoft.Kiota.Abstractions.Serialization.IParseNode': '' },
      'src/abstractions/serialization/IParsable.cs': { 'Microsoft.Kiota.Abstractions.Serialization.IParsable': '' },
      'src/abstractions/serialization/ParsableFactory.cs': {
        'Microsoft.Kiota.Abstractions.Serialization.ParsableFactory<T>': '',
      },
      'src/abstractions/authentication/AnonymousAuthenticationProvider.cs': {
        'Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider': 'AuthenticateRequestAsync',
      },
      'src/abstractions/authentication/IAuthenticationProvider.cs': {
        'Microsoft.Kiota.Abstractions.Authentication.IAuthenticationProvider': 'AuthenticateRequestAsync',
      },
    },
  },
  {
    file: 'graph-4',
    package: 'Microsoft.Graph',
    version: '4.54.0',
    repository: 'microsoftgraph/msgraph-sdk-dotnet',
    commit: '1d5ca7be265d2c1edb1907f3f3168da4d2c9c680',
    remarks: false,
    sources: {
      ...Object.fromEntries(
        Object.entries(REQUESTS).map(([name, members]) => [
          `src/Microsoft.Graph/Generated/requests/${name}.cs`,
          { [`Microsoft.Graph.${name}`]: members },
        ]),
      ),
      'src/Microsoft.Graph/Generated/requests/GraphServiceClient.cs': {
        'Microsoft.Graph.GraphServiceClient': 'new Groups IdentityGovernance Users',
      },
      'src/Microsoft.Graph/Generated/model/AccessPackage.cs': { 'Microsoft.Graph.AccessPackage': 'new' },
      'src/Microsoft.Graph/Generated/model/AccessPackageAssignmentPolicy.cs': {
        'Microsoft.Graph.AccessPackageAssignmentPolicy': 'new AccessPackage DisplayName',
      },
      'src/Microsoft.Graph/Generated/model/DirectoryObject.cs': { 'Microsoft.Graph.DirectoryObject': 'new' },
      'src/Microsoft.Graph/Generated/model/Entity.cs': { 'Microsoft.Graph.Entity': 'Id' },
      'src/Microsoft.Graph/Generated/model/Group.cs': {
        'Microsoft.Graph.Group': 'new Description DisplayName GroupTypes MailEnabled MailNickname SecurityEnabled',
      },
      'src/Microsoft.Graph/Generated/model/PasswordProfile.cs': { 'Microsoft.Graph.PasswordProfile': 'Password' },
      'src/Microsoft.Graph/Generated/model/User.cs': {
        'Microsoft.Graph.User':
          'new AccountEnabled DisplayName JobTitle MailNickname PasswordProfile UserPrincipalName',
      },
    },
  },
  {
    file: 'graph-4-core',
    package: 'Microsoft.Graph.Core',
    version: '2.0.15',
    repository: 'microsoftgraph/msgraph-sdk-dotnet-core',
    commit: '98f853c180c5c312afb0ec8548acbe36b408d9f2',
    remarks: false,
    sources: {
      'src/Microsoft.Graph.Core/Exceptions/Error.cs': { 'Microsoft.Graph.Error': 'Code InnerError Message' },
      'src/Microsoft.Graph.Core/Exceptions/ServiceException.cs': {
        'Microsoft.Graph.ServiceException': 'new Error RawResponseBody ResponseHeaders StatusCode',
      },
      'src/Microsoft.Graph.Core/Models/ICollectionPage.cs': { 'Microsoft.Graph.ICollectionPage<T>': 'CurrentPage' },
    },
  },
  {
    file: 'efcore',
    package: 'Microsoft.EntityFrameworkCore.Cosmos',
    version: '10.0.105',
    repository: 'dotnet/efcore',
    commit: '9dae88ee8afe88ac03286758b568d628fe05e5c6',
    remarks: true,
    sources: {
      'src/EFCore/ChangeTracking/EntityEntry.cs': { 'Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry': '' },
      'src/EFCore/ChangeTracking/EntityEntry`.cs': {
        'Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<TEntity>': '',
      },
      'src/EFCore/DbContext.cs': {
        'Microsoft.EntityFrameworkCore.DbContext':
          'new Add Dispose OnConfiguring OnModelCreating SaveChanges SaveChangesAsync',
      },
      'src/EFCore/DbContextOptionsBuilder.cs': { 'Microsoft.EntityFrameworkCore.DbContextOptionsBuilder': '' },
      'src/EFCore/DbContextOptionsBuilder`.cs': {
        'Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<TContext>': '',
      },
      'src/EFCore/DbUpdateConcurrencyException.cs': {
        'Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException': 'new',
      },
      'src/EFCore/DbUpdateException.cs': { 'Microsoft.EntityFrameworkCore.DbUpdateException': 'new' },
      'src/EFCore/Internal/IDbContextPoolable.cs': { 'Microsoft.EntityFrameworkCore.Internal.IDbContextPoolable': '' },
      'src/EFCore/ModelBuilder.cs': { 'Microsoft.EntityFrameworkCore.ModelBuilder': '' },
      'src/EFCore.Cosmos/Extensions/CosmosDbContextOptionsExtensions.cs': {
        'Microsoft.EntityFrameworkCore.CosmosDbContextOptionsExtensions': 'UseCosmos',
      },
      'src/EFCore.Cosmos/Infrastructure/CosmosDbContextOptionsBuilder.cs': {
        'Microsoft.EntityFrameworkCore.Infrastructure.CosmosDbContextOptionsBuilder': '',
      },
      'src/EFCore.Cosmos/Extensions/CosmosModelBuilderExtensions.cs': {
        'Microsoft.EntityFrameworkCore.CosmosModelBuilderExtensions': 'HasDefaultContainer',
      },
    },
  },
  {
    file: 'logging',
    package: 'Microsoft.Extensions.Logging.Abstractions',
    version: '7.0.0',
    repository: 'dotnet/runtime',
    commit: '005d497587a328b1feab20ef0f4e07b13f6d683a',
    remarks: true,
    sources: {
      'src/libraries/Microsoft.Extensions.Logging.Abstractions/ref/Microsoft.Extensions.Logging.Abstractions.cs': {
        'Microsoft.Extensions.Logging.EventId': 'new Id Name operator',
        'Microsoft.Extensions.Logging.ILogger': 'BeginScope IsEnabled Log',
        'Microsoft.Extensions.Logging.LogLevel': '*',
        'Microsoft.Extensions.Logging.LoggerExtensions': 'LogWarning',
      },
    },
  },
  {
    file: 'polly',
    package: 'Polly',
    version: '8.6.6',
    repository: 'App-vNext/Polly',
    commit: 'a824c6b9258daa2879b8fa2ea768bf06bd5e6cf0',
    remarks: true,
    sources: {
      'src/Polly/AsyncPolicy.ExecuteOverloads.cs': { 'Polly.AsyncPolicy': 'ExecuteAsync' },
      'src/Polly/Context.cs': { 'Polly.Context': 'new' },
      'src/Polly/Policy.HandleSyntax.cs': { 'Polly.Policy': 'Handle' },
      'src/Polly/PolicyBuilder.OrSyntax.cs': { 'Polly.PolicyBuilder': 'Or' },
      'src/Polly/Retry/AsyncRetryPolicy.cs': { 'Polly.Retry.AsyncRetryPolicy': '' },
      'src/Polly/Retry/AsyncRetrySyntax.cs': { 'Polly.AsyncRetrySyntax': 'RetryAsync WaitAndRetryAsync' },
      'src/Polly/Utilities/SystemClock.cs': { 'Polly.Utilities.SystemClock': 'SleepAsync' },
      'src/Polly.Core/PredicateBuilder.Operators.cs': { 'Polly.PredicateBuilder<TResult>': 'operator' },
      'src/Polly.Core/PredicateBuilder.TResult.cs': { 'Polly.PredicateBuilder<TResult>': 'Handle' },
      'src/Polly.Core/PredicateBuilder.cs': { 'Polly.PredicateBuilder': '' },
      'src/Polly.Core/ResiliencePipeline.cs': { 'Polly.ResiliencePipeline': '' },
      'src/Polly.Core/ResiliencePipelineBuilder.TResult.cs': { 'Polly.ResiliencePipelineBuilder<TResult>': '' },
      'src/Polly.Core/ResiliencePipelineBuilder.cs': { 'Polly.ResiliencePipelineBuilder': 'Build' },
      'src/Polly.Core/ResiliencePipelineBuilderBase.cs': { 'Polly.ResiliencePipelineBuilderBase': '' },
      'src/Polly.Core/Retry/RetryPredicateArguments.cs': { 'Polly.Retry.RetryPredicateArguments<TResult>': '' },
      'src/Polly.Core/Retry/RetryResiliencePipelineBuilderExtensions.cs': {
        'Polly.RetryResiliencePipelineBuilderExtensions': 'AddRetry',
      },
      'src/Polly.Core/Retry/RetryStrategyOptions.TResult.cs': {
        'Polly.Retry.RetryStrategyOptions<TResult>': 'new MaxRetryAttempts ShouldHandle',
      },
      'src/Polly.Core/Retry/RetryStrategyOptions.cs': { 'Polly.Retry.RetryStrategyOptions': '' },
    },
  },
];
