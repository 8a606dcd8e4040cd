/** What is too large to be analysed: data or generated code, which costs more than it can tell. */

/** Larger files are skipped and reported, in bytes of UTF-8. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** True for a text that takes more bytes than that. The bytes are only counted where its length leaves it open. */
export function isTooLarge(text: string): boolean {
  // A UTF-16 code unit is at least one byte of UTF-8 and at most three.
  if (text.length > MAX_FILE_BYTES) return true;
  if (text.length * 3 <= MAX_FILE_BYTES) return false;
  return new TextEncoder().encode(text).length > MAX_FILE_BYTES;
}
