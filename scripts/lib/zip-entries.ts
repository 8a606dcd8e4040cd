/** What is in a ZIP archive, which is what a VSIX is. */
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** A file of an archive. */
export interface ZipFile {
  name: string;
  content(): Buffer;
}

/**
 * The files of an archive, in the order of its directory (ZIP specification APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
 *
 * @throws when this is no archive
 */
export function zipFiles(archive: Buffer): ZipFile[] {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END_OF_DIRECTORY);
  const end = archive.lastIndexOf(signature);
  if (end < 0) throw new Error('this is no ZIP archive');
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error(`no directory entry at byte ${at}`);
    const [packed, length] = [archive.readUInt16LE(at + 10) !== 0, archive.readUInt16LE(at + 28)];
    const [size, local] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)];
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    const content = (): Buffer => {
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const data = archive.subarray(from, from + size);
      return packed ? inflateRawSync(data) : data;
    };
    return { name, content };
  });
}

/** Names of the files in an archive. @throws when this is no archive */
export function zipEntries(archive: Buffer): string[] {
  return zipFiles(archive).map(({ name }) => name);
}
