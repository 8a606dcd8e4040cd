/** The form of a row of signs.ts and signs-messages.ts. */

/** A sign of a scenario. */
export interface Sign {
  rule: string;
  /** Codes as the service writes them. */
  codes?: readonly string[];
  /** Words in the text. Bounded, so that no text costs more than its length. */
  words?: RegExp;
  /** How much the words tell: 6 decides, 3 prefers, 1 hints. */
  weight?: number;
  /** The words alone say that it is this conflict, also without a status. */
  decides?: true;
}
