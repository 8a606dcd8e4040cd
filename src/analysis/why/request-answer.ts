/** An HTTP request that is no site: which part of it is unknown, or why it goes elsewhere. */
import type { Cell } from '../evaluate/cell.js';
import { show, type Text } from '../evaluate/text.js';
import { matchScenarios } from '../operations/match.js';
import { readUrl } from '../operations/url.js';
import type { Part } from './answer.js';
import type { Inspection } from './inspection.js';

/** What could be read of a request. */
export interface RequestParts {
  methods: string[];
  urls: Text[];
  /** Where the URL stands, as far as it is known. */
  at: Cell | undefined;
  /** The client speaks to Graph only, so that a path alone says enough. */
  onlyGraph: boolean;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a request was not recognised. Asked for only where it was not. */
export function requestAnswer(x: Inspection, parts: RequestParts): Part {
  const { t } = x;
  const { methods, urls } = parts;
  const writes = methods.filter((m) => !READS.has(m));
  if (methods.length && !writes.length)
    return part(x, parts, 'not-a-write', t('Not marked: {0} reads, and a read cannot conflict.', methods.join(', ')));
  const shown = urls.filter((u) => u.some((p) => typeof p === 'string' && p.trim() !== ''));
  if (!shown.length) return unknownUrl(x, parts, urls);
  const read = shown.flatMap((text) => {
    const url = readUrl(text);
    return url ? [{ text, url }] : [];
  });
  const [first] = read;
  if (!first) return unreadUrl(x, parts, shown);
  if (!writes.length) {
    const title = t('Not marked: the verb of the request is not known, and without one a request is taken for a read.');
    return part(x, parts, 'unknown-verb', title);
  }
  const operation = `${writes[0]} /${first.url.segments.join('/')}`;
  const matches = read.flatMap((r) => writes.flatMap((m) => matchScenarios(m, r.url.segments, undefined, !r.url.open)));
  if (!matches.length) {
    const out = part(
      x,
      parts,
      'no-conflict-known',
      t('Not marked: the request is {0}, and the catalog knows no conflict for it.', operation),
    );
    return out;
  }
  if (matches.length && !first.url.host && !first.url.version && !parts.onlyGraph) {
    const title = t(
      'Not marked: the request looks like {0}, but nothing says that it goes to Microsoft Graph or Azure Cosmos DB.',
      operation,
    );
    const out = part(x, parts, 'weak-evidence', title);
    const help = t(
      'Write the host or the version into the URL, or name the client and its base address under "httpClients" in .guard409.jsonc.',
    );
    out.rows.push({ id: 'help', label: t('What would make it known'), text: help });
    return out;
  }
  return part(
    x,
    parts,
    'harmless-batch',
    t('Not marked: {0} is a batch or query that changes nothing that could conflict.', operation),
  );
}

function part(x: Inspection, { methods, urls, at }: RequestParts, missing: Part['missing'], title: string): Part {
  const { t } = x;
  const rows: Part['rows'] = [];
  const verb = methods.length ? methods.join(t(' or ')) : t('unknown');
  rows.push({ id: 'missing', label: t('Verb'), text: verb });
  const texts = urls.slice(0, 4).map(show).join(t(' or ')) || t('unknown');
  const place = at && { place: x.place({ file: at.file, range: at.val.range }) };
  rows.push({ id: 'missing', label: t('URL as far as it is known'), text: texts, ...place });
  return { missing, title, rows };
}

function unknownUrl(x: Inspection, parts: RequestParts, urls: Text[]): Part {
  const holes = [...new Set(urls.flatMap((u) => u.flatMap((p) => (typeof p === 'string' ? [] : [p.hole]))))];
  const title = holes.length
    ? x.t('Not marked: the URL of the request is not known; it is all in {0}.', holes.map((h) => `"${h}"`).join(', '))
    : x.t('Not marked: the URL of the request is not known.');
  return part(x, parts, 'unknown-url', title);
}

/** A text that is no URL of a service: its host is another one, or it is no URL at all. */
function unreadUrl(x: Inspection, parts: RequestParts, shown: Text[]): Part {
  const { t } = x;
  const host = shown.map((u) => /^[a-z][a-z0-9+.-]*:\/\/([^/?]+)/i.exec(show(u))?.[1]).find((h) => h !== undefined);
  if (host !== undefined)
    return part(x, parts, 'other-host', t('Not marked: the request goes to {0}, which is none of the services.', host));
  return part(x, parts, 'unknown-url', t('Not marked: {0} cannot be read as a URL or path.', show(shown[0] ?? [])));
}
