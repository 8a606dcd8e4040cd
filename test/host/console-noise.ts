export const knownNoise: readonly RegExp[] = [];

export function unexpectedErrors(lines: readonly string[]): string[] {
  return [...new Set(lines)].filter((line) => !knownNoise.some((pattern) => pattern.test(line)));
}
