/** Helpers that turn a conflict into an exception of its own. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { answerRows } from './errors.js';
import { filled, Writer } from './writer.js';

const DOC = '/** Lets a conflict leave as an IllegalStateException; every other failure passes unchanged. */';

/** For a library that throws. */
export function reportError(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  return {
    name: 'reportConflict',
    source: (name) => `${DOC}\n${w.holder ? later(w, w.holder, name) : atOnce(w, name)}`,
  };
}

function atOnce(w: Writer, name: string): string {
  const form = w.function();
  const type = w.type(w.error?.type ?? '');
  const checked = w.error?.checked === true && form.gives !== 'void';
  return `private static ${form.generic}${form.gives} ${name}(${form.type} call, String what)${checked ? ` throws ${type}` : ''} {
  try {
    ${form.run('call')}
  } catch (${type} error) {
    if (${w.isConflict('error')}) {
      throw new IllegalStateException("Conflict: " + what, error);
    }
    throw error;
  }${
    checked
      ? ` catch (RuntimeException error) {
    throw error;
  } catch (Exception error) {
    throw new IllegalStateException(error);
  }`
      : ''
  }
}`;
}

/** What holds a later result is given an operator more. */
function later(w: Writer, holder: string, name: string): string {
  const held = w.type(holder);
  const type = w.type(w.error?.type ?? '');
  const head = `private static <T> ${held}<T> ${name}(${held}<T> call, String what) {`;
  if (holder.endsWith('.Mono'))
    return `${head}
  return call.onErrorMap(${type}.class, error -> ${w.isConflict('error')}
      ? new IllegalStateException("Conflict: " + what, error)
      : error);
}`;
  if (holder.endsWith('.Observable'))
    return `${head}
  return call.onErrorResumeNext(failure -> {
    if (failure instanceof ${type}) {
      ${type} error = (${type}) failure;
      if (${w.isConflict('error')}) {
        return ${held}.error(new IllegalStateException("Conflict: " + what, error));
      }
    }
    return ${held}.error(failure);
  });
}`;
  const completion = w.type('java.util.concurrent.CompletionException');
  return `${head}
  return call.handle((answer, failure) -> {
    Throwable cause = failure instanceof ${completion} ? failure.getCause() : failure;
    if (cause instanceof ${type}) {
      ${type} error = (${type}) cause;
      if (${w.isConflict('error')}) {
        throw new IllegalStateException("Conflict: " + what, error);
      }
    }
    if (failure != null) {
      throw new ${completion}(cause);
    }
    return answer;
  });
}`;
}

/** For a client whose answer has to be looked at. */
export function reportAnswer(subject: Subject): Helper | Refusal | undefined {
  const row = answerRows[subject.candidate.sdk?.id ?? ''];
  if (!row) return 'client-unknown';
  if (subject.deferred) return undefined;
  const w = new Writer(subject);
  const type = w.type(row.type);
  const generic = type.endsWith('<T>') ? '<T> ' : '';
  const tests = subject.tells.map(({ status, codes, texts }) => {
    const same = `${filled(row.status, 'answer')} == ${status}`;
    const words = [...codes, ...texts].map((word) => filled(row.text, 'answer', word));
    const any = words.length > 1 ? `(${words.join(' || ')})` : words[0];
    const both = any === undefined ? same : `${same} && ${any}`;
    return any !== undefined && subject.tells.length > 1 ? `(${both})` : both;
  });
  return {
    name: 'reportConflict',
    source: (
      name,
    ) => `/** Lets a conflict leave as an IllegalStateException; every other answer is handed on unchanged. */
private static ${generic}${type} ${name}(${w.type('java.util.concurrent.Callable')}<${type}> call, String what) throws ${row.throws.map((t) => w.type(t)).join(', ')} {
  ${type} answer;
  try {
    answer = call.call();
  } catch (${[...row.throws.map((t) => w.type(t)), 'RuntimeException'].join(' | ')} error) {
    throw error;
  } catch (Exception error) {
    throw new IllegalStateException(error);
  }
  if (${tests.join('\n      || ')}) {
    throw new IllegalStateException("Conflict: " + what);
  }
  return answer;
}`,
  };
}

/** For a transactional batch: all its steps are undone, and 424 only says that another one failed. */
export function reportResults(subject: Subject): Helper | undefined {
  const doc = '/** Lets a conflict of a batch leave as an IllegalStateException; nothing of the batch was written. */';
  return ofBatch(subject, doc, {
    name: 'reportBatchConflict',
    more: ', String what',
    error: () => 'new IllegalStateException("Conflict: " + what)',
  });
}

/** The same as the error that the handler around the batch is for. */
export function throwResults(subject: Subject): Helper | undefined {
  const doc = '/** Lets a conflict of a batch leave as the error of its client; nothing of the batch was written. */';
  return ofBatch(subject, doc, {
    name: 'throwBatchConflict',
    more: '',
    // Only classes made of it may be made.
    error: (type) => `new ${type}(answer.getStatusCode(), String.valueOf(answer.getErrorMessage())) {}`,
  });
}

function ofBatch(
  subject: Subject,
  doc: string,
  { name: wanted, more, error }: { name: string; more: string; error(type: string): string },
): Helper | undefined {
  if (subject.call.callee.v !== 'member' || !/^execute(?:Cosmos|Transactional)Batch$/.test(subject.call.callee.name))
    return undefined;
  const w = new Writer(subject);
  const statuses = [...new Set(subject.tells.map((tell) => tell.status))].filter((status) => status !== 424);
  const conflict = (name: string): string =>
    statuses.map((status) => `${name}.getStatusCode() == ${status}`).join(' || ');
  const type = w.type('com.azure.cosmos.models.CosmosBatchResponse');
  const look = (deeper: string): string => `${deeper}if (${conflict('answer')}) {
${deeper}  throw ${error(w.type('com.azure.cosmos.CosmosException'))};
${deeper}}`;
  const mono = subject.deferred ? w.type('reactor.core.publisher.Mono') : undefined;
  return {
    name: wanted,
    source: (name) =>
      mono
        ? `${doc}
private static ${mono}<${type}> ${name}(${mono}<${type}> call${more}) {
  return call.map(answer -> {
${look('    ')}
    return answer;
  });
}`
        : `${doc}
private static ${type} ${name}(${w.type('java.util.function.Supplier')}<${type}> call${more}) {
  ${type} answer = call.get();
${look('  ')}
  return answer;
}`,
  };
}
