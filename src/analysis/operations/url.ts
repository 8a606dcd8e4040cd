/** From the text of a URL, as far as it is known, to a service and a path. */
import { canonicalPath } from '../../catalog/operation.js';
import type { Text } from '../evaluate/text.js';

/** A URL as far as it is known. */
export interface RequestUrl {
  service: 'graph' | 'cosmos' | undefined;
  /** The host of the service stands in the URL. */
  host?: string;
  /** A version segment of Graph stands in the URL. */
  version?: string;
  /** Nothing is known of what stands before the path. */
  open: boolean;
  /** In the catalog's spelling, without version and query; holes as `{}`. */
  segments: string[];
  query: string;
}

/**
 * Hosts of Microsoft Graph in all clouds.
 * Source: learn.microsoft.com/graph/deployments.
 */
const GRAPH_HOSTS = [
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'graph.microsoft.de',
  'canary.graph.microsoft.com',
];
/** Suffixes of Azure Cosmos DB for NoSQL endpoints. Source: learn.microsoft.com/azure/cosmos-db. */
const COSMOS_SUFFIXES = ['.documents.azure.com', '.documents.azure.us', '.documents.azure.cn'];
/** A variable of a URL template (`/groups/{id}`), whose value is given beside the URL. */
const TEMPLATE = /\{\w+\}/g;
const VERSION = /^(?:v1\.0|beta|v1\.0-beta)$/i;

/**
 * Reads a URL.
 *
 * @returns undefined for a URL of another host, and for text that is no path
 */
export function readUrl(text: Text): RequestUrl | undefined {
  const joined = text.map((p) => (typeof p === 'string' ? p : '{}')).join('');
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(joined);
  let service: RequestUrl['service'];
  let host: string | undefined;
  let rest = joined;
  let open = false;
  if (scheme) {
    const after = joined.slice(scheme[0].length);
    const slash = after.search(/[/?]/);
    const name = (slash < 0 ? after : after.slice(0, slash)).replace(/:\d+$/, '').toLowerCase();
    rest = slash < 0 ? '' : after.slice(slash);
    if (GRAPH_HOSTS.includes(name)) {
      service = 'graph';
      host = name;
    } else if (COSMOS_SUFFIXES.some((s) => name.endsWith(s))) {
      service = 'cosmos';
      host = name;
    } else if (/^(?:\{\}|graph\.\{\}|\{\}\.documents.*)/.test(name)) open = true;
    else return undefined;
  } else if (rest.startsWith('{}')) {
    open = true;
    rest = rest.replace(/^(?:\{\})+/, '');
    if (!rest) return undefined;
    if (!rest.startsWith('/')) rest = `/${rest}`;
  } else if (!rest.startsWith('/')) {
    // A path begins with a word; anything else is prose, JSON or a query.
    if (!/^[$A-Za-z][\w$.()'={},:@-]*(?:\/|\?|$)/.test(rest)) return undefined;
    rest = `/${rest}`;
  }
  if (/\s/.test(rest.split('?')[0] ?? '')) return undefined;
  const [pathPart = '', ...queryParts] = rest.split('?');
  let segments = canonicalPath(pathPart.replace(TEMPLATE, '{}').replace(/\/{2,}/g, '/'))
    .split('/')
    .filter((s) => s !== '');
  let version: string | undefined;
  if (segments[0] && VERSION.test(segments[0])) {
    version = segments[0];
    segments = segments.slice(1);
  } else if (service === 'graph' && segments[0] === '{}') {
    // `https://graph.microsoft.com/${version}/…`
    segments = segments.slice(1);
  } else if (segments[1] && VERSION.test(segments[1]) && segments[0] === '{}') {
    version = segments[1];
    segments = segments.slice(2);
    open = true;
  }
  if (segments.length === 0) return undefined;
  const out: RequestUrl = { service, open, segments, query: queryParts.join('?') };
  if (host) out.host = host;
  if (version) out.version = version;
  return out;
}

/** Resource names of Bookings: its operations are a service of their own for users. */
export function serviceOf(segments: string[]): 'graph' | 'bookings' | 'cosmos' {
  if (segments[0] === 'dbs') return 'cosmos';
  return segments.some((s) => s.toLowerCase() === 'bookingbusinesses') ? 'bookings' : 'graph';
}
