/** What was asked and answered, without values: templates for paths, named headers, no bodies, no tokens. */

export interface JournalEntry {
  /** Counts from 1. */
  number: number;
  service: 'graph' | 'cosmos';
  /** When the request came, ISO 8601 with milliseconds. */
  time: string;
  method: string;
  /** Path in the catalog's grammar: `/teams/{}/channels`; of Cosmos DB with its trait. */
  path: string;
  status: number;
  /** Requests of the same operation that were in flight when this one came, itself included. */
  inFlight: number;
  /** From the request to the answer, in milliseconds. */
  durationMs: number;
  /** Headers that bear on conflicts, of the request. */
  headers: Record<string, string>;
  /** `Retry-After` as it was sent. */
  retryAfter?: string;
  /** The `code` of the error body. */
  code?: string;
  requestId: string;
  rule?: string;
  record?: string;
  /** What the portal did. */
  portal?: string;
  /** Ids of the faults that were applied. */
  faults?: string[];
  /** It is a step of this batch (its number). */
  batch?: number;
}

/** Headers worth keeping: none of them says who asks. */
const HEADERS = [
  'if-match',
  'if-none-match',
  'prefer',
  'client-request-id',
  'retry-attempt',
  'sdkversion',
  'x-ms-documentdb-is-upsert',
  'x-ms-cosmos-is-batch-request',
];

export function headersOfInterest(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

/** What is known of a request when it comes. */
export type Arrival = Pick<JournalEntry, 'service' | 'method' | 'path' | 'headers' | 'batch'>;

export class Journal {
  private rows: JournalEntry[] = [];
  private readonly flying = new Map<string, number>();
  private count = 0;

  /** @param heard called with each entry when its answer is sent */
  constructor(
    private readonly now: () => Date,
    private readonly heard: (entry: JournalEntry) => void,
  ) {}

  /** Notes that a request came; the function that is returned ends it. */
  begin(arrival: Arrival): { number: number; end: (rest: Partial<JournalEntry> & { status: number }) => void } {
    const key = `${arrival.method} ${arrival.path}`;
    const inFlight = (this.flying.get(key) ?? 0) + 1;
    this.flying.set(key, inFlight);
    this.count++;
    const number = this.count;
    const time = this.now();
    return {
      number,
      end: (rest) => {
        this.flying.set(key, Math.max(0, (this.flying.get(key) ?? 1) - 1));
        const durationMs = this.now().getTime() - time.getTime();
        const entry: JournalEntry = {
          ...arrival,
          number,
          time: time.toISOString(),
          inFlight,
          durationMs,
          requestId: '',
          ...rest,
        };
        this.rows.push(entry);
        this.heard(entry);
      },
    };
  }

  /** In the order in which the requests came. */
  entries(): JournalEntry[] {
    return [...this.rows].sort((a, b) => a.number - b.number);
  }

  clear(): void {
    this.rows = [];
    this.count = 0;
  }
}
