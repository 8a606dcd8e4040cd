/** Helpers that turn a conflict into an error of its own. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
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
  if (candidate.sdk?.id !== 'http-go') return 'client-unknown';
  if (['fmt', 'net/http'].some((module) => isHidden(subject, module))) return undefined;
  // Words would have to be read out of the answer, which can be read only once.
  if (tells.some((tell) => tell.codes.length + tell.texts.length > 0)) return undefined;
  const any = tells.map((tell) => `response.StatusCode == ${tell.status}`).join(' || ');
  return {
    name: 'reportConflictAnswer',
    imports: { fmt: [], 'net/http': [] },
    source: (name) =>
      `// ${name} makes an error of an answer that tells of a conflict; every other answer passes unchanged.
func ${name}(response *http.Response, err error) (*http.Response, error) {
  if err == nil && (${any}) {
    response.Body.Close()
    return nil, fmt.Errorf("conflict: %s", response.Status)
  }
  return response, err
}`.replace('(response.StatusCode == 409)', 'response.StatusCode == 409'),
  };
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
