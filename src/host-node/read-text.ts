/** Reads a source file in as few calls as possible and says why it is none. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../analysis/limits.js';
import { phrases, t } from '../l10n/t.js';

/** So much is read before the size is asked for: most files end within it. */
const FIRST_BYTES = 64 * 1024;

export type SourceText = { ok: true; text: string; bytes: number } | { ok: false; message: string; bytes: number };

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
    return decode(buffer.subarray(0, length));
  } catch (error) {
    return { ok: false, message: t('cannot be read: {0}', reasonOf(error)), bytes: 0 };
  } finally {
    closeSync(handle);
  }
}

function tooLarge(size: number): SourceText {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return { ok: false, message: t('skipped: {0} MB, and files over 1 MB are not analysed', megabytes), bytes: 0 };
}

/** Bytes to text. UTF-8 with or without a byte order mark, and UTF-16 with one. */
export function decode(bytes: Buffer): SourceText {
  const size = bytes.length;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if (content.includes(0)) return { ok: false, message: t('skipped: not text (it contains a NUL byte)'), bytes: size };
  if (isAscii(content)) return { ok: true, text: content.toString('latin1'), bytes: size };
  if (isUtf8(content)) return { ok: true, text: content.toString('utf8'), bytes: size };
  return { ok: false, message: t('skipped: not text (it is not valid UTF-8)'), bytes: size };
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): SourceText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text, bytes: bytes.length };
  } catch {
    // Falls through to the same message.
  }
  return { ok: false, message: t('skipped: not text (it is not valid UTF-16)'), bytes: bytes.length };
}

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
