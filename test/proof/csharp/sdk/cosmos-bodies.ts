/** What stands inside Microsoft.Azure.Cosmos: its members by the REST operations they come down to. */
import type { Bodies } from './write.js';

const ITEM = 'partitionKey, requestOptions, cancellationToken';
const container = (properties: string): string =>
  `return Rest.Define<ContainerResponse, ContainerProperties>(this, "colls", Rest.ContainerBody(${properties}), cancellationToken, name => Rest.Below(new ContainerOverHttp(), this, "colls", name), "Container");`;
const ensured = (properties: string): string =>
  `var wanted = ${properties}; return Rest.Ensure(() => GetContainer(wanted.Id).ReadContainerAsync(null, cancellationToken), () => CreateContainerAsync(wanted, default(int?), requestOptions, cancellationToken));`;
const DATABASE =
  'return Rest.Define<DatabaseResponse, DatabaseProperties>(this, "dbs", new DatabaseProperties(id), cancellationToken, name => Rest.Below(new DatabaseOverHttp(), this, "dbs", name), "Database");';

/** By type and member; where it matters, with the types of its parameters. */
const OWN: Readonly<Record<string, string>> = {
  'Container.CreateItemAsync': `return Rest.Item<T>(this, "POST", null, item, ${ITEM});`,
  'Container.CreateItemStreamAsync': `return Rest.Stream(this, streamPayload, ${ITEM});`,
  'Container.CreateTransactionalBatch': 'return Rest.Batch(this, partitionKey);',
  'Container.Database': 'return State.Get<Database>(this, "Parent");',
  'Container.ReadContainerAsync':
    'return Rest.Read<ContainerResponse, ContainerProperties>(this, "", cancellationToken, name => this, "Container");',
  'Container.ReadItemAsync': `return Rest.Item<T>(this, "GET", id, default(T), ${ITEM});`,
  'Container.ReplaceItemAsync': `return Rest.Item<T>(this, "PUT", id, item, ${ITEM});`,
  'Container.Scripts': 'return Rest.Below(new ScriptsOverHttp(), this, null, null);',
  'Container.UpsertItemAsync': `return Rest.Item<T>(this, "POST", null, item, ${ITEM}, true);`,
  'Container.UpsertItemStreamAsync': `return Rest.Stream(this, streamPayload, ${ITEM}, true);`,
  'ContainerProperties.new(string, string)': ' { Id = id; PartitionKeyPath = partitionKeyPath; }',
  'CosmosClient.CreateDatabaseAsync': DATABASE,
  'CosmosClient.CreateDatabaseIfNotExistsAsync':
    'return Rest.Ensure(() => GetDatabase(id).ReadAsync(requestOptions, cancellationToken), () => CreateDatabaseAsync(id, default(int?), requestOptions, cancellationToken));',
  'CosmosClient.Dispose': '',
  'CosmosClient.GetContainer': 'return GetDatabase(databaseId).GetContainer(containerId);',
  'CosmosClient.GetDatabase': 'return Rest.Below(new DatabaseOverHttp(), this, "dbs", id);',
  'CosmosClient.new(string, CosmosClientOptions)':
    ' { foreach (string part in connectionString.Split(\';\')) if (part.StartsWith("AccountEndpoint=")) State.Set(this, "Endpoint", new Uri(part.Substring(16))); }',
  'CosmosClient.new(string, string, CosmosClientOptions)':
    ' { State.Set(this, "Endpoint", new Uri(accountEndpoint)); }',
  'CosmosException.Message': 'return State.Get<string>(this, "Message");',
  'CosmosException.new':
    ' { State.With(this, "Message", message, "StatusCode", statusCode, "SubStatusCode", subStatusCode, "ActivityId", activityId); }',
  'Database.CreateContainerAsync(ContainerProperties)': container('containerProperties'),
  'Database.CreateContainerAsync(string)': container('new ContainerProperties(id, partitionKeyPath)'),
  'Database.CreateContainerIfNotExistsAsync(ContainerProperties)': ensured('containerProperties'),
  'Database.CreateContainerIfNotExistsAsync(string)': ensured('new ContainerProperties(id, partitionKeyPath)'),
  'Database.CreateUserAsync':
    'return Rest.Define<UserResponse, UserProperties>(this, "users", new UserProperties(id), cancellationToken, name => Rest.Below(new UserOverHttp(), this, "users", name), "User");',
  'Database.GetContainer': 'return State.With(Rest.Below(new ContainerOverHttp(), this, "colls", id), "Parent", this);',
  'Database.GetUser': 'return Rest.Below(new UserOverHttp(), this, "users", id);',
  'Database.ReadAsync':
    'return Rest.Read<DatabaseResponse, DatabaseProperties>(this, "", cancellationToken, name => this, "Database");',
  'DatabaseProperties.new(string)': ' { Id = id; }',
  'PartitionKey.None': 'new PartitionKey { Written = "[{}]" }',
  'PartitionKey.Null': 'new PartitionKey { Written = "[null]" }',
  'PartitionKey.new': ' { Written = Json.Write(new[] { partitionKeyValue }); }',
  'ResponseMessage.Dispose': '',
  'ResponseMessage.EnsureSuccessStatusCode':
    'if (IsSuccessStatusCode) return this; throw new CosmosException(ErrorMessage, StatusCode, 0, Headers.ActivityId, 1);',
  'Scripts.CreateStoredProcedureAsync':
    'return Rest.Define<StoredProcedureResponse, StoredProcedureProperties>(this, "sprocs", storedProcedureProperties, cancellationToken);',
  'Scripts.ReadStoredProcedureAsync':
    'return Rest.Read<StoredProcedureResponse, StoredProcedureProperties>(this, "/sprocs/" + id, cancellationToken);',
  'StoredProcedureProperties.new(string, string)': ' { Id = id; Body = body; }',
  'TransactionalBatch.CreateItem': 'return Rest.Step(this, "Create", null, item, requestOptions);',
  'TransactionalBatch.ExecuteAsync': 'return Rest.Execute(this, cancellationToken);',
  'TransactionalBatch.ReplaceItem': 'return Rest.Step(this, "Replace", id, item, requestOptions);',
  'TransactionalBatch.UpsertItem': 'return Rest.Step(this, "Upsert", null, item, requestOptions);',
  'TransactionalBatchResponse.Dispose': '',
  'User.ReadAsync':
    'return Rest.Read<UserResponse, UserProperties>(this, "", cancellationToken, name => this, "User");',
  'UserProperties.new(string)': ' { Id = id; }',
};

