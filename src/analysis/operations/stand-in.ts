/**
 * Calls that say what a stand-in of a test expects and never run: `mock.Setup(c => c.CreateItemAsync(…))`, or any call
 * with an argument that stands for all values. Sources: Moq, NSubstitute, FakeItEasy, TypeMoq, Mockito and ts-mockito,
 * their readme files; jestjs.io, vitest.dev and pester.dev/docs.
 */
import type { BoundFile } from '../bind/file.js';
import { isFn } from '../bind/walk.js';
import type { Call, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';

/** Classes whose members stand for all values of an argument. */
const MATCHERS = new Set(['It', 'Arg']);
/** The members of them that do. */
const MATCHER = /^(?:is|any)/i;
/** Functions that stand for all values of an argument. */
const MATCHER_CALLS = new Set(['anything', 'anyOfClass', 'anyString']);
/** Methods of a stand-in that take a call as a lambda without running it. */
const EXPECTING = new Set(['Setup', 'SetupSequence', 'Verify', 'setup', 'verify']);

/** Functions that are given a call, or a lambda of it, to say what it answers: `when(items.create(x)).thenReturn(y)`. */
const TELLING = new Set(['when', 'given', 'verify', 'CallTo']);
/** What follows `when` of promises. */
const OF_PROMISES = /^(?:then|done|catch|fail|always|finally|otherwise|spread)$/;
/** Functions that are given a method to look at it: `expect(items.create).toHaveBeenCalled()`. */
const LOOKING = /^(?:expect|mocked|when|verify|(?:not)?called\w*|assert\w*)$/i;

/** Blocks of a test whose commands a stand-in may take the place of. */
const TEST_BLOCK = /^(?:it|context|describe|beforeall|beforeeach|inmodulescope)$/i;

/** True if a call only describes a call that a test expects. */
export function isExpectation(cell: Cell & { val: Call }): boolean {
  return cell.val.args.some((a) => isMatcher(a.value)) || isExpectedIn(cell) || isTold(cell) || isInMockedTest(cell);
}

/** True if a method that is passed on is only looked at. */
export function isLookedAt({ file, val }: Cell): boolean {
  const p = file.parent(val);
  if (p?.role !== 'arg' || !('v' in p.node) || p.node.v !== 'call') return false;
  const { callee } = p.node;
  return (callee.v === 'ref' || callee.v === 'member') && LOOKING.test(callee.name);
}

/** Given to a function that says what the call answers, or behind one: `doReturn(y).when(items).create(x)`. */
function isTold({ file, val }: Cell & { val: Call }): boolean {
  if (val.callee.v === 'member' && isTelling(val.callee.obj)) return true;
  const fn = file.enclosingFn(val);
  const direct = file.parent(val);
  let up = direct?.role === 'arg' ? direct : fn && fn.params.length === 0 ? file.parent(fn) : undefined;
  if (up && 'v' in up.node && up.node.v === 'fn') up = file.parent(up.node);
  if (!up || isFn(up.node) || !('v' in up.node) || !isTelling(up.node as Val)) return false;
  // What it answers is said behind it; a promise of that name goes on otherwise.
  const next = file.parent(up.node as Val);
  return next?.role === 'obj' && 'v' in next.node && next.node.v === 'member' && !OF_PROMISES.test(next.node.name);
}

function isTelling(val: Val): boolean {
  if (val.v !== 'call') return false;
  const { callee } = val;
  return (callee.v === 'ref' || callee.v === 'member') && TELLING.has(callee.name);
}

/** A command in the block of a test, in a file that puts stand-ins in the place of commands. */
export function isInMockedTest({ file, val }: Cell): boolean {
  if (!file.traits.bareWords || !mocked(file)) return false;
  for (let p = file.parent(val); p; p = file.parent(p.node))
    if ('v' in p.node && p.node.v === 'call' && p.node.callee.v === 'ref' && TEST_BLOCK.test(p.node.callee.name))
      return true;
  return false;
}

const mocks = new WeakMap<BoundFile, boolean>();

function mocked(file: BoundFile): boolean {
  let known = mocks.get(file);
  if (known === undefined) {
    known = file.calls.some((c) => c.v === 'call' && c.callee.v === 'ref' && /^mock$/i.test(c.callee.name));
    mocks.set(file, known);
  }
  return known;
}

function isMatcher(val: Val): boolean {
  const callee = val.v === 'call' ? val.callee : val;
  if (callee.v === 'ref') return val.v === 'call' && MATCHER_CALLS.has(callee.name);
  return callee.v === 'member' && callee.obj.v === 'ref' && MATCHERS.has(callee.obj.name) && MATCHER.test(callee.name);
}

/** A call on the parameter of a lambda that is given to a method of a stand-in. */
function isExpectedIn({ file, val }: Cell & { val: Call }): boolean {
  const fn = file.enclosingFn(val);
  const parameter = fn?.params[0]?.name;
  if (!fn || !parameter || rootOf(val.callee) !== parameter) return false;
  let p = file.parent(fn);
  if (p && 'v' in p.node && p.node.v === 'fn') p = file.parent(p.node);
  if (!p || isFn(p.node) || !('v' in p.node) || p.node.v !== 'call') return false;
  return p.node.callee.v === 'member' && EXPECTING.has(p.node.callee.name);
}

/** The name a member path begins with. */
function rootOf(val: Val): string | undefined {
  if (val.v === 'member') return rootOf(val.obj);
  return val.v === 'ref' ? val.name : undefined;
}
