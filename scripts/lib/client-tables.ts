/** The libraries whose calls are recognised, as a document for people: one table for each language. */
import { languages } from '../../src/analysis/languages/index.js';
import { sdks } from '../../src/analysis/operations/sdks/index.js';

/** Where the document stands. */
export const CLIENTS = 'docs/clients.md';

const SERVICES: Record<string, string> = {
  graph: 'Microsoft Graph and Bookings',
  cosmos: 'Azure Cosmos DB',
  http: 'both, by URL',
};

const INTRODUCTION = `# Languages and client libraries

Calls of these libraries are recognised by what is imported and by the types of values, never by a name alone. Any other
client, also one of your own, is recognised where a verb and a URL or path of the services stand in the call, and is looked
into where it is part of the project. \`httpClients\` in \`.guard409.jsonc\` names a client whose base address is not in the code.

This page is made from the tables of the engine by \`npm run clients:docs\`.
`;

/** The text of the document. */
export function clientTables(): string {
  const parts = families().map(({ list, titles }) => {
    const rows = merged(list)
      .sort((a, b) => a.service.localeCompare(b.service) || a.title.localeCompare(b.title))
      .map((sdk) => `| ${sdk.title} | ${code(sdk.modules)} | ${SERVICES[sdk.service] ?? sdk.service} |`);
    const head = '| library | named in the code as | talks to |\n|---|---|---|';
    return `\n## ${titles.join(', ')}\n\n${head}\n${rows.join('\n')}\n`;
  });
  return INTRODUCTION + parts.join('');
}

/** Libraries by their titles: one whose parts are described apart stands once, with the modules of all. */
function merged(list: typeof sdks): { title: string; service: string; modules: string[] }[] {
  const out = new Map<string, { title: string; service: string; modules: string[] }>();
  for (const { title, service, modules } of list) {
    const key = `${service} ${title}`;
    out.set(key, { title, service, modules: [...(out.get(key)?.modules ?? []), ...modules] });
  }
  return [...out.values()];
}

/** Languages with the same libraries stand together. */
function families(): { list: typeof sdks; titles: string[] }[] {
  const out: { list: typeof sdks; titles: string[] }[] = [];
  for (const { id, title } of languages) {
    const list = sdks.filter((sdk) => sdk.languages.includes(id));
    const same = out.find(
      (other) => other.list.length === list.length && other.list.every((sdk, i) => sdk === list[i]),
    );
    if (same) same.titles.push(title);
    else out.push({ list, titles: [title] });
  }
  return out;
}

function code(names: readonly string[]): string {
  const shown = [...new Set(names.map((name) => name.replace(/[./]\*$/, '')))];
  return shown.length > 0 ? shown.map((name) => `\`${name}\``).join(', ') : 'no import needed';
}
