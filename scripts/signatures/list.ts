/** The list of signatures: what of an SDK the fixes, the snippets and their tests use, as its sources declare it. */

/** One library. */
export interface SignatureList {
  package: string;
  version: string;
  /** Where each signature was read, and at which commit. */
  repository: string;
  commit: string;
  types: SignatureType[];
}

export interface SignatureType {
  /** With its namespace and the types around it; `<T>` where it is generic. */
  name: string;
  /** File in the repository; several where it is declared in parts. */
  source: string;
  /** How it is declared. Of its bases only those that are in a list or belong to the language. */
  head: string;
  members: SignatureMember[];
  /** Of a request builder of Microsoft.Graph: the template of its address. */
  url?: string;
  /** Of a model of Microsoft.Graph: what it says of its type when it is made. */
  odataType?: string;
}

export interface SignatureMember {
  /** Its name; `new`, `this` and `operator` for constructors, indexers and operators. */
  name: string;
  signature: string;
  /** Its name on the wire; of a builder of Microsoft.Graph 4, what it adds to the address. */
  wire?: string;
}

/** `Task` in `System.Threading.Tasks`, and what else a signature may mention without being listed itself. */
const KNOWN =
  /^(?:System|Threading|Tasks|ValueTask|Net|Http|Headers|Collections|Generic|Task|Action|Func|IEnumerable|List|IList|IDictionary|Dictionary|IReadOnlyList|IReadOnlyCollection|Nullable|CancellationToken|Stream|HttpStatusCode|HttpClient|HttpResponseHeaders|TimeSpan|DateTimeOffset|DateTime|Guid|Uri|Exception|IDisposable)$/;

/** Names of types a signature mentions that are neither listed nor part of the language's own library. */
export function unknownIn(signature: string, listed: ReadonlySet<string>, generic: readonly string[]): string[] {
  const [head = ''] = signature.split('(');
  const [, name = '', made = ''] = /(\w+)(?:<([\w, ]+)>)?$/.exec(head) ?? [];
  const parameters = new Set([...generic, ...made.split(', '), ...(signature.includes('(') ? [name] : [])]);
  const words = signature
    .replace(/"[^"]*"/g, '')
    .replace(/ = [^,)]*/g, '')
    .replace(/\b(?:in|out|ref|params|this) /g, '');
  // What is mentioned is followed by a name, by what it is made of, or ends one of these.
  const found = [...words.matchAll(/(?<![\w.])([A-Z]\w*(?:\.\w+)*)(?=[<>?,[\]]| \w|\.\.)/g)].map(([, one = '']) => one);
  return found.filter((one) => {
    const last = one.split('.').at(-1) ?? '';
    return !listed.has(last) && !parameters.has(one) && !one.split('.').every((part) => KNOWN.test(part));
  });
}

/** Names in angle brackets at the end of a name: `Response<T>` has `T`. */
export const parametersOf = (name: string): string[] => /<(.*)>$/.exec(name)?.[1]?.split(', ') ?? [];
