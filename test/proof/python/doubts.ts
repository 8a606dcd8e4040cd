/** The doubts every fix of a Python file has to stand. */
import assert from 'node:assert/strict';
import { type Applied, apply, openSites } from '../lib/fixing.js';

/** What has to be true of every fix. @throws AssertionError for the first thing that is not */
export async function standsInPython(file: string, text: string, applied: Applied): Promise<void> {
  const { edits, text: fixed, after } = applied;
  assert.ok(applied.cured, `not cured:\n${fixed}`);
  assert.equal(after.unread ?? 0, 0, `unreadable:\n${fixed}`);
  const open = await openSites(file, fixed);
  const before = await openSites(file, text);
  if (!applied.offer.cures) return assert.equal(open.length, before.length, 'an add-on that counts as handled');
  assert.equal(open.length, before.length - 1, `still open:\n${fixed}`);
  // The same fix again at the same place: nothing is left to do there.
  await assert.rejects(apply(file, fixed, applied.offer.fix, open.length));
  const helper = edits.find((edit) => /\bdef \w+\(/.test(edit.text))?.text ?? '';
  if (helper === '') return;
  for (const [, name = ''] of helper.matchAll(/^(?:async )?def (\w+)\(/gm)) {
    const renamed = fixed.replace(new RegExp(`\\b${name}\\b`, 'g'), 'zebra_crossing');
    assert.equal((await openSites(file, renamed)).length, open.length, `handled only by the name ${name}`);
  }
  const gutted = gut(helper);
  assert.notEqual(gutted, helper, `no test of the conflict to take out:\n${helper}`);
  const opened = await openSites(
    file,
    fixed.replace(helper, () => gutted),
  );
  assert.ok(opened.length > open.length, `handled without its test:\n${gutted}`);
}

/** Takes the test of the conflict out of a helper: what it did for conflicts, it does for everything. */
function gut(helper: string): string {
  return helper
    .replace(/^(\s+if attempt >= \d+) or .*:$/gm, '$1:')
    .replace(/^(\s+return) (?:isinstance\(.*|.*== 409.*)$/gm, '$1 True')
    .replace(/^(\s+if) (?:not .*|[\w.]+ != (?!404|200)\d+):$/gm, '$1 False:')
    .replace(/^(\s+if) .*== (?!404|200)\d+.*:$/gm, '$1 True:');
}
