/** The tree of findings without the editor: from files and their calls to nodes with stable ids, and what differs between two. */
import type { Severity, Site, Verdict } from '../../analysis/findings.js';
import { isFinding } from '../../analysis/summarise.js';
import { scenarioById } from '../../catalog/index.js';
import { CAUSE_TITLES, SERVICE_TITLES } from '../../catalog/titles.js';
import type { Cause, Service } from '../../catalog/types.js';
import { plural } from '../../l10n/plural.js';
import { phrases, t } from '../../l10n/t.js';

/** What the first level of the tree is. */
export const GROUPINGS = ['service', 'cause', 'file', 'verdict'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is shown of all calls. Everything false: every finding, and nothing that is handled. */
export interface Filter {
  /** Warnings and errors alone. */
  warnings: boolean;
  /** Nothing in tests, samples and generated files. */
  noTests: boolean;
  /** Only where the evidence is certain. */
  certain: boolean;
  /** Handled and exempted calls too. */
  handled: boolean;
}

/** A file with its calls. */
export interface TreeFile {
  /** Tells it from all others, and stays. */
  key: string;
  /** Name of its workspace folder, where there are several. */
  folder: string | undefined;
  /** Within the workspace folder, with forward slashes. */
  path: string;
  isTest: boolean;
  sites: readonly Site[];
}

/** What a node is a picture of. */
export type NodeKind =
  | { is: 'group'; key: Service | Cause | GroupedVerdict }
  | { is: 'folder' }
  | { is: 'file'; file: string }
  | { is: 'site'; file: string; site: Site };

export interface TreeNode {
  id: string;
  kind: NodeKind;
  label: string;
  description: string;
  /** What a screen reader says. */
  spoken: string;
  parent: string | undefined;
  children: string[];
}

export interface TreeModel {
  roots: string[];
  nodes: ReadonlyMap<string, TreeNode>;
  /** Calls in the tree. */
  shown: number;
  /** Findings in all, whatever the filter, and all calls, the handled ones too. */
  findings: number;
  calls: number;
}

/** A verdict, or that a comment exempts the call. */
type GroupedVerdict = Verdict | 'ignored';

type GroupTitles = Readonly<Record<Service | Cause | GroupedVerdict, string>>;

/** Titles of groups; groups stand in this order. */
const TITLES: GroupTitles = {
  ...SERVICE_TITLES,
  ...CAUSE_TITLES,
  ...phrases({
    mishandled: 'Handled in a way that cannot work',
    unhandled: 'Not handled',
    race: 'Checked first, which leaves a gap',
    handled: 'Handled',
    idempotent: 'Cannot conflict',
    ignored: 'Exempted by a comment',
  }),
};

const ORDER = Object.keys(TITLES);

const SEVERITIES: Readonly<Record<Severity, string>> = phrases({
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
  none: 'no mark',
});

const CALLS = phrases(['{0} call', '{0} calls']);

const GROUP_OF: Readonly<Record<Exclude<Grouping, 'file'>, (site: Site) => keyof GroupTitles>> = {
  service: (site) => site.service,
  cause: (site) => site.cause,
  verdict: (site) => (site.ignored === undefined ? site.verdict : 'ignored'),
};

/** Builds the tree. Pure; the texts are in the user's language. */
export function buildTree(files: readonly TreeFile[], grouping: Grouping, filter: Filter): TreeModel {
  const all = files.flatMap((file) => file.sites);
  const nodes = new Map<string, TreeNode>();
  const roots: string[] = [];
  let shown = 0;
  const add = (parent: TreeNode | undefined, node: Omit<TreeNode, 'parent' | 'children'>): TreeNode => {
    const known = nodes.get(node.id);
    if (known) return known;
    const made: TreeNode = { ...node, parent: parent?.id, children: [] };
    nodes.set(made.id, made);
    (parent ? parent.children : roots).push(made.id);
    return made;
  };
  const addSites = (above: TreeNode | undefined, file: TreeFile, sites: readonly Site[]): void => {
    const node = add(above, fileNode(above, file, sites));
    for (const site of siteNodes(node, file, sites)) add(node, site);
    shown += sites.length;
  };
  const visible = [...files].sort(byPlace).flatMap((file) => {
    const sites = file.sites.filter((site) => passes(site, file, filter)).sort(byPosition);
    return sites.length > 0 ? [{ file, sites }] : [];
  });
  if (grouping === 'file') {
    for (const { file, sites } of visible) {
      const { folder } = file;
      addSites(folder === undefined ? undefined : add(undefined, folderNode(folder, visible)), file, sites);
    }
  } else {
    const groupOf = GROUP_OF[grouping];
    const sites = visible.flatMap((row) => row.sites);
    const keys = [...new Set(sites.map(groupOf))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
    for (const key of keys) {
      const group = add(undefined, groupNode(key, sites.filter((site) => groupOf(site) === key).length));
      for (const { file, sites: own } of visible) {
        const inGroup = own.filter((site) => groupOf(site) === key);
        if (inGroup.length > 0) addSites(group, file, inGroup);
      }
    }
  }
  return { roots, nodes, shown, findings: all.filter(isFinding).length, calls: all.length };
}

/** What has to be drawn anew when one tree takes the place of another: everything, or some nodes with what is below them. */
export function difference(before: TreeModel, after: TreeModel): 'all' | string[] {
  if (!sameList(before.roots, after.roots)) return 'all';
  const changed = new Set<string>();
  for (const [id, node] of after.nodes) {
    const old = before.nodes.get(id);
    if (!old || !sameList(old.children, node.children) || !sameLooks(old, node)) changed.add(id);
  }
  const isBelowChanged = (node: TreeNode | undefined): boolean =>
    node?.parent !== undefined && (changed.has(node.parent) || isBelowChanged(after.nodes.get(node.parent)));
  return [...changed].filter((id) => !isBelowChanged(after.nodes.get(id)));
}

/** The calls of a node, in the order of the tree. */
export function sitesBelow(model: TreeModel, id: string): { file: string; site: Site }[] {
  const node = model.nodes.get(id);
  if (!node) return [];
  const { kind } = node;
  if (kind.is === 'site') return [{ file: kind.file, site: kind.site }];
  return node.children.flatMap((child) => sitesBelow(model, child));
}

function passes(site: Site, file: TreeFile, filter: Filter): boolean {
  if (filter.noTests && file.isTest) return false;
  if (filter.certain && site.certainty !== 'certain') return false;
  if (!isFinding(site)) return filter.handled;
  return !filter.warnings || site.severity === 'warning' || site.severity === 'error';
}

function groupNode(key: keyof GroupTitles, count: number): Omit<TreeNode, 'parent' | 'children'> {
  const label = t(TITLES[key]);
  const spoken = `${label}, ${plural(count, CALLS)}`;
  return { id: `group ${key}`, kind: { is: 'group', key }, label, description: String(count), spoken };
}

function folderNode(
  folder: string,
  visible: readonly { file: TreeFile; sites: readonly Site[] }[],
): Omit<TreeNode, 'parent' | 'children'> {
  const own = visible.filter((row) => row.file.folder === folder);
  const count = own.reduce((sum, row) => sum + row.sites.length, 0);
  const spoken = `${folder}, ${plural(count, CALLS)}`;
  return { id: `folder ${folder}`, kind: { is: 'folder' }, label: folder, description: String(count), spoken };
}

function fileNode(
  above: TreeNode | undefined,
  { key, folder, path }: TreeFile,
  sites: readonly Site[],
): Omit<TreeNode, 'parent' | 'children'> {
  const at = path.lastIndexOf('/');
  const label = path.slice(at + 1);
  // The editor itself puts the number of problems beside a file. Under a folder's own node its name need not be said again.
  const place = [above?.kind.is === 'folder' ? undefined : folder, path.slice(0, Math.max(at, 0))];
  const where = place.filter((part) => part).join('/');
  const spoken = [label, where, plural(sites.length, CALLS)].filter((part) => part !== '').join(', ');
  return { id: `${above?.id ?? ''} ${key}`, kind: { is: 'file', file: key }, label, description: where, spoken };
}

/** Ids do not hold lines: those change with every line that is typed above. */
function siteNodes(above: TreeNode, { key }: TreeFile, sites: readonly Site[]) {
  const seen = new Map<string, number>();
  return sites.map((site) => {
    const name = `${site.rule} ${site.operation}`;
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    const scenario = scenarioById(site.rule);
    const label = scenario ? t(scenario.title) : site.rule;
    const line = t('line {0}', site.line);
    const severity = t(SEVERITIES[isFinding(site) ? site.severity : 'none']);
    return {
      id: `${above.id} ${name} ${index}`,
      kind: { is: 'site' as const, file: key, site },
      // The line stands first: in a narrow side bar the end is cut off, and with it the description.
      label: `${site.line}: ${label}`,
      description: site.operation,
      spoken: `${severity}: ${label}, ${site.operation}, ${line}`,
    };
  });
}

function byPlace(a: TreeFile, b: TreeFile): number {
  return compare(a.folder ?? '', b.folder ?? '') || compare(a.path, b.path) || compare(a.key, b.key);
}

function byPosition(a: Site, b: Site): number {
  return a.line - b.line || a.column - b.column || compare(a.rule, b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Whether two nodes of one id are drawn alike; a call is drawn by all it says, and opens at its place. */
function sameLooks(a: TreeNode, b: TreeNode): boolean {
  if (a.label !== b.label || a.description !== b.description) return false;
  return a.kind.is !== 'site' || b.kind.is !== 'site' || JSON.stringify(a.kind.site) === JSON.stringify(b.kind.site);
}
