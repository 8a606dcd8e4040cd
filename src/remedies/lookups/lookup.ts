/** How the resource that is already there is found again, as data. Free of language and library. */
import type { Service } from '../../catalog/types.js';

/**
 * Where the twin of a refused create is read, by scenario or for all operations of a service. Fields are properties of the
 * request's body.
 *
 * - `key`: at its own address: that of the create, without the `without` at its end, and behind it `key`, in which
 *   `{field}` stands for a value and `{'field'}` for one inside the quotes of an OData key.
 * - `list`: among those at the address of the create; the service enforces that the fields in `match` are unique there
 *   (without regard to case, as everywhere in Graph).
 * - `renew`: among those at the address of the create; it is renewed, since it ends by itself.
 * - `item`: by id and partition key, as the call or the container's definition tells them.
 * - `definition`: by the name of what is defined.
 * - `there`: it need not be read, since the call hands out nothing that anybody uses.
 */
export type Lookup = ({ rules: readonly string[] } | { service: Service }) & { op?: RegExp } & (
    | { by: 'key'; key: string; without?: string; fields: readonly string[] }
    | { by: 'list'; match: readonly string[] }
    | { by: 'renew' }
    | { by: 'item' }
    | { by: 'definition' }
    | { by: 'there' }
  );

/** A lookup of certain scenarios. */
export type RuleLookup = Extract<Lookup, { rules: readonly string[] }>;

/** A lookup of one kind. */
export type LookupBy<By extends Lookup['by']> = Extract<Lookup, { by: By }>;
