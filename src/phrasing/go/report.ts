/** Helpers that turn a conflict into an error of its own. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Tell } from '../../remedies/tell.js';
import type { Helper } from '../phrasing.js';
import { isHidden } from './imports.js';
import { formOf, testOf } from './writer.js';

/** For a library whose errors are known. */
export function reportError(subject: Subject): Helper | Refusal | undefined {
  const form = formOf(subject);
  const test = testOf(subject);
  if (!test) return 'client-unknown';
  if (!form || isHidden(subject, 'fmt')) return undefined;
  return {
    name: 'reportConflict',
    imports: { ...test.imports, fmt: [] },
    source: (name) => `// ${name} says of a conflict that it is one; every other error passes unchanged.
func ${name}${form.generics}(${form.params}) ${form.results} {${test.declares}
  if ${test.is} {
    return ${form.with('fmt.Errorf("conflict: %w", err)')}
  }
  return ${form.with('err')}
}`,
  };
}

/** For `net/http`, whose answer has to be looked at. */
export function reportAnswer(subject: Subject): Helper | Refusal | undefined {
  const { tells, candidate } = subject;
  if (candidate.sdk?.id !== 'http-go' || tells.length === 0) return 'client-unknown';
  const shared = tells.filter((tell) => tell.codes.length + tell.texts.length > 0);
  const packages = ['fmt', 'net/http', ...(shared.length > 0 ? ['bytes', 'io', 'strings'] : [])];
  if (packages.some((module) => isHidden(subject, module))) return undefined;
  const any = tells.map((tell) => answerTest(tell)).join(' || ');
  const test = tells.length > 1 ? `(${any})` : any;
  return {
    name: 'reportConflictAnswer',
    imports: Object.fromEntries(packages.map((module) => [module, []])),
    source: (name) =>
      `// ${name} makes an error of an answer that tells of a conflict; every other answer passes unchanged.
func ${name}(response *http.Response, err error) (*http.Response, error) {${saying(shared)}
  if err == nil && ${test} {
    response.Body.Close()
    return nil, fmt.Errorf("conflict: %s", response.Status)
  }
  return response, err
}`,
  };
}

/** What the words of an answer are looked for in. */
function saying(shared: readonly Tell[]): string {
  if (shared.length === 0) return '';
  const any = shared.map((tell) => `response.StatusCode == ${tell.status}`).join(' || ');
  return `
  said := ""
  if err == nil && ${shared.length > 1 ? `(${any})` : any} {
    // Read for its words, and handed on as if it were not.
    text, unread := io.ReadAll(response.Body)
    response.Body.Close()
    if unread != nil {
      return nil, unread
    }
    response.Body = io.NopCloser(bytes.NewReader(text))
    said = string(text)
  }`;
}

function answerTest({ status, codes, texts }: Tell): string {
  const same = `response.StatusCode == ${status}`;
  const words = [...codes, ...texts].map((word) => `strings.Contains(said, ${JSON.stringify(word)})`);
  if (words.length === 0) return same;
  return `${same} && ${words.length > 1 ? `(${words.join(' || ')})` : words[0]}`;
}

/** For a transactional batch: all its steps are undone, and 424 only says that another one failed. */
export function reportResults(subject: Subject): Helper | Refusal | undefined {
  if (subject.candidate.sdk?.id !== 'azcosmos') return 'client-unknown';
  if (isHidden(subject, 'fmt')) return undefined;
  const module = subject.candidate.cell.file.model.imports.find((i) => /\/azcosmos(?:\/v\d+)?$/.test(i.module));
  if (!module) return undefined;
  const own = module.names.at(0)?.local ?? 'azcosmos';
  const statuses = [...new Set(subject.tells.map((tell) => tell.status))].filter((status) => status !== 424);
  const any = statuses.map((status) => `result.StatusCode == ${status}`).join(' || ');
  return {
    name: 'reportBatchConflict',
    imports: { fmt: [] },
    source: (
      name,
    ) => `// ${name} makes an error of a batch that met a conflict, of which nothing was written; every other answer passes unchanged.
func ${name}(response ${own}.TransactionalBatchResponse, err error) (${own}.TransactionalBatchResponse, error) {
  if err != nil || response.Success {
    return response, err
  }
  for step, result := range response.OperationResults {
    // 424 only says that another step failed.
    if ${any} {
      return response, fmt.Errorf("conflict: step %d of the batch was answered with %d", step, result.StatusCode)
    }
  }
  return response, nil
}`,
  };
}
