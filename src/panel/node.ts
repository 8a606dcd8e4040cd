/**
 * Elements as plain data: views make them, the page turns them into real ones by `createElement`, never by parsing text.
 * So no text can become markup, and tests read a view without a browser.
 */

export interface Node {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (Node | string)[];
}

/** What may stand for an attribute: false and undefined leave it out, true is an empty one. */
type Value = string | number | boolean | undefined;

/** Things in an element; undefined and false leave nothing. */
export type Child = Node | string | undefined | false | readonly Child[];

/** An element. `class` may hold several names. */
export function h(tag: string, attributes: Readonly<Record<string, Value>> = {}, ...children: Child[]): Node {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)] as const],
  );
  return { tag, attributes: Object.fromEntries(given), children: flat(children) };
}

function flat(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === false || child === '') return [];
    return isList(child) ? flat(child) : [child];
  });
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** A button that asks for an action; the page listens in one place. */
export function button(
  action: string,
  value: string | number,
  attributes: Readonly<Record<string, Value>>,
  ...children: Child[]
): Node {
  return h('button', { type: 'button', 'data-action': action, 'data-value': value, ...attributes }, ...children);
}

/** All text of a view. */
export function textOf(node: Node | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join(' ');
}

/** A view and everything in it, outermost first. */
export function allNodes(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : allNodes(child)))];
}
