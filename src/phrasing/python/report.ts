/** Helpers that turn a conflict into an error of its own. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { literal } from './literal.js';
import { Writer } from './writer.js';

/** For a library that raises. */
export function reportError(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  return {
    name: 'report_conflict',
    imports: w.imports(),
    source: (name) => `${w.head(name, 'call', 'what')}
  """Lets a conflict leave as a RuntimeError; every other failure passes unchanged."""
  try:
    return ${w.run('call')}
  except ${type} as error:
    if ${w.isConflict('error')}:
      raise RuntimeError(f"Conflict: {what}") from error
    raise`,
  };
}

/** For a client whose answer has to be looked at. */
export function reportAnswer(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflictAnswer('answer');
  if (test === '' || (!w.waits && test.includes('await '))) return undefined;
  return {
    name: 'report_conflict',
    source: (name) => `${w.head(name, 'call', 'what')}
  """Lets a conflict leave as a RuntimeError; every other answer is handed on unchanged."""
  answer = ${w.run('call')}
  if ${test}:
    raise RuntimeError(f"Conflict: {what}")
  return answer`,
  };
}

/** For a client nobody knows: status and words are read wherever clients are known to put them. */
export function reportUnknown(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const tests = subject.tells.map(({ status, codes, texts }) => {
    const said = [...codes, ...texts].map((word) => `${literal(word)} in text`);
    if (said.length === 0) return `status == ${status}`;
    return `status == ${status} and ${said.length > 1 ? `(${said.join(' or ')})` : said[0]}`;
  });
  const test = tests.map((one) => (tests.length > 1 && one.includes(' and ') ? `(${one})` : one)).join(' or ');
  const shared = subject.tells.some(({ codes, texts }) => codes.length + texts.length > 0);
  const words = shared
    ? `\n    text = f"{outcome} {getattr(outcome, 'text', '')} {getattr(response, 'text', '')}"`
    : '';
  return {
    name: 'report_conflict',
    source: (name) => `${w.head(name, 'call', 'what')}
  """Lets a conflict leave as a RuntimeError, whether the client raises it or answers with it."""
  def check(outcome):
    response = getattr(outcome, "response", None)
    status = getattr(outcome, "status_code", None) or getattr(outcome, "status", None) or getattr(response, "status_code", None)${words}
    if ${test}:
      raise RuntimeError(f"Conflict: {what}")

  try:
    answer = ${w.run('call')}
  except Exception as error:
    check(error)
    raise
  check(answer)
  return answer`,
  };
}
