/** A request to Cosmos DB and its answer, apart from how they travel. */

export interface CosmosRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: Readonly<Record<string, string>>;
  bytes: Buffer;
}

export interface CosmosAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}
