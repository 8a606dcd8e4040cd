/** Files of C# programs that are run: a class `Program` in the namespace `Shopping`. */

const always = ['System', 'System.Collections.Generic', 'System.Threading.Tasks'];
const GRAPH_FIELD = `private readonly GraphServiceClient graph = new GraphServiceClient(
    new AnonymousAuthenticationProvider(),
    Environment.GetEnvironmentVariable("GRAPH_URL"));`;
const CLIENT =
  'new CosmosClient(Environment.GetEnvironmentVariable("COSMOS_URL"), Environment.GetEnvironmentVariable("COSMOS_KEY"))';

/** The same, with a token for what it does. */
export const cancellable = (text: string): string =>
  text
    .replace(/(?=\nnamespace)/, 'using System.Threading;\n')
    .replace(
      'public async Task<object> Run(string note)',
      'public Task<object> Run(string note) => Run(note, new CancellationToken(note == "cancelled"));\n\n        private async Task<object> Run(string note, CancellationToken cancel)',
    );

/** What is asked of Cosmos DB in the programs. */
export const ORDER = `public class Order
{
    public string id { get; set; }
    public string customer { get; set; }
    public string note { get; set; }
    public int count { get; set; }
}`;

/** Fields by which programs reach Cosmos DB. */
export const COSMOS_FIELDS = {
  client: `private readonly CosmosClient client = ${CLIENT};`,
  database: `private readonly Database database = ${CLIENT}.GetDatabase("shop");`,
  orders: `private readonly Container orders = ${CLIENT}.GetContainer("shop", "orders");`,
};

/** A file with a class whose `Run` does something. */
export function programOf(usings: readonly string[], fields: string, body: string, types = ''): string {
  return `${[...always, ...usings].map((name) => `using ${name};\n`).join('')}
namespace Shopping
{
${types === '' ? '' : `${deeper(types, 1)}\n\n`}    public class Program
    {
${deeper(fields, 2)}

        public async Task<object> Run(string note)
        {
${deeper(body, 3)}
        }
    }
}
`;
}

export const graphProgram = (body: string): string =>
  programOf(
    ['Microsoft.Graph', 'Microsoft.Graph.Models', 'Microsoft.Kiota.Abstractions.Authentication'],
    GRAPH_FIELD,
    body,
  );

/** The same with other errors in reach. */
export const graphHandler = (body: string): string => withErrors(graphProgram(body));

/** The same with Polly, and a policy of it as a field. */
export const graphPolicy = (policy: string, body: string): string =>
  withErrors(graphProgram(body))
    .replace(/(?<=Authentication;\n)/, 'using Polly;\nusing Polly.Retry;\n')
    .replace(GRAPH_FIELD.split('\n')[0] ?? '', (found) => `${policy}\n        ${found}`);

const withErrors = (text: string): string =>
  text.replace('using Microsoft.Kiota', 'using Microsoft.Graph.Models.ODataErrors;\nusing Microsoft.Kiota');

export const cosmosProgram = (field: keyof typeof COSMOS_FIELDS, body: string, types = ''): string =>
  programOf(['System.Net', 'Microsoft.Azure.Cosmos'], COSMOS_FIELDS[field], body, types);

/** The same class with a logger it is given. */
export const logging = (text: string): string =>
  text
    .replace(/^(?=using Microsoft)/m, 'using Microsoft.Extensions.Logging;\n')
    .replace(
      /(public class Program\n {4}\{\n)/,
      '$1        private readonly ILogger log;\n\n        public Program(ILogger log) { this.log = log; }\n\n',
    );

function deeper(code: string, steps: number): string {
  return code.replace(/^(?=.)/gm, '    '.repeat(steps));
}
