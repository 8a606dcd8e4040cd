/** Reads the pictures a browser takes, and writes them small: with a palette, which is enough for windows and text. */
import { deflateSync, inflateSync } from 'node:zlib';

/** A picture as its points: red, green and blue for each, row by row. */
export interface Picture {
  width: number;
  height: number;
  rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Most colours of a palette. */
const PALETTE = 256;

/** Bits of each colour that count while colours are told apart; a screen shows little of the rest. */
const KEPT_BITS = 5;

/**
 * Reads a PNG with eight bits for each of three or four channels, not interlaced, as Chromium writes it. Transparency is
 * left out. Source: https://www.w3.org/TR/png-3/ (filters: 9.2).
 *
 * @throws when it is another kind
 */
export function readPng(file: Buffer): Picture {
  const header = chunk(file, 'IHDR')[0];
  if (!header) throw new Error('this is no PNG');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const channels = { 2: 3, 6: 4 }[header.readUInt8(9)];
  if (!channels || header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0)
    throw new Error('this kind of PNG is not read');
  const data = inflateSync(Buffer.concat(chunk(file, 'IDAT')));
  const stride = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = new Uint8Array(data.subarray(start + 1, start + 1 + stride));
    unfilter(row, above, channels, data[start] ?? 0);
    for (let x = 0; x < width; x++) {
      rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
    }
    above = row;
  }
  return { width, height, rgb };
}

function unfilter(row: Uint8Array, above: Uint8Array, channels: number, filter: number): void {
  for (let i = 0; i < row.length; i++) {
    const left = i < channels ? 0 : (row[i - channels] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < channels ? 0 : (above[i - channels] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[i] = (row[i] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Writes a picture as a PNG with a palette of its most frequent colours. Other points take the nearest of them. */
export function smallPng({ width, height, rgb }: Picture): Buffer {
  const palette = frequent(rgb);
  const nearest = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colorAt(rgb, y * width + x);
      const known = nearest.get(color) ?? nearestOf(palette, color);
      nearest.set(color, known);
      rows[y * (width + 1) + 1 + x] = known;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  const parts = [written('IHDR', header), written('PLTE', colors), written('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, written('IEND', Buffer.alloc(0))]);
}

/** Colour of a point as one number. */
export function colorAt(rgb: Uint8Array, point: number): number {
  return ((rgb[point * 3] ?? 0) << 16) | ((rgb[point * 3 + 1] ?? 0) << 8) | (rgb[point * 3 + 2] ?? 0);
}

/** A colour of so large a share of the points is that of a surface, and is kept as it is. */
const SURFACE = 1 / 500;

/** The colours of surfaces, and the most frequent others: the first of each group of colours that are hardly told apart. */
function frequent(rgb: Uint8Array): number[] {
  const counts = new Map<number, number>();
  const points = rgb.length / 3;
  for (let point = 0; point < points; point++) {
    const color = colorAt(rgb, point);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const shift = 8 - KEPT_BITS;
  const groups = new Set<number>();
  const kept: number[] = [];
  for (const [color, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    const group = (((color >> 16) >> shift) << 16) | ((((color >> 8) & 255) >> shift) << 8) | ((color & 255) >> shift);
    if (!groups.has(group) || count > points * SURFACE) kept.push(color);
    groups.add(group);
    if (kept.length === PALETTE) break;
  }
  return kept;
}

function nearestOf(palette: readonly number[], color: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, other] of palette.entries()) {
    const red = (color >> 16) - (other >> 16);
    const green = ((color >> 8) & 255) - ((other >> 8) & 255);
    const blue = (color & 255) - (other & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(file: Buffer, wanted: string): Buffer[] {
  const out: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === wanted) out.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return out;
}

/** Check sum of a chunk. Source: https://www.w3.org/TR/png-3/ (5.5). */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function written(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), out.length - 4);
  return out;
}
