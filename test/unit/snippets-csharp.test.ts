/** The snippets for C# compile as C# 7 against the signatures of the SDKs. */
import assert from 'node:assert/strict';
import { CSHARP_FRAMES } from '../helpers/snippet-frames.js';
import { expand, readSnippets } from '../helpers/snippets.js';
import { compile } from '../proof/csharp/compile.js';

/** What the frames take for granted: the item of a user. */
const GIVEN = `
public class Item
{
    public string Id { get; set; }
    public string RequestId { get; set; }
    public string Status { get; set; }
}
`;

describe('the snippets for C#', () => {
  it('compile', async function () {
    this.timeout(120_000);
    const sources = new Map([['Given.cs', GIVEN]]);
    for (const { prefix, body } of readSnippets('snippets/csharp.json')) {
      const name = prefix.replace(/\W/g, '_');
      const text = CSHARP_FRAMES[prefix]?.file(expand(body)) ?? '';
      sources.set(`${name}.cs`, text.replace('class Store', `class Store_${name}`));
    }
    assert.deepEqual((await compile(sources)).errors, []);
  });
});
