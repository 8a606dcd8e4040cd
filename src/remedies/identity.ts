/** The id an item is created with, as source text that can be written again. */
import type { Call, Field, Val } from '../analysis/code-model.js';
import type { Evaluator } from '../analysis/evaluate/evaluate.js';
import { bodyOf, fieldOf, steadySource } from './pieces.js';
import type { Slot } from './remedy.js';
import { declOf, type Typed, typeOf } from './static-type.js';
import type { Subject } from './subject.js';

/** Marks that say under which name a member is written as JSON. */
const JSON_NAMES = new Set(['JsonProperty', 'JsonPropertyName']);

/** The id of the body of the call; undefined where it cannot be written twice or its type is not seen. */
export function idOf(subject: Subject): Slot | undefined {
  const body = bodyOf(subject);
  if (!body) return undefined;
  if (body.v === 'rec') return valueSlot(subject, fieldOf(body, 'id'));
  const ev = subject.ev.widely();
  const { file } = subject.candidate.cell;
  // The type may stand at the call itself.
  const [named] = subject.call.typeArgs;
  if (file.traits.setters) return byAccessor(subject, ev, body);
  const member = idMember(ev, named ? { file, ref: named } : typeOf(ev, file, body));
  if (!member) return undefined;
  if (body.v === 'new') {
    const value = body.init?.v === 'rec' ? fieldOf(body.init, member.name) : undefined;
    return value && slot(steadySource(subject, value), member);
  }
  const source = steadySource(subject, body);
  return source === undefined ? undefined : slot(`${source}.${member.name}`, member);
}

/** Marks by which a type gets accessors that are not written down. */
const GENERATED = new Set(['Data', 'Getter', 'Value']);

/** `order.getId()`, `order.id()`: what reads the id where members are read by calls. */
function byAccessor(subject: Subject, ev: Evaluator, body: Val): Slot | undefined {
  const source = body.v === 'new' ? undefined : steadySource(subject, body);
  const typed = typeOf(ev, subject.candidate.cell.file, body);
  const decl = typed && declOf(ev, typed);
  if (source === undefined || !decl) return undefined;
  for (const { type } of [decl, ...ev.project.bases(decl.file, decl.type)]) {
    const id = type.fields.find((field) => field.name === 'id' && !field.isStatic);
    const written = type.methods.find((m) => (m.name === 'getId' || m.name === 'id') && m.params.length === 0);
    const kind = written?.returns ?? id?.type;
    const as = WRITTEN[kind?.path.at(-1) ?? ''];
    if (as === undefined) continue;
    const marks = [...type.marks, ...(id?.marks ?? [])];
    const generated = marks.some((m) => m.callee.v === 'ref' && GENERATED.has(m.callee.name)) ? 'getId' : undefined;
    const name = written?.name ?? (id?.viaParam ? 'id' : generated);
    if (name === undefined) continue;
    const code = `${source}.${name}()`;
    return as === 'as it is' ? { code } : { asText: code };
  }
  return undefined;
}

/** A value of an object without a type: only where it is seen to be a text. */
function valueSlot(subject: Subject, value: Val | undefined): Slot | undefined {
  const source = steadySource(subject, value);
  const type = value && typeOf(subject.ev, subject.candidate.cell.file, value);
  const kind = type?.ref.path.at(-1) ?? '';
  if (source === undefined || !(kind in WRITTEN)) return undefined;
  return WRITTEN[kind] === 'as it is' ? { code: source } : { asText: source };
}

/** Types of ids, and whether they are texts or have to be made one as JSON has it. */
const WRITTEN: Readonly<Record<string, 'as it is' | 'as text'>> = {
  string: 'as it is',
  String: 'as it is',
  Guid: 'as text',
  UUID: 'as text',
};

function slot(code: string | undefined, { type }: Field): Slot | undefined {
  const written = WRITTEN[type?.path.at(-1) ?? ''];
  if (code === undefined || written === undefined) return undefined;
  return written === 'as it is' ? { code } : { asText: code };
}

/** The member that is written as `id`: the one that is marked so, or else named so. */
function idMember(ev: Evaluator, typed: Typed | undefined): Field | undefined {
  const decl = typed && declOf(ev, typed);
  if (!decl) return undefined;
  const fields = [decl, ...ev.project.bases(decl.file, decl.type)].flatMap(({ file, type }) =>
    type.fields.filter(
      (field) =>
        !field.isStatic && !/\b(?:private|protected)\b/.test(file.text.slice(field.range.start, field.range.end)),
    ),
  );
  const plain = fields.filter((field) => jsonName(field) === undefined);
  return (
    fields.find((field) => jsonName(field) === 'id') ??
    plain.find(({ name }) => name === 'id') ??
    plain.find(({ name }) => name === 'Id')
  );
}

function jsonName(field: Field): string | undefined {
  const mark = field.marks.find((call: Call) => {
    const { callee } = call;
    return JSON_NAMES.has(callee.v === 'ref' || callee.v === 'member' ? callee.name.replace(/Attribute$/, '') : '');
  });
  const named =
    mark?.args.find((arg) => arg.name === 'PropertyName') ?? mark?.args.find((arg) => arg.name === undefined);
  return named?.value.v === 'lit' && typeof named.value.value === 'string' ? named.value.value : undefined;
}
