/** What stands inside Microsoft.Graph 5 and Kiota: addresses by the templates of the list, requests by the runtime. */
import type { SignatureType } from '../../../../scripts/signatures/list.js';
import { type Parts, taskOf } from './parts.js';
import type { Bodies } from './write.js';

const VERBS: Readonly<Record<string, string>> = {
  GetAsync: 'GET',
  PostAsync: 'POST',
  PatchAsync: 'PATCH',
};

/** Members whose inside is their own, by type and name; constructors by their first parameter too. */
const OWN: Readonly<Record<string, string>> = {
  'AnonymousAuthenticationProvider.AuthenticateRequestAsync': 'return Task.CompletedTask;',
  'ApiException.new': ' { ResponseHeaders = new Dictionary<string, IEnumerable<string>>(); }',
  'ApiException.new(string)': ' : base(message) { ResponseHeaders = new Dictionary<string, IEnumerable<string>>(); }',
  'ApiException.new(string, Exception)': ' : base(message, innerException) { }',
  'BaseGraphServiceClient.new': ' : base(requestAdapter, "{+baseurl}", new Dictionary<string, object>()) { }',
  'BatchRequestContentCollection.new': ' { }',
  'BaseRequestBuilder.new(IRequestAdapter, string, Dictionary<string, object>)':
    ' { RequestAdapter = requestAdapter; UrlTemplate = urlTemplate; PathParameters = new Dictionary<string, object>(pathParameters); }',
  'BaseRequestBuilder.new(IRequestAdapter, string, string)':
    ' : this(requestAdapter, urlTemplate, new Dictionary<string, object> { { Sending.RawUrl, rawUrl } }) { }',
  'CustomDriveItemItemRequestBuilder.new': ' : base(pathParameters, requestAdapter) { UrlTemplate = urlTemplate; }',
  'DriveItemRequestBuilderExtensions.ItemWithPath': 'return rootRequestBuilder.WithPath(path);',
  'GraphServiceClient.Batch': 'return new BatchRequestBuilder(RequestAdapter);',
  'GraphServiceClient.Dispose': '',
  'GraphServiceClient.new(HttpClient, IAuthenticationProvider, string)':
    ' : this(new Adapter(httpClient), baseUrl) { }',
  'GraphServiceClient.new(IAuthenticationProvider, string)': ' : this(new Adapter(null), baseUrl) { }',
  'GraphServiceClient.new(IRequestAdapter, string)':
    ' : base(Sending.At(requestAdapter, baseUrl)) { RequestAdapter = requestAdapter; }',
  'ODataError.Message': 'return Error?.Message ?? string.Empty;',
  'RequestHeaders.Add(string, IEnumerable<string>)': 'foreach (string one in value) Add(key, one);',
  'RequestHeaders.Add(string, string[])':
    'var all = State.Get<List<KeyValuePair<string, string>>>(this, "all") ?? new List<KeyValuePair<string, string>>(); foreach (string value in headerValues) all.Add(new KeyValuePair<string, string>(headerName, value)); State.Set(this, "all", all);',
  'RequestHeaders.TryAdd': 'Add(headerName, headerValue); return true;',
};

/** Members beside those of the list, none of which can be seen from outside. */
const INSIDE: Readonly<Record<string, string>> = {
  DriveItemItemRequestBuilder:
    'internal CustomDriveItemItemRequestBuilder WithPath(string path) { return new CustomDriveItemItemRequestBuilder(PathParameters, RequestAdapter, UrlTemplate + ":/" + Uri.EscapeDataString(path.TrimStart(\'/\')) + ":"); }',
  RequestConfiguration: 'public RequestConfiguration() { Headers = new RequestHeaders(); QueryParameters = new T(); }',
};

const lastOf = (name: string): string => name.replace(/<.*/, '').split('.').at(-1) ?? '';

export const graphBodies: Bodies = {
  usings: [
    'Microsoft.Graph.Core.Requests',
    'Microsoft.Kiota.Abstractions',
    'Microsoft.Kiota.Abstractions.Authentication',
    'Microsoft.Kiota.Abstractions.Serialization',
    'Microsoft.Kiota.Abstractions.Store',
  ],
  body(type, { name }, parts, all) {
    const key = `${lastOf(type.name)}.${name}`;
    const own = OWN[`${key}(${parts.parameters.map((one) => one.type).join(', ')})`] ?? OWN[key];
    if (own !== undefined) return own;
    if (type.name.startsWith('Microsoft.Graph.Models.')) return modelBody(type, parts);
    if (parts.kind === 'constructor') return type.url === undefined ? undefined : madeAt(type.url, parts);
    if (name === 'WithUrl') return `return new ${parts.type}(rawUrl, RequestAdapter);`;
    const child = all.find((one) => one.name === parts.type && one.url !== undefined);
    if (child) return `return new ${parts.type}(${parametersFor(parts)}, RequestAdapter${further(parts)});`;
    const verb = VERBS[name];
    return verb === undefined || type.url === undefined ? undefined : sent(verb, parts);

    /** The address of a child by key has one more hole. */
    function parametersFor({ kind, parameters }: Parts): string {
      const [hole] = /\{[^{}]*\}$/.exec(child?.url ?? '') ?? [''];
      const [key] = parameters;
      if (kind !== 'indexer' || !key) return 'PathParameters';
      return `Sending.And(PathParameters, "${hole.slice(1, -1)}", ${key.name})`;
    }
  },
  inside: (type) => INSIDE[lastOf(type.name)],
};

const further = ({ kind, parameters }: Parts): string =>
  kind === 'method' ? parameters.map((one) => `, ${one.name}`).join('') : '';

/** A builder at an address, or at a whole one that is given. */
function madeAt(url: string, { parameters }: Parts): string {
  const [first, , ...keys] = parameters;
  const call = ` : base(requestAdapter, ${JSON.stringify(url)}, ${first?.name ?? ''})`;
  const added = keys.map(({ name }) => `PathParameters["${name}"] = ${name};`);
  return `${call} { ${added.join(' ')} }`;
}

function modelBody(type: SignatureType, { kind }: Parts): string | undefined {
  if (kind !== 'constructor') return undefined;
  const odata = type.odataType === undefined ? '' : ` OdataType = "${type.odataType}";`;
  const more = type.members.some(({ name }) => name === 'AdditionalData')
    ? ' AdditionalData = new Dictionary<string, object>();'
    : '';
  return ` {${odata}${more} }`;
}

function sent(verb: string, { type, parameters }: Parts): string {
  const body = parameters.find(({ name }) => name === 'body') ? 'body' : 'null';
  const query = /RequestConfiguration<(.*)>>$/.exec(
    parameters.find((p) => p.name === 'requestConfiguration')?.type ?? '',
  );
  return `return Sending.Send<${taskOf(type) ?? 'object'}, ${query?.[1]}>(RequestAdapter, "${verb}", UrlTemplate, PathParameters, ${body}, requestConfiguration, cancellationToken);`;
}
