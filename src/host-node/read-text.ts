/** Reads a source file in as few calls as possible and says why it is none. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../analysis/limits.js';
import { phrases, t } from '../l10n/t.js';
import { type DecodeUtf8, decode, type SourceText, tooLarge } from '../walk/decode.js';

/** So much is read before the size is asked for: most files end within it. */
const FIRST_BYTES = 64 * 1024;

/** One buffer for all reads of the thread: a file is decoded before the next one is read. */
const buffer = Buffer.allocUnsafeSlow(MAX_FILE_BYTES + 1);

/**
 * Reads a file as text, without its byte order mark. Never throws: a file that cannot be read, is over 1 MB or is not
 * text gives a message.
 */
export function readText(path: string): SourceText {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    return { ok: false, message: t('cannot be read: {0}', reasonOf(error)), bytes: 0 };
  }
  try {
    let length = readSync(handle, buffer, 0, FIRST_BYTES, null);
    if (length === FIRST_BYTES) {
      const { size } = fstatSync(handle);
      if (size > MAX_FILE_BYTES) return tooLarge(size);
      for (let more = -1; more !== 0 && length <= MAX_FILE_BYTES; length += more) {
        more = readSync(handle, buffer, length, MAX_FILE_BYTES + 1 - length, null);
      }
      if (length > MAX_FILE_BYTES) return tooLarge(length);
    }
    return decode(buffer.subarray(0, length), utf8);
  } catch (error) {
    return { ok: false, message: t('cannot be read: {0}', reasonOf(error)), bytes: 0 };
  } finally {
    closeSync(handle);
  }
}

/** Decodes as the engine wants it, with what Node does faster than a decoder. */
const utf8: DecodeUtf8 = (bytes) => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(content)) return content.toString('latin1');
  return isUtf8(content) ? content.toString('utf8') : undefined;
};

const REASONS: Readonly<Record<string, string>> = phrases({
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  ELOOP: 'symbolic links that lead to themselves',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its name is too long',
});

/** A system error in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason !== undefined) return t(reason);
  return code !== '' ? code : error instanceof Error ? error.message : String(error);
}
