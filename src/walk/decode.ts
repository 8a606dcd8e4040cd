/** Bytes of a file to its text, or the reason why it is none. The same for files of a disk and of an editor. */
import { t } from '../l10n/t.js';

export type SourceText = { ok: true; text: string; bytes: number } | { ok: false; message: string; bytes: number };

/** Reads UTF-8; undefined for bytes that are none. */
export type DecodeUtf8 = (bytes: Uint8Array) => string | undefined;

/** The result for a file that is too large to be read, of so many bytes. */
export function tooLarge(size: number): SourceText {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return { ok: false, message: t('skipped: {0} MB, and files over 1 MB are not analysed', megabytes), bytes: 0 };
}

/**
 * Decodes UTF-8 with or without a byte order mark, and UTF-16 with one. The text has no byte order mark.
 *
 * @param utf8 a faster way to read UTF-8, where the host has one
 */
export function decode(bytes: Uint8Array, utf8: DecodeUtf8 = strictUtf8): SourceText {
  const size = bytes.length;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if (content.includes(0)) return { ok: false, message: t('skipped: not text (it contains a NUL byte)'), bytes: size };
  const text = utf8(content);
  if (text !== undefined) return { ok: true, text, bytes: size };
  return { ok: false, message: t('skipped: not text (it is not valid UTF-8)'), bytes: size };
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): SourceText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text, bytes: bytes.length };
  } catch {
    // Falls through to the same message.
  }
  return { ok: false, message: t('skipped: not text (it is not valid UTF-16)'), bytes: bytes.length };
}
