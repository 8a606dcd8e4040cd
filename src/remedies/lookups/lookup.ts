/** How the resource that is already there is found again, as data. Free of language and library. */

/**
 * Where the twin of a refused create is read, by scenario. Fields are properties of the request's body.
 *
 * - `key`: at its own address: that of the create, without the `without` at its end, and behind it `key`, in which
 *   `{field}` stands for a value and `{'field'}` for one inside the quotes of an OData key.
 * - `list`: among those at the address of the create; the service enforces that the fields in `match` are unique there
 *   (without regard to case, as everywhere in Graph).
 * - `there`: it need not be read, since the call hands out nothing that anybody uses.
 */
export type Lookup = { rules: string[]; op?: RegExp } & (
  | { by: 'key'; key: string; without?: string; fields: string[] }
  | { by: 'list'; match: string[] }
  | { by: 'there' }
);
