/** The HTTP statuses a text tells of, by number, by name and by the exceptions that stand for one. */

/** Where a number is a status. Each expression has one group, and none looks back over an unbounded stretch. */
const NUMBERS: readonly RegExp[] = [
  /\bHTTP\/\d(?:\.\d)?"? {1,3}(\d{3})\b/gi,
  /status(?:[ _-]?code)?(?:value__|value)?["']?\s{0,8}(?:[:=]|is|was|of|with)?\s{0,3}["'(]?(\d{3})\b/gi,
  /\bcode["']?\s{0,4}[:=]\s{0,3}["'(]?(\d{3})\b/gi,
  /\bRESPONSE:? (\d{3})\b/gi,
  /\((\d{3})\)/g,
  // Diagnostics of Cosmos DB: status and substatus, and how often.
  /["']\((\d{3}), ?\d{1,5}\)["']/g,
  /\[(\d{3})\](?= {0,3}(?:::>|[A-Z]|$))/gm,
  /\((?:HTTP|status) (\d{3})\)/gi,
  /\b(\d{3})[ :(-]{1,4}(?:Conflict|Precondition|Locked|Failed ?Dependency|Unprocessable|Bad ?Request|Client Error)/gi,
  /\b(?:HTTP|HTTP error|error|returned|returns|got|answered|failed with|StatusCode=|status code of|with an?) {0,2}(\d{3})\b/gi,
  /(?:=>|->|:) (\d{3})(?: |$)/gm,
  /(?:^|[ \t])(409|412|423|449)(?=[ \t,;]|$)/gm,
  /\b([45]\d\d) (?=\{|[A-Z][A-Za-z]{2,30}_[A-Z])/g,
];

/** Names of statuses, in the places where a status stands. */
const NAMES: Readonly<Record<string, number>> = {
  conflict: 409,
  preconditionfailed: 412,
  locked: 423,
  faileddependency: 424,
  retrywith: 449,
  badrequest: 400,
  unprocessableentity: 422,
  internalservererror: 500,
  toomanyrequests: 429,
  serviceunavailable: 503,
};
const NAMED =
  /(?:\b(?:ERROR|Error|error): |status(?:[ _-]?code)?["']?\s{0,8}[:=]\s{0,3}["']?|HttpStatusCode\.|does not indicate success: |^|\()(Conflict|Precondition ?Failed|Locked|Failed ?Dependency|Retry ?With|Bad ?Request|Unprocessable ?Entity|Internal ?Server ?Error|Too ?Many ?Requests|Service ?Unavailable)\b(?=["')\s,.(:;]|$)/gim;

/** Types of exceptions that are one status. */
const EXCEPTIONS: readonly [RegExp, number][] = [
  [
    /\b(?:CosmosResourceExistsError|ResourceExistsError|CosmosConflictException|ConflictException|HttpClientErrorException\$Conflict|WebClientResponseException\$Conflict)\b/,
    409,
  ],
  [
    /\b(?:CosmosAccessConditionFailedError|PreconditionFailedException|LeaseLostException|DbUpdateConcurrencyException|ResourceModifiedError)\b/,
    412,
  ],
  [/\bRetryWithException\b/, 449],
  [/\bLockedException\b/, 423],
];

/** Every status in the text, each once, in the order of the expressions. */
export function statusesIn(text: string): Set<number> {
  const out = new Set<number>();
  for (const pattern of NUMBERS)
    for (const [, number] of text.matchAll(pattern)) {
      const status = Number(number);
      if (status >= 200 && status < 600) out.add(status);
    }
  for (const [, name = ''] of text.matchAll(NAMED)) {
    const status = NAMES[name.replace(/ /g, '').toLowerCase()];
    if (status !== undefined) out.add(status);
  }
  for (const [pattern, status] of EXCEPTIONS) if (pattern.test(text)) out.add(status);
  return out;
}

/** The substatus of Cosmos DB, where the text has one other than 0. */
export function substatusIn(text: string): number | undefined {
  for (const [, number] of text.matchAll(/sub-?status(?:[ _-]?code)?["']?\s{0,4}[:=]?\s{0,3}["']?(\d{1,5})\b/gi))
    if (Number(number) > 0) return Number(number);
  return undefined;
}
