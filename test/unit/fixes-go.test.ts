/** Fixes in Go: how each is written in each position, and that every one that is offered proves. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { isOpen } from '../../src/analysis/engine.js';
import type { FixId } from '../../src/analysis/findings.js';
import { languageOf } from '../../src/analysis/languages/index.js';
import { fixFile } from '../../src/phrasing/fix-file.js';
import { computeFix } from '../../src/phrasing/fixer.js';
import { loadGrammars } from '../helpers/grammars.js';
import { root, textOf } from '../helpers/repository.js';

const engine = fixingEngine();
const alone = (): undefined => undefined;

/** A file with one function around a statement. */
const file = (
  body: string,
  results = 'error',
  imports = ['"context"', '', '"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"'],
) =>
  `package orders\n\nimport (\n${imports.map((i) => (i === '' ? i : `\t${i}`)).join('\n')}\n)\n\nfunc add(ctx context.Context, container *azcosmos.ContainerClient, pk azcosmos.PartitionKey, body []byte) ${results} {\n${body}\n}\n`;

/** The text after a fix of its only open call. */
async function fixed(text: string, fix: FixId): Promise<string> {
  const { sites } = await engine.analyse('orders/add.go', text, alone);
  const site = sites.find(isOpen);
  assert.ok(site);
  assert.ok(
    site.offers?.some((offer) => offer.fix === fix),
    `${fix} is not offered: ${JSON.stringify(site.refused)}`,
  );
  const out = await computeFix(engine, 'orders/add.go', text, alone, site, fix);
  assert.equal(out?.cured, true, out?.text);
  const language = languageOf('a.go');
  assert.ok(language && out);
  const grammars = await loadGrammars(...language.grammars);
  assert.deepEqual(language.read(out.text, { grammars, limitMs: 5000 }).model.damaged, [], out.text);
  return out.text;
}

describe('fixes in Go', () => {
  it('hand all results of a call to the report, wherever they are taken', async () => {
    for (const [body, results, expected] of [
      ['\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err', 'error', '_, err := reportConflict('],
      [
        '\tif _, err := container.CreateItem(ctx, pk, body, nil); err != nil {\n\t\treturn err\n\t}\n\treturn nil',
        'error',
        'if _, err := reportConflict(',
      ],
      ['\treturn container.CreateItem(ctx, pk, body, nil)', '(azcosmos.ItemResponse, error)', 'return reportConflict('],
    ] as const) {
      const text = await fixed(file(body, results), 'report-conflict');
      assert.ok(text.includes(`${expected}container.CreateItem(ctx, pk, body, nil))`), text);
      assert.match(text, /func reportConflict\[T any\]\(result T, err error\) \(T, error\) \{/);
    }
  });

  it('read the item that is there by the id in its text', async () => {
    const text = await fixed(
      file('\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err'),
      'create-or-get',
    );
    assert.ok(text.includes('_, err := createOrGetItem(ctx, container, pk, body, nil)'), text);
    assert.match(text, /container\.ReadItem\(ctx, key, named\.ID, nil\)/);
  });

  it('overwrite by the method of the same form', async () => {
    const text = await fixed(file('\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err'), 'upsert');
    assert.ok(text.includes('container.UpsertItem(ctx, pk, body, nil)'), text);
  });

  it('import what they need where gofmt has it', async () => {
    const text = await fixed(
      file('\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err'),
      'report-conflict',
    );
    const head = text.slice(0, text.indexOf('func'));
    assert.equal(
      head,
      'package orders\n\nimport (\n\t"context"\n\t"errors"\n\t"fmt"\n\n\t"github.com/Azure/azure-sdk-for-go/sdk/azcore"\n\t"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"\n)\n\n',
    );
  });

  it('use the names that packages go by in the file', async () => {
    const named = [
      '"context"',
      '',
      'core "github.com/Azure/azure-sdk-for-go/sdk/azcore"',
      '"github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos"',
    ];
    const body = '\tvar _ core.ETag\n\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err';
    const text = await fixed(file(body, 'error', named), 'report-conflict');
    assert.match(text, /var failed \*core\.ResponseError/);
  });

  it('look at the results of a batch', async () => {
    const body =
      '\tbatch := container.NewTransactionalBatch(pk)\n\tbatch.CreateItem(body, nil)\n\t_, err := container.ExecuteTransactionalBatch(ctx, batch, nil)\n\treturn err';
    const text = await fixed(file(body), 'report-conflict');
    assert.match(text, /reportBatchConflict\(container\.ExecuteTransactionalBatch\(ctx, batch, nil\)\)/);
  });

  it('do not take a name of the file for a package', async () => {
    const text = `${file('\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err')}\nvar errors = 0\n`;
    const { sites } = await engine.analyse('orders/add.go', text, alone);
    assert.equal(
      sites.find(isOpen)?.offers?.some((offer) => offer.fix === 'report-conflict'),
      false,
    );
  });

  it('use the helper that another file of the package has', async () => {
    const text = file('\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err');
    const first = await fixed(text, 'report-conflict');
    const second = text.replace('func add', 'func more');
    for (const [beside, expected] of [
      [first, 'reportConflict'],
      // The name is taken by something else.
      ['package orders\n\nfunc reportConflict() {}\n', 'reportConflict2'],
      // Tests have names that others do not see.
      [undefined, 'reportConflict'],
    ] as const) {
      const files: Record<string, string | undefined> = {
        'orders/': 'add.go\nadd_test.go\nmore.go',
        'orders/add.go': beside,
        'orders/add_test.go': 'package orders\n\nfunc reportConflict() {}\n',
        'orders/more.go': second,
      };
      for (const read of [(path: string) => files[path], async (path: string) => files[path]]) {
        const { sites } = await engine.analyse('orders/more.go', second, read);
        const site = sites.find(isOpen);
        assert.ok(site);
        const out = await computeFix(engine, 'orders/more.go', second, read, site, 'report-conflict');
        assert.equal(out?.cured, true, out?.text);
        assert.ok(out?.text.includes(`_, err := ${expected}(container.CreateItem(`), out?.text);
        assert.equal(/^func reportConflict/m.test(out?.text ?? ''), beside !== first);
        assert.equal(out?.text.includes('"errors"'), beside !== first);
      }
    }
  });

  it('go on in one file, below what they import', async () => {
    const two =
      '\tif _, err := container.CreateItem(ctx, pk, body, nil); err != nil {\n\t\treturn err\n\t}\n\t_, err := container.CreateItem(ctx, pk, body, nil)\n\treturn err';
    const out = await fixFile(engine, 'orders/add.go', file(two), alone, {
      unsafe: true,
      fix: 'report-conflict',
      wants: () => true,
    });
    assert.equal(out.applied.length, 2, out.text);
    assert.equal(out.text.match(/^func reportConflict/gm)?.length, 1);
  });

  it('prove in every fixture where they are offered', async () => {
    const folder = join(root, 'test/fixtures/go');
    let proven = 0;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, '');
      const text = textOf(path);
      const { sites } = await engine.analyse(path, text, alone);
      for (const site of sites.filter(isOpen))
        for (const { fix } of site.offers ?? []) {
          const out = await computeFix(engine, path, text, alone, site, fix);
          assert.equal(out?.cured, true, `${fix} ${path}:${site.line}\n${out?.text}`);
          proven++;
        }
    }
    assert.ok(proven > 40, `${proven}`);
  });
});
