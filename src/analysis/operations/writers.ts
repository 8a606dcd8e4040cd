/** Calls that write a body as text. */

const WRITERS =
  /^(stringify|dumps|Marshal(Indent)?|ConvertTo-Json|Serialize|SerializeObject|Create|FromObject|toJson|writeValueAs(String|Bytes)|New(Reader|Buffer|BufferString)|ofString)$/i;

/** True for a call that writes its first argument as text, or hands such a text on as what a request reads its body from. */
export function writes(name: string): boolean {
  return WRITERS.test(name);
}
