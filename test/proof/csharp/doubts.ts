/** The doubts every fix of a C# file has to stand. */
import assert from 'node:assert/strict';
import { type Applied, apply, openSites } from '../lib/fixing.js';

/** What has to be true of every fix. @throws AssertionError for the first thing that is not */
export async function standsInCSharp(file: string, text: string, applied: Applied): Promise<void> {
  const { edits, text: fixed, after } = applied;
  assert.ok(applied.cured, `not cured:\n${fixed}`);
  assert.equal(after.unread ?? 0, 0, `unreadable:\n${fixed}`);
  assert.equal(without(fixed, edits), without(text, edits, true), 'bytes outside the edits differ');
  const open = await openSites(file, fixed);
  const before = await openSites(file, text);
  if (!applied.offer.cures) return assert.equal(open.length, before.length, 'an add-on that counts as handled');
  assert.equal(open.length, before.length - 1, `still open:\n${fixed}`);
  // The same fix again at the same place: nothing is left to do there.
  await assert.rejects(apply(file, fixed, applied.offer.fix, open.length));
  for (const [, name = ''] of helperText(applied).matchAll(/static (?:async )?[\w.<>]+ (\w+)(?:<[^(]*>)?\(/g)) {
    const renamed = fixed.replace(new RegExp(`\\b${name}\\b`, 'g'), 'ZebraCrossing');
    assert.equal((await openSites(file, renamed)).length, open.length, `handled only by the name ${name}`);
  }
  const helper = helperText(applied);
  if (!/409|412|== 4\d\d/.test(helper)) return;
  // A helper that throws what the library throws tells nothing apart: the handler that is there does.
  const teller = /throw new CosmosException\(/.test(helper) ? fixed : helper;
  const gutted = gut(teller);
  assert.notEqual(gutted, teller, `no test of the conflict to take out:\n${teller}`);
  const opened = await openSites(
    file,
    fixed.replace(teller, () => gutted),
  );
  assert.ok(opened.length > open.length, `handled without its test:\n${gutted}`);
}

const helperText = ({ edits }: Applied): string => edits.find((edit) => /\bstatic\b/.test(edit.text))?.text ?? '';

/** Takes the test of the conflict out of a helper. */
function gut(helper: string): string {
  return helper
    .replace(/(Handle<[\w.]+>\(error => ).*== 4\d\d.*(?=\)\r?$)/gm, '$1error.Message.Length > 1000')
    .replace(/(catch \([\w.]+ error\)) when \([^{]*?\)(?=\s*\{\r?$)/gm, '$1')
    .replace(/if \((?=[^{]*== 4\d\d)[^{]*?\)(?=\s*\{\r?$)/gm, 'if (what.Length > 1000)');
}

/** A text without what the edits replace or bring. */
function without(text: string, edits: Applied['edits'], before = false): string {
  let out = '';
  let at = 0;
  let moved = 0;
  for (const edit of edits) {
    const start = edit.start + (before ? 0 : moved);
    out += `${text.slice(at, start)}\u0000`;
    at = start + (before ? edit.end - edit.start : edit.text.length);
    moved += edit.text.length - (edit.end - edit.start);
  }
  return out + text.slice(at);
}
