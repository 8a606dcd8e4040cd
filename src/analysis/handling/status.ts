/** Names and numbers of HTTP statuses, as programs write them. */

const NAMES: Record<string, number> = {
  badrequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notfound: 404,
  conflict: 409,
  gone: 410,
  preconditionfailed: 412,
  preconfailed: 412,
  unprocessableentity: 422,
  locked: 423,
  faileddependency: 424,
  toomanyrequests: 429,
  retrywith: 449,
  internalservererror: 500,
  serviceunavailable: 503,
  ok: 200,
  created: 201,
  nocontent: 204,
  accepted: 202,
};

/**
 * The status a name stands for: `HttpStatusCode.Conflict`, `StatusCodes.Status409Conflict`, `HTTP_STATUS_CONFLICT`.
 *
 * @param name the last part of a dotted name
 */
export function statusOfName(name: string): number | undefined {
  const digits = /(?:^|\D)([1-5]\d\d)(?:\D|$)/.exec(name);
  if (digits) return Number(digits[1]);
  const word = name
    .replace(/^(?:HTTP_?)?(STATUS_?)?(CODE_?)?/i, '')
    .replace(/_/g, '')
    .toLowerCase();
  return NAMES[word];
}

/** Names of functions that ask for the status they are given: `HasStatusCode(err, 409)`, `IsErrorStatusCode(err, status)`. */
const ASKS = /status|(?:is|has|was)(?:error)?code/i;
/** Functions that are named after the one status they ask for. Source: hashicorp/go-azure-helpers, lang/response. */
const WAS = /^Was(?=[A-Z])/;

/**
 * The status that a function of a library asks for, as far as its name and arguments say it.
 *
 * @param name the function's name
 * @param constants what its arguments are known to be; names of constants as records
 */
export function statusAsked(name: string, constants: readonly unknown[]): number | undefined {
  if (WAS.test(name)) {
    const said = NAMES[name.replace(WAS, '').toLowerCase()];
    if (said !== undefined) return said;
  }
  if (!ASKS.test(name)) return undefined;
  const asked = constants.flatMap((k) => {
    if (typeof k === 'number') return k >= 100 && k < 600 ? [k] : [];
    const status = isName(k) ? statusOfName(k.name) : undefined;
    return status === undefined ? [] : [status];
  });
  return asked.length === 1 ? asked[0] : undefined;
}

function isName(k: unknown): k is { name: string } {
  return k !== null && typeof k === 'object' && 'name' in k && typeof k.name === 'string';
}

/** Words by which code tells a conflict in a text or in the name of a predicate. */
export const CONFLICT_WORDS =
  /409|412|conflict|already[\s_-]*(?:exist|added|in use|a member|installed)|alreadyexist|duplicate|pre-?condition|etag|object reference|in ?use|samekeyvalue|folderexists|concurren/i;
