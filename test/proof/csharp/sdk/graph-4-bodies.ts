/** What stands inside Microsoft.Graph 4: each builder adds to the address of the one before, a request sends. */
import { taskOf } from './parts.js';
import type { Bodies } from './write.js';

export const graph4Bodies: Bodies = {
  usings: ['Microsoft.Graph'],
  body(type, { name, wire }, parts) {
    if (type.name === 'Microsoft.Graph.ServiceException') return exception(parts.parameters.map((one) => one.name));
    if (type.name === 'Microsoft.Graph.GraphServiceClient' && parts.kind === 'constructor')
      return ' { State.With(this, "Address", baseUrl, "Base", baseUrl, "Client", httpClient); }';
    if (/^Microsoft\.Graph\.I\w+RequestBuilder$/.test(type.name) || wire !== undefined) {
      if (!/^I[A-Z]\w+$/.test(parts.type)) return undefined;
      const [hole] = /^\{\w+\}$/.exec(wire ?? '') ?? [];
      const segment = wire === undefined ? 'null' : hole === undefined ? `"${wire}"` : hole.slice(1, -1);
      return `return Older.At(new ${parts.type}OverHttp(), this, ${segment});`;
    }
    const task = taskOf(parts.type) ?? 'object';
    const [first] = parts.parameters;
    if (name === 'GetAsync' && /CollectionPage$/.test(task)) return 'return Older.Page(this, cancellationToken);';
    if (name === 'GetAsync') return `return Older.Send<${task}>(this, "GET", null, cancellationToken);`;
    if (name !== 'AddAsync' || !first) return undefined;
    const body = /References/.test(type.name) ? `Older.Reference(this, ${first.name}.Id)` : first.name;
    return `return Older.Send<${task}>(this, "POST", ${body}, cancellationToken);`;
  },
  makes: ({ head }) => /\binterface I\w+Request(?:Builder)?$/.test(head),
};

/** What an exception is given is what it hands out. */
function exception(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const kept = names
    .filter((name) => name !== 'innerException')
    .map((name) => `"${name.charAt(0).toUpperCase()}${name.slice(1)}", ${name}`);
  return ` : base("Code: " + error?.Code + "\\r\\nMessage: " + error?.Message, innerException) { State.With(this, ${kept.join(', ')}); }`;
}
