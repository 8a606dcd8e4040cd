/** Marks on calls, and what happens to them while people type. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, fixture, lineWith, marksWhen, replaceText, show, started } from './support.js';

/** One call in each language: where its mark stands, and the edit that handles the conflict. */
const rows = [
  {
    title: 'C#, a Cosmos DB create',
    file: 'Orders.cs',
    line: 'container.CreateItemAsync(',
    marked: 'CreateItemAsync',
    rule: 'cosmos/item-id-exists',
    unhandled: 'return response.Resource;\n    }',
    tryFrom: 'ItemResponse<Order> response',
    handler: `return response.Resource;
        }
        catch (CosmosException e) when (e.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            return await container.ReadItemAsync<Order>(order.Id, new PartitionKey(order.CustomerId));
        }
    }`,
    spoil: { from: 'HttpStatusCode.Conflict', to: 'HttpStatusCode.NotFound' },
  },
  {
    title: 'TypeScript, a Graph subscription',
    file: 'subscribe.ts',
    line: "client.api('/subscriptions').post(",
    marked: 'post',
    rule: 'graph/subscription-duplicate',
    unhandled: '  return subscription.id;\n}',
    tryFrom: 'const subscription',
    handler: `  return subscription.id;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 409) return renew(client, user);
    throw error;
  }
}`,
    spoil: { from: '409', to: '404' },
  },
] as const;

export function diagnostics(): void {
  describe('marks', () => {
    afterEach(closeAll);

    for (const row of rows) {
      it(`stand on the call, with a link to its rule (${row.title})`, async () => {
        const { document } = await show(fixture(row.file));
        const [mark, ...others] = await marksWhen(document.uri, 'a mark', (found) => found.length > 0);
        assert.deepEqual(others, []);
        assert.ok(mark);
        assert.equal(mark.range.start.line, lineWith(document, row.line));
        assert.equal(document.getText(mark.range), row.marked);
        assert.equal(mark.severity, vscode.DiagnosticSeverity.Warning);
        assert.match(mark.message, /409/);
        assert.ok(typeof mark.code === 'object');
        assert.equal(mark.code.value, row.rule);
        await vscode.commands.executeCommand('vscode.open', mark.code.target);
        const { panel } = await started();
        await eventually('its explanation', () => panel.shown?.rule === row.rule);
        assert.equal(panel.kept?.call?.line, mark.range.start.line + 1);
      });

      it(`go when the conflict is handled and come back when it no longer is (${row.title})`, async () => {
        const editor = await show(fixture(row.file));
        const { uri } = editor.document;
        await marksWhen(uri, 'a mark', (found) => found.length === 1);
        await replaceText(editor, row.tryFrom, `try {\n        ${row.tryFrom}`);
        await replaceText(editor, row.unhandled, row.handler);
        await marksWhen(uri, 'an end of the mark', (found) => found.length === 0);
        await replaceText(editor, row.spoil.from, row.spoil.to);
        await marksWhen(uri, 'the mark again', (found) => found.length === 1);
      });
    }

    for (const { file, handler } of [
      { file: 'Invoices.cs', handler: 'catch (CosmosException e)' },
      { file: 'teams.ts', handler: 'catch (error)' },
    ]) {
      it(`show the places the error passes (${file})`, async () => {
        const { document } = await show(fixture(file));
        const [mark] = await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
        const steps = mark?.relatedInformation ?? [];
        const places = steps.map(({ location }) => `${location.uri} ${location.range.start.line}`);
        assert.ok(
          places.includes(`${document.uri} ${lineWith(document, handler)}`),
          `the handler is among ${places.join() || 'no places'}`,
        );
        for (const step of steps) assert.notEqual(step.message, '');
      });
    }

    it('follow their line while lines are typed above', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { document } = editor;
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.ok(await editor.edit((builder) => builder.insert(new vscode.Position(1, 0), '\n// one\n// two 🎉\n')));
      const line = lineWith(document, "client.api('/subscriptions').post(");
      await marksWhen(document.uri, 'a mark on the moved line', ([mark]) => mark?.range.start.line === line);
    });

    it('stay right under several cursors and another kind of line ends', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { document } = editor;
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      const uses = [...document.getText().matchAll(/subscription\b/g)];
      assert.ok(uses.length >= 2);
      await editor.edit((builder) => {
        for (const use of uses) builder.insert(document.positionAt(use.index + use[0].length), 'Of\u00fcser');
      });
      await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
      const line = lineWith(document, "client.api('/subscriptions').post(");
      await marksWhen(document.uri, 'one mark on the moved line', (found) => {
        return found.length === 1 && found[0]?.range.start.line === line;
      });
    });

    it('come from what an imported file says', async () => {
      const { document } = await show(fixture('staff.ts'));
      const [mark] = await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.ok(mark && typeof mark.code === 'object');
      assert.equal(mark.code.value, 'bookings/staff-member-exists');
    });
  });
}
