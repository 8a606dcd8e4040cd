/** The programs of the proof for Go: what they do in Go, and the fixes that are offered there. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { programs as others } from '../programs/index.js';

const file = (imports: readonly string[], declared: string, body: string, parameters = 'note string'): string => {
  const own = imports.filter((name) => !name.includes('.')).sort();
  const foreign = imports.filter((name) => name.includes('.')).sort();
  const list = [own, foreign]
    .filter((names) => names.length > 0)
    .map((names) => names.map((n) => `\t"${n}"\n`).join(''));
  return `package store

import (
${list.join('\n')})

${declared}
func Run(${parameters}) (any, error) {
${body.replace(/^(?=.)/gm, '\t')}
}
`;
};

const COSMOS = 'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos';

const GRAPH = 'github.com/microsoftgraph/msgraph-sdk-go';

const CLIENT = `func connect() *azcosmos.Client {
	key, err := azcosmos.NewKeyCredential(os.Getenv("COSMOS_KEY"))
	if err != nil {
		panic(err)
	}
	client, err := azcosmos.NewClientWithKey(os.Getenv("COSMOS_URL"), key, nil)
	if err != nil {
		panic(err)
	}
	return client
}
`;

/** Something of Cosmos DB that is had from its client. */
const cosmos = (imports: string[], getter: string, body: string): string =>
  file(['context', 'os', COSMOS, ...imports], `${CLIENT}\n${getter}\n`, body);

const ORDERS = `func orders() *azcosmos.ContainerClient {
	container, err := connect().NewContainer("shop", "orders")
	if err != nil {
		panic(err)
	}
	return container
}
`;

const SHOP = `func shop() *azcosmos.DatabaseClient {
	database, err := connect().NewDatabase("shop")
	if err != nil {
		panic(err)
	}
	return database
}
`;

/** A request that is sent to Graph by the standard library. */
const http = (path: string, body: string): string =>
  file(
    ['bytes', 'encoding/json', 'net/http', 'proof/shown'],
    '',
    `body, err := json.Marshal(map[string]any{${body}})
if err != nil {
	return nil, err
}
response, err := http.Post("https://graph.microsoft.com/v1.0/${path}", "application/json", bytes.NewReader(body))
if err != nil {
	return nil, err
}
return shown.Of(response, err)`,
  );

/** By the title of the program in TypeScript. */
const texts: Readonly<Record<string, Pick<Program, 'text' | 'fixes'> & Partial<Program>>> = {
  item: {
    fixes: ['create-or-get', 'report-conflict', 'upsert'],
    text: cosmos(
      ['encoding/json'],
      ORDERS,
      `ctx := context.Background()
container := orders()
body, err := json.Marshal(map[string]any{"id": "order-1", "customer": "ada", "note": note})
if err != nil {
	return nil, err
}
answer, err := container.CreateItem(ctx, azcosmos.NewPartitionKeyString("ada"), body, &azcosmos.ItemOptions{EnableContentResponseOnWrite: true})
if err != nil {
	return nil, err
}
var made map[string]any
err = json.Unmarshal(answer.Value, &made)
return made, err`,
    ),
  },
  container: {
    fixes: ['create-or-get', 'report-conflict'],
    text: cosmos(
      [],
      SHOP,
      `ctx := context.Background()
database := shop()
wanted := azcosmos.ContainerProperties{ID: "invoices", PartitionKeyDefinition: azcosmos.PartitionKeyDefinition{Paths: []string{"/customer"}}}
made, err := database.CreateContainer(ctx, wanted, nil)
if err != nil {
	return nil, err
}
return map[string]any{"id": made.ContainerProperties.ID}, nil`,
    ),
  },
  database: {
    fixes: ['create-or-get', 'report-conflict'],
    text: cosmos(
      [],
      '',
      `ctx := context.Background()
client := connect()
made, err := client.CreateDatabase(ctx, azcosmos.DatabaseProperties{ID: "archive"}, nil)
if err != nil {
	return nil, err
}
return map[string]any{"id": made.DatabaseProperties.ID}, nil`,
    ),
  },
  'service principal': {
    fixes: ['create-or-get', 'report-conflict'],
    text: file(
      ['context', GRAPH, `${GRAPH}/models`],
      'var client = msgraphsdkgo.NewGraphServiceClient(nil)\n',
      `appID := "11111111-2222-3333-4444-555555555555"
body := models.NewServicePrincipal()
body.SetAppId(&appID)
body.SetNotes(&note)
made, err := client.ServicePrincipals().Post(context.Background(), body, nil)
if err != nil {
	return nil, err
}
return map[string]any{"id": made.GetId(), "appId": made.GetAppId(), "notes": made.GetNotes()}, nil`,
    ),
  },
  'service principal by fetch': {
    fixes: ['report-conflict'],
    text: http('servicePrincipals', '"appId": "11111111-2222-3333-4444-555555555555", "notes": note'),
  },
  'user by fetch': {
    fixes: ['report-conflict'],
    text: http(
      'users',
      '"displayName": "Ada", "userPrincipalName": "ada@contoso.com", "mailNickname": "ada", "jobTitle": note',
    ),
  },
};

export const goPrograms: readonly Program[] = others.flatMap((program) => {
  const own = program.broken ? undefined : texts[program.title];
  return own ? [{ ...program, ...own }] : [];
});

/** Every fix of every program. Logging can be added to any call that gives an error. */
export const goCells: readonly { program: Program; fix: FixId }[] = goPrograms.flatMap((program) =>
  [...program.fixes, ...(program.answers ? [] : ['instrument' as const])].map((fix) => ({ program, fix })),
);
