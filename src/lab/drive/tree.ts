/** A drive as a tree: items by id, by path, by name in a folder. Names are compared without regard to case. */

import { numbered } from '../create.js';
import type { Json } from '../family.js';
import { resolvePath } from '../paths.js';
import type { LabRequest } from '../request.js';
import type { Member } from '../store.js';
import type { World } from '../world.js';

const ROOT = 'root';

/** An item a request names; it need not be there. */
export interface Target {
  drive: string;
  /** What follows the item in the path: `children`, `content`; '' for the item itself. */
  verb: string;
  item: Member | undefined;
  /** Folder and name of an item by path. */
  parent: Member | undefined;
  name: string | undefined;
}

/** The drive item a path names, or undefined: it is of no drive. */
export function targetOf(world: World, { path }: Pick<LabRequest, 'path'>): Target | undefined {
  const [drives, drive = '', items, address, verb = '', ...more] = resolvePath(path);
  if (drives?.toLowerCase() !== 'drives' || more.length > 0) return undefined;
  if (items !== undefined && items.toLowerCase() !== 'items') return undefined;
  if (items === undefined || address === undefined)
    return { drive, verb: items === undefined ? 'drive' : 'none', item: undefined, parent: undefined, name: undefined };
  const tree = new Tree(world, drive);
  const [, base = '', inner = ''] = /^@([^:]*):\/?(.*)$/s.exec(address) ?? [];
  if (base === '') return { drive, verb, item: tree.byId(address), parent: undefined, name: undefined };
  const from = base.startsWith('special-') ? tree.special(base.slice('special-'.length)) : tree.byId(base);
  return { drive, verb, ...tree.byPath(from, inner) };
}

export class Tree {
  constructor(
    private readonly world: World,
    readonly drive: string,
  ) {}

  private get collection(): string {
    return `/drives/${this.drive}/items`;
  }

  byId(id: string): Member | undefined {
    const found = this.world.store.all(this.collection).find((m) => m.id.toLowerCase() === id.toLowerCase());
    if (found || id.toLowerCase() !== ROOT) return found;
    return this.world.store.add(this.collection, ROOT, { name: ROOT, folder: {}, root: {} });
  }

  /** Special folders are there as soon as they are asked for. */
  special(name: string): Member {
    const root = this.byId(ROOT);
    return this.named(root, name) ?? this.add(root, name, { folder: {}, specialFolder: { name } });
  }

  /** The item at a path below another, with its folder. */
  byPath(from: Member | undefined, path: string): Pick<Target, 'item' | 'parent' | 'name'> {
    const names = path.split('/').filter((n) => n !== '');
    const last = names.pop();
    if (last === undefined) return { item: from, parent: undefined, name: undefined };
    let parent = from;
    for (const name of names) parent = parent && this.named(parent, name);
    return { item: parent && this.named(parent, last), parent, name: last };
  }

  named(parent: Member | undefined, name: string): Member | undefined {
    return this.children(parent).find((m) => String(m.data['name']).toLowerCase() === name.toLowerCase());
  }

  children(parent: Member | undefined): Member[] {
    return this.world.store.all(this.collection).filter((m) => parent && m.data['parent'] === parent.id);
  }

  add(parent: Member | undefined, name: string, data: Json, state: { unlisted?: boolean } = {}): Member {
    const at = this.world.now().toISOString();
    const values = { ...data, name, parent: parent?.id ?? ROOT, createdDateTime: at, lastModifiedDateTime: at };
    return this.world.store.add(this.collection, undefined, values, state);
  }

  /** Removes an item with all that is in it. */
  remove(item: Member): void {
    for (const child of this.children(item)) this.remove(child);
    this.world.store.remove(this.collection, item);
  }

  /** The next free name: `report 1.docx`. */
  freeName(parent: Member | undefined, name: string): string {
    for (let n = 1; ; n++) if (!this.named(parent, numbered(name, n))) return numbered(name, n);
  }

  /** What an item looks like outside. */
  shown(item: Member): Json {
    const { parent, content, ...data } = item.data;
    const tag = item.etag.replace(/^W\/"|"$/g, '');
    return {
      '@odata.etag': item.etag,
      id: item.id,
      ...data,
      eTag: item.etag,
      cTag: `"c:{${tag}}"`,
      size: Buffer.isBuffer(content) ? content.length : 0,
      ...(parent === undefined ? {} : { parentReference: { driveId: this.drive, id: parent } }),
    };
  }
}
