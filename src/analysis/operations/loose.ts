/**
 * Calls on receivers that nothing types, in a file that names the SDK by an import: the weakest evidence that counts.
 * A receiver whose declared type is another one is never taken.
 */
import type { Call, Member, Val } from '../code-model.js';
import { bindArguments, type Cell } from '../evaluate/cell.js';
import { returned } from '../evaluate/results.js';
import { builderPath } from './builder.js';
import { matchScenarios } from './match.js';
import type { Recognition } from './recognition.js';
import type { Chain, RoleHit } from './role-hit.js';

/** The roles the receiver of a call can have by the SDKs its file names and the members of the call alone. */
export function looseHits(rx: Recognition, cell: Cell & { val: Call }, callee: Member): RoleHit[] {
  const named = rx.roles.mentioned(cell.file);
  for (const { sdk, evidence } of named) {
    if (sdk.builder?.verbs[callee.name] || sdk.builder?.sends?.[callee.name]) {
      const hit = looseBuilder(rx, cell, callee, sdk, evidence);
      if (hit) return [hit];
    }
    if (
      !sdk.tellingCalls &&
      (sdk.service !== 'cosmos' ||
        !/Async$|^(?:Create|Upsert|Replace)Item|^(?:create|upsert|replace|patch)_item$|^execute_item_batch$/.test(
          callee.name,
        ))
    )
      continue;
    // A library that writes to other databases as well (Entity Framework) says nothing by its name alone.
    if (sdk.derived && !named.some((other) => !other.sdk.derived && other.sdk.service === sdk.service)) continue;
    for (const [role, row] of Object.entries(sdk.roles)) {
      if (!row.calls?.[callee.name]?.op || typedOtherwise(rx, { ...cell, val: callee.obj })) continue;
      const chain: Chain = { calls: [], path: [] };
      return [{ sdk, role, evidence: [`${evidence}, member ${callee.name}`], certain: false, chain }];
    }
  }
  return [];
}

/** A request builder whose root is not known: the longest end of its member path that is an operation. */
function looseBuilder(
  rx: Recognition,
  cell: Cell & { val: Call },
  callee: Member,
  sdk: RoleHit['sdk'],
  evidence: string,
): RoleHit | undefined {
  const send = sdk.builder?.sends?.[callee.name];
  const verb = sdk.builder?.verbs[callee.name]?.split(' ')[0] ?? '';
  const { steps, root } = stepsOf(rx, cell, callee.obj);
  const first = root.v === 'ref' && !typedOtherwise(rx, { ...cell, val: root }) ? 0 : 1;
  for (let i = first; i < steps.length; i++) {
    const hit: RoleHit = {
      sdk,
      role: sdk.builder?.root ?? '',
      evidence: [],
      certain: false,
      chain: { calls: [], path: steps.slice(i) },
    };
    const path = builderPath(rx.ev, hit);
    if (!path?.segments.length) continue;
    // What is given as an argument is only known where the call is read.
    if (!send && matchScenarios(verb, path.segments, undefined).length === 0) continue;
    return { ...hit, evidence: [`${evidence}, member path /${path.segments.join('/')}`] };
  }
  return undefined;
}

/**
 * The members, keys and calls between a name and the call at the end of its chain. A name that is given one chain, and a
 * function of the project that returns one, stand for it.
 */
function stepsOf(rx: Recognition, cell: Cell, val: Val, depth = 0): { steps: Chain['path']; root: Val } {
  const steps: Chain['path'] = [];
  let v = val;
  for (;;) {
    if (v.v === 'index') {
      steps.unshift({ key: { ...cell, val: v.key } });
      v = v.obj;
    } else if (v.v === 'member') {
      steps.unshift({ name: v.name });
      v = v.obj;
    } else if (v.v === 'call' && v.callee.v === 'member') {
      const made = depth < MAX_CHAINS ? returnedChain(rx, { ...cell, val: v }) : undefined;
      if (made) return joined(stepsOf(rx, made, made.val, depth + 1), steps);
      steps.unshift({ name: v.callee.name, call: { ...cell, val: v } });
      v = v.callee.obj;
    } else if (v.v === 'await') v = v.value;
    else {
      const made = depth < MAX_CHAINS ? namedChain(rx, { ...cell, val: v }) : undefined;
      return made ? joined(stepsOf(rx, made, made.val, depth + 1), steps) : { steps, root: v };
    }
  }
}

/** Chains that a chain is made of, at most. */
const MAX_CHAINS = 3;

function joined(first: { steps: Chain['path']; root: Val }, then: Chain['path']): { steps: Chain['path']; root: Val } {
  return { steps: [...first.steps, ...then], root: first.root };
}

/** The chain a function of the project returns, where it returns one and nothing else. */
function returnedChain(rx: Recognition, cell: Cell & { val: Call }): Cell | undefined {
  const target = rx.ev.callee(cell);
  const [only, ...others] = target ? returned(target.fn) : [];
  if (!target || !only || others.length > 0 || only.v !== 'call') return undefined;
  return { file: target.file, val: only, env: bindArguments(target.file, target.fn, cell.val, cell) };
}

/** The chain that a name is given, where it is given one value. */
function namedChain(rx: Recognition, cell: Cell): Cell | undefined {
  if (cell.val.v !== 'ref') return undefined;
  const def = cell.file.resolve(cell.val);
  if (!def || def.param || def.type || def.sources.length !== 1) return undefined;
  const [only] = rx.ev.origins(cell);
  return only?.val.v === 'call' && only.val.callee.v === 'member' ? only : undefined;
}

/** True if a receiver has a declared type, which then is not the SDK's, or is `this`. */
function typedOtherwise(rx: Recognition, cell: Cell): boolean {
  if (cell.val.v === 'self' || cell.val.v === 'new') return true;
  const sym = rx.ev.symbolOf(cell);
  if (!sym) return cell.val.v === 'ref' && /^[A-Z]/.test(cell.val.name);
  if (sym.def.type && sym.def.type.path.at(-1) !== 'var') return true;
  if (sym.def.typeDecl) return true;
  return rx.ev.origins(cell).some((o) => o.val.v === 'new');
}
