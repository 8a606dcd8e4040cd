/** Views as real elements. Nothing is ever parsed: elements are made and texts put in. */
import type { Node as View } from '../node.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes a view's element, with everything in it. */
export function made(view: View, inSvg = view.tag === 'svg'): Element {
  const element = inSvg ? document.createElementNS(SVG, view.tag) : document.createElement(view.tag);
  for (const [name, value] of Object.entries(view.attributes)) element.setAttribute(name, value);
  element.append(
    ...view.children.map((child) => (typeof child === 'string' ? child : made(child, inSvg || child.tag === 'svg'))),
  );
  return element;
}

/** Puts a view in the place of everything in an element. */
export function fill(id: string, view: View): void {
  document.getElementById(id)?.replaceChildren(made(view));
}

/** Puts a view in the place of an element. */
export function replace(id: string, view: View): void {
  document.getElementById(id)?.replaceWith(made(view));
}

export function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element && element.textContent !== text) element.textContent = text;
}
