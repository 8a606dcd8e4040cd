/**
 * An engine for tests of what surrounds it: each line `conflict RULE` is a marked call, and words make it fail in the
 * ways a scan must survive.
 */

import type { ReadNeighbour } from '../../src/analysis/engine.js';
import type { EngineConfig } from '../../src/analysis/engine-config.js';
import type { FileResult, Site, Verdict } from '../../src/analysis/findings.js';
import { severityOf } from '../../src/analysis/severity.js';
import type { Analyser } from '../../src/host-node/analyser.js';
import { site } from '../unit/cli-helpers.js';

const LANGUAGES: Readonly<Record<string, string>> = { '.ts': 'typescript', '.js': 'javascript', '.cs': 'csharp' };
const LINE = /\bconflict ([\w/-]+)( handled| race| mishandled)?( likely)?/;

export function fakeAnalyser(): Analyser {
  return {
    languageOf: (name) => LANGUAGES[name.slice(name.lastIndexOf('.')).toLowerCase()],
    maybe: (_language, text) => text.includes('conflict') || text.includes('engine '),
    analyse: async (config, file, text, read) => analyse(config, file, text, read),
  };
}

async function analyse(config: EngineConfig, file: string, text: string, read: ReadNeighbour): Promise<FileResult> {
  if (text.includes('engine throws')) throw new Error('the engine failed');
  const severity = severityOf(config);
  const sites: Site[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const match = LINE.exec(line);
    if (!match) continue;
    const rule = match[1] ?? '';
    const verdict = (match[2]?.trim() ?? 'unhandled') as Verdict;
    const certainty = match[3] ? 'likely' : 'certain';
    const made = site({
      rule,
      file,
      line: index + 1,
      column: match.index + 1,
      endColumn: match.index + 1 + match[0].length,
      verdict,
      reason: verdict === 'handled' ? 'told-apart' : 'no-handler',
      certainty,
      severity: severity({ rule, file, verdict, certainty }),
      cause: rule.includes('etag') ? 'concurrency' : 'duplicate',
      message: `A conflict of ${rule} is not handled.`,
    });
    const neighbour = /import '(.+)'/.exec(text)?.[1];
    if (neighbour !== undefined) {
      const path = `${file.slice(0, file.lastIndexOf('/'))}/${neighbour}`;
      const found = await read(path);
      made.trail.push({
        file: path,
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 2,
        message: found === undefined ? 'not found' : `found ${found.length} characters`,
      });
    }
    if (line.includes('ignored')) made.ignored = 'the caller handles it';
    sites.push(made);
  }
  return { file, language: 'typescript', sites, problems: [], stage: 'analysed' };
}
