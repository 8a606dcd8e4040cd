/** The form of a Java program that is run. */

/** A class whose `run` does something. */
export function file(imports: readonly string[], members: string, body: string): string {
  const indented = (text: string, depth: string): string => text.replace(/^(?=.)/gm, depth);
  return `package shop;

${[...imports]
  .sort()
  .map((name) => `import ${name};`)
  .join('\n')}

public class Store {
${indented(members, '    ')}

    public Object run(String note) throws Exception {
${indented(body, '        ')}
    }
}
`;
}
