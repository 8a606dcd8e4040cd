/** Reads through the request builders of msgraph-sdk-go: a method of the client leads to a thing by another key. */
import { builderSource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';

type Beside = Extract<Slot, { beside: unknown }>['beside'];

/**
 * The context, and the method that reads: `ctx, client.ServicePrincipalsWithAppId(body.GetAppId()).Get`. Only keys of which a
 * pointer is enough: one that is not there must not be looked behind.
 */
export function readBeside(subject: Subject, { key, values }: Beside): string | undefined {
  const { receiver, call } = subject;
  const context = call.args[0] && sourceOf(subject, call.args[0].range);
  const builder = builderSource(subject, receiver)?.replace(/\(\)$/, '');
  const [, first = '', rest = '', field = ''] = /^\((\w)(\w*)='\{'(\w+)'\}'\)$/.exec(key) ?? [];
  const value = values[field];
  if (context === undefined || builder === undefined || value === undefined) return undefined;
  return `${context}, ${builder}With${first.toUpperCase()}${rest}(${value}).Get`;
}
