/** An entry for a calendar, in the form of RFC 5545. */

export interface CalendarEntry {
  /** Unique in the world, and kept if the entry is made again. */
  uid: string;
  /** When the entry was made. */
  stamp: Date;
  /** The whole day it is about, `YYYY-MM-DD`. */
  day: string;
  summary: string;
  description: string;
}

/** Octets a line may have, without its end (RFC 5545, 3.1). */
const longest = 75;

/** The text of an `.ics` file: one all-day entry. */
export function calendarText({ uid, stamp, day, summary, description }: CalendarEntry): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//guard409//decision record//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replace(/-/g, '')}`,
    `DTEND;VALUE=DATE:${next.replace(/-/g, '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A text value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A line in pieces of at most 75 octets, each but the first behind a space; no character is cut. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The space before a further piece counts.
    if (octets + size > longest) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