/** How properties of definitions are called on the wire. */
const WIRE: Readonly<Record<string, string>> = { Id: 'id', Body: 'body' };

export const cosmosBodies: Bodies = {
  usings: ['Microsoft.Azure.Cosmos', 'Microsoft.Azure.Cosmos.Scripts'],
  body(type, { name }, parts) {
    const last = type.name.replace(/<.*/, '').split('.').at(-1) ?? '';
    const types = parts.parameters.map((one) => one.type);
    const own =
      OWN[`${last}.${name}(${types.join(', ')})`] ??
      OWN[`${last}.${name}(${types[0] ?? ''})`] ??
      OWN[`${last}.${name}`];
    if (own !== undefined || parts.kind !== 'operator') return own;
    const to = /operator (\w+)/.exec(parts.rest)?.[1] ?? '';
    return `return response.${to === 'T' || to.endsWith('Properties') ? 'Resource' : to};`;
  },
  // The contract names types without their namespace, and a namespace has the name of this one.
  spelled: (signature) => signature.replace(/\bScripts Scripts\b/, 'Scripts.Scripts Scripts'),
  inside: ({ name }) => (name.endsWith('.PartitionKey') ? 'internal string Written;' : undefined),
  wire: (type, property) =>
    /\.(?:Container|Database|User|StoredProcedure)Properties$/.test(type.name) ? WIRE[property] : undefined,
  makes: ({ head }) => /\babstract class \w+$/.test(head),
};
