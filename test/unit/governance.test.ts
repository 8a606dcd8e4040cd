/** Decision records and their calendar entries. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scenarioById } from '../../src/catalog/index.js';
import { calendarText } from '../../src/governance/calendar.js';
import {
  type Decision,
  daysLater,
  decisionMarkdown,
  FIXED_WORDS,
  isDay,
  isRecordOf,
  recordName,
} from '../../src/governance/decision.js';
import { english } from '../../src/l10n/t.js';

const governance = scenarioById('graph/copilot-chat-toggled')?.governance;
const decision: Decision = {
  feature: 'Microsoft 365 Copilot Chat',
  change: 'on',
  date: '2026-02-27',
  review: '2026-05-28',
  reason: 'The permissions report is clean.',
  done: [0, 2],
};

describe('a decision record', () => {
  it('holds the checklist, the headings and what was answered', () => {
    assert.ok(governance);
    const text = decisionMarkdown(decision, governance, english);
    for (const item of governance.checklist) assert.ok(text.includes(item), item);
    for (const heading of governance.decisionRecord) assert.ok(text.includes(`## ${heading}`), heading);
    assert.equal(text.match(/- \[x\]/g)?.length, 2);
    assert.match(text, /^# 2026-02-27 Microsoft 365 Copilot Chat: turned on again\n/);
    assert.match(text, /Reason: The permissions report is clean\./);
    assert.match(text, /controlled rollout/);
  });

  it('is found by its feature and the fixed words', () => {
    assert.ok(governance);
    const text = decisionMarkdown(decision, governance, english);
    assert.ok(isRecordOf(text, 'microsoft 365  copilot chat'));
    assert.ok(!isRecordOf(text, 'Loop'));
    assert.ok(!isRecordOf('Microsoft 365 Copilot Chat', 'Microsoft 365 Copilot Chat'));
    assert.ok(!isRecordOf(FIXED_WORDS, ''));
  });

  it('is named by day, feature and change, on every file system', () => {
    assert.equal(recordName(decision), '2026-02-27-microsoft-365-copilot-chat-on');
    fc.assert(
      fc.property(fc.string(), (feature) => {
        assert.match(recordName({ ...decision, feature }), /^2026-02-27-[a-z0-9]+(?:-[a-z0-9]+)*-on$/);
      }),
    );
  });

  it('knows days', () => {
    assert.deepEqual(['2026-02-28', '2024-02-29', '2026-02-29', '2026-13-01', '26-1-1', ''].map(isDay), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.equal(daysLater('2026-12-31', 1), '2027-01-01');
    assert.equal(daysLater('2026-02-27', 90), '2026-05-28');
  });
});

describe('a calendar entry', () => {
  const entry = { uid: 'a@guard409', stamp: new Date('2026-02-27T08:09:10.123Z'), day: '2026-05-31' };

  it('follows RFC 5545', () => {
    const text = calendarText({ ...entry, summary: 'Look again; now, please', description: 'one\ntwo\\three' });
    assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:'));
    assert.ok(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n'));
    for (const line of [
      'UID:a@guard409',
      'DTSTAMP:20260227T080910Z',
      'DTSTART;VALUE=DATE:20260531',
      'DTEND;VALUE=DATE:20260601',
      'SUMMARY:Look again\\; now\\, please',
      'DESCRIPTION:one\\ntwo\\\\three',
    ])
      assert.ok(text.includes(`\r\n${line}\r\n`), line);
  });

  it('folds lines at 75 octets and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = calendarText({ ...entry, summary, description: '' });
        const lines = text.split('\r\n');
        for (const line of lines) {
          assert.ok(Buffer.byteLength(line) <= 75, line);
          assert.ok(!/[\r\n]/.test(line));
        }
        const unfolded = text.replace(/\r\n /g, '');
        const value = /\r\nSUMMARY:(.*)\r\n/.exec(unfolded)?.[1] ?? '';
        const plain = value.replace(/\\([\\;,n])/g, (_, c: string) => (c === 'n' ? '\n' : c));
        assert.equal(plain, summary.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' '));
      }),
    );
  });
});
