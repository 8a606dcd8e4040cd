/** A mistake of the user's, told in one line; the exit code is 2. */
export class UsageError extends Error {}
