/** Random edits for the test that drives them through the editor, and the texts they begin with. */
import * as vscode from 'vscode';

/** Numbers from 0 to 1 that a seed decides. */
export type Random = () => number;

/** Mulberry32: short, and good enough to choose edits. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

function oneOf<T>(random: Random, list: readonly T[], otherwise: T): T {
  return list[below(random, list.length)] ?? otherwise;
}

/** A language with a text that holds many calls, and what is typed into it. */
export interface Subject {
  language: string;
  text: string;
  /** Whole lines, which can stand between any two lines of a body. */
  lines: readonly string[];
}

const count = 12;
const each = (make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join('\n');

export const subjects: readonly Subject[] = [
  {
    language: 'typescript',
    text: `import { CosmosClient } from '@azure/cosmos';
import type { Client } from '@microsoft/microsoft-graph-client';
const container = new CosmosClient('connection').database('shop').container('orders');
${each(
  (n) => `
export async function add${n}(client: Client, order: { id: string }): Promise<void> {
  await container.items.create(order);
  try {
    await client.api('/groups').post({ displayName: 'g${n}', mailNickname: 'g${n}' });
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 409) throw error;
  }
}`,
)}
`,
    lines: [
      "  await container.items.create({ id: '🎉' });",
      '  // 🎉 \ufeff ümläut',
      "  console.log('\ufeff👍🏽');",
      '',
    ],
  },
  {
    language: 'csharp',
    text: `using System.Net;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

public class Orders
{
    private readonly Container container = new CosmosClient("connection").GetContainer("shop", "orders");
${each(
  (n) => `
    public async Task Add${n}(Order order)
    {
        await container.CreateItemAsync(order, new PartitionKey(order.Id));
        try
        {
            await container.CreateItemAsync(order, new PartitionKey("p${n}"));
        }
        catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            await container.ReadItemAsync<Order>(order.Id, new PartitionKey("p${n}"));
        }
    }`,
)}
}
`,
    lines: [
      '        await container.CreateItemAsync(new Order("🎉"), new PartitionKey("🎉"));',
      '        // 🎉 \ufeff ümläut',
      '        Log("\ufeff👍🏽");',
      '',
    ],
  },
];

/** Words that stand in both texts and change the verdict, with what takes their place. */
const words: readonly [string, string][] = [
  ['409', '404'],
  ['404', '409'],
  ['Conflict', 'NotFound'],
  ['NotFound', 'Conflict'],
  ['container.', 'shelf.'],
  ['shelf.', 'container.'],
  ['/groups', '/users'],
  ['/users', '/groups'],
  ['throw error', 'console.error(error)'],
];

/** Places where a line of the subject may stand: line ends behind a statement. */
function lineEnds(document: vscode.TextDocument): vscode.Position[] {
  const ends: vscode.Position[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    if (/^\s+await .*;$/.test(text)) ends.push(range.end);
  }
  return ends;
}

/** Some different ones, in any order. */
function some<T>(random: Random, list: readonly T[]): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(left.length, 1 + below(random, 4)) }, () =>
    left.splice(below(random, left.length), 1),
  ).flat();
}

/** One thing that is done to the document of the editor in front. */
type Edit = (editor: vscode.TextEditor, subject: Subject, random: Random) => Thenable<unknown>;

/** What happens to documents. The names stand in the message of a failure. */
const edits: Readonly<Record<string, Edit>> = {
  'lines put in': (editor, subject, random) => {
    const ends = some(random, lineEnds(editor.document));
    return editor.edit((builder) => {
      for (const end of ends) builder.insert(end, `\n${oneOf(random, subject.lines, '')}`);
    });
  },
  'typed at several cursors': async (editor, _subject, random) => {
    const ends = some(random, lineEnds(editor.document));
    if (ends.length === 0) return;
    editor.selections = ends.map((end) => new vscode.Selection(end, end));
    await vscode.commands.executeCommand('type', {
      text: oneOf(random, ['\n', ' ;', '\n// 🎉'], ';'),
    });
  },
  'words replaced': (editor, _subject, random) => {
    const text = editor.document.getText();
    const [word, by] = oneOf(random, words, ['409', '404']);
    const found = some(random, [...text.matchAll(new RegExp(word.replace(/[./]/g, '\\$&'), 'g'))]);
    return editor.edit((builder) => {
      for (const { index } of found) {
        const { document } = editor;
        builder.replace(new vscode.Range(document.positionAt(index), document.positionAt(index + word.length)), by);
      }
    });
  },
  'lines taken out': (editor, _subject, random) => {
    const ends = some(random, lineEnds(editor.document));
    return editor.edit((builder) => {
      for (const end of ends) builder.delete(editor.document.lineAt(end).rangeIncludingLineBreak);
    });
  },
  'other line ends': (editor) => {
    const { CRLF, LF } = vscode.EndOfLine;
    return editor.edit((builder) => builder.setEndOfLine(editor.document.eol === LF ? CRLF : LF));
  },
  undone: () => vscode.commands.executeCommand('undo'),
  'undone and done again': async () => {
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('redo');
  },
  'broken and mended': async ({ document, edit }, _subject, random) => {
    const at = document.positionAt(below(random, document.getText().length));
    const piece = oneOf(random, ['/*', '"', '`', '{', '}', '\ud83d', '\udc00', '\0', '#if X\n'], '(');
    if (await edit((builder) => builder.insert(at, piece))) await vscode.commands.executeCommand('undo');
  },
  'all replaced': (editor, { text }, random) => {
    const { document } = editor;
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const by = random() < 0.5 ? text : `// 🎉\n${document.getText().replace(/^\/\/ 🎉\r?\n/, '')}`;
    return editor.edit((builder) => builder.replace(all, by));
  },
  'language turned off and on': async ({ document }, { language }) => {
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.languages.setTextDocumentLanguage(document, language);
  },
};

const names = Object.keys(edits);

/** Does some things one right after another in the editor in front. @returns what was done */
export async function burst(editor: vscode.TextEditor, subject: Subject, random: Random): Promise<string[]> {
  const done: string[] = [];
  for (let left = 1 + below(random, 4); left > 0; left--) {
    const name = oneOf(random, names, 'undone');
    done.push(name);
    await edits[name]?.(editor, subject, random);
  }
  // What people cut out they put back: a text that only shrinks would soon hold no calls.
  if (lineEnds(editor.document).length < 6) {
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((builder) => builder.replace(all, subject.text));
    done.push('begun anew');
  }
  return done;
}
