/** Files of Python programs that are run: a function `run` that is given a note. */

/** Stands for the note among the fields. */
export const NOTE = Symbol('note');
/** Fields of a body by the names of the service. */
export interface Fields {
  [name: string]: string | boolean | string[] | typeof NOTE | Fields;
}

/** A value as Python writes it. */
function written(value: Fields[string]): string {
  if (value === NOTE) return 'note';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return `{${Object.entries(value as Fields)
    .map(([name, one]) => `${JSON.stringify(name)}: ${written(one)}`)
    .join(', ')}}`;
}

/** How each HTTP client posts a body to Microsoft Graph. */
const CLIENTS = {
  requests: (call: string): string => `import requests

HEADERS = {"Authorization": "Bearer token"}


def run(note):
    return requests.post(${call}, headers=HEADERS)
`,
  httpx: (call: string): string => `import httpx

client = httpx.AsyncClient(headers={"Authorization": "Bearer token"})


async def run(note):
    return await client.post(${call})
`,
};

export type Client = keyof typeof CLIENTS;

/** A program that posts by an HTTP client. */
export const posting = (client: Client, path: string, fields: Fields): string =>
  CLIENTS[client](`"https://graph.microsoft.com/v1.0${path}", json=${written(fields)}`);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The head of a program with msgraph-sdk. */
export const graphHead = (models: readonly string[], more = ''): string => `import os

from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from msgraph import GraphRequestAdapter, GraphServiceClient
${models.map((name) => `from msgraph.generated.models.${snake(name).slice(1)} import ${name}\n`).join('')}${more}
adapter = GraphRequestAdapter(AnonymousAuthenticationProvider())
adapter.base_url = os.environ["GRAPH_URL"]
client = GraphServiceClient(request_adapter=adapter)
`;

/** A program that posts a model by a request builder. */
export function building(builder: string, model: string, fields: Fields, nested: readonly string[] = []): string {
  const args = Object.entries(fields).map(([name, value]) => {
    const inner = nested.find((one) => one.toLowerCase() === name.toLowerCase());
    const made = inner && Object.entries(value as Fields).map(([key, one]) => `${snake(key)}=${written(one)}`);
    return `${snake(name)}=${made ? `${inner}(${made.join(', ')})` : written(value)}`;
  });
  return `${graphHead([model, ...nested])}

async def run(note):
    body = ${model}(${args.join(', ')})
    return await client.${builder}.post(body)
`;
}
