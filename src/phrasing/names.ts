/** Names that are free in a file. */

/** The wanted name, or the first of `name2`, `name3` … that the text does not hold as a word. */
export function freeName(wanted: string, text: string): string {
  const taken = (name: string): boolean => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
  if (!taken(wanted)) return wanted;
  let number = 2;
  while (taken(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}
