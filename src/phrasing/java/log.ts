/** The helper that logs a conflict and lets it pass: what was asked of the service, never of whom or with what. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { filled, Writer } from './writer.js';

/** To the log of the platform. */
export function logConflict(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (w.error.checked || (w.holder && !w.holder.endsWith('.Mono'))) return undefined;
  const type = w.type(w.error.type);
  const line = `${w.type('java.util.logging.Logger')}.getLogger("guard409").warning(${filled(w.error.status, 'error')} + " conflict: " + operation + " " + scenario)`;
  const doc = '/** Logs a conflict and lets it pass. No address, body or name of a person is written. */';
  if (w.holder) {
    const held = w.type(w.holder);
    return {
      name: 'logConflict',
      source: (name) => `${doc}
private static <T> ${held}<T> ${name}(${held}<T> call, String operation, String scenario) {
  return call.doOnError(${type}.class, error -> {
    if (${w.isConflict('error')}) {
      ${line};
    }
  });
}`,
    };
  }
  const form = w.function();
  return {
    name: 'logConflict',
    source: (name) => `${doc}
private static ${form.generic}${form.gives} ${name}(${form.type} call, String operation, String scenario) {
  try {
    ${form.run('call')}
  } catch (${type} error) {
    if (${w.isConflict('error')}) {
      ${line};
    }
    throw error;
  }
}`,
  };
}
