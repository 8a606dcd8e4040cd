/**
 * `guard409 mcp`: a server for agents over standard input and output, by the Model Context Protocol. Its tools only read, and
 * a scan stays below the working directory. Built into a file of its own, which only this command loads.
 */
import { existsSync, realpathSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { decodeAnswer, explainAnswer, TOOLS, unhandledAnswer } from '../agents/answers.js';
import { absolute, slashes } from '../host-node/paths.js';
import type { Dependencies } from './dependencies.js';
import type { Io } from './io.js';
import { makeReport } from './report.js';
import { runScan } from './run-scan.js';
import { UsageError } from './usage-error.js';

/** Characters of an error text that are taken. */
const longestText = 1_000_000;
const mostPaths = 50;
/** Nothing is changed, and nothing outside this machine is asked. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

type Answer = { content: { type: 'text'; text: string }[]; isError?: boolean };

/** Serves until the other side closes standard input. */
export async function mcpCommand(io: Io, dependencies: Dependencies): Promise<void> {
  const server = new McpServer({ name: 'guard409', version: dependencies.version });
  const { explain, decode, unhandled } = TOOLS;
  server.registerTool(
    explain.name,
    {
      description: explain.description,
      inputSchema: { rule: z.string().max(200).optional().describe('Rule id such as graph/subscription-duplicate') },
      annotations,
    },
    ({ rule }) => answered(explainAnswer(rule)),
  );
  server.registerTool(
    decode.name,
    {
      description: decode.description,
      inputSchema: { text: z.string().min(1).max(longestText).describe('The error as it was printed or logged') },
      annotations,
    },
    ({ text }) => answered(decodeAnswer(text)),
  );
  server.registerTool(
    unhandled.name,
    {
      description: unhandled.description,
      inputSchema: {
        paths: z
          .array(z.string().min(1).max(1_000))
          .max(mostPaths)
          .optional()
          .describe('Files and folders below the working directory; the directory itself when none is given'),
      },
      annotations,
    },
    ({ paths }) => scanned(paths ?? [], io, dependencies),
  );
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
}

function answered(value: unknown): Answer {
  return { content: [{ type: 'text', text: JSON.stringify(value, undefined, 1) }] };
}

async function scanned(paths: readonly string[], io: Io, dependencies: Dependencies): Promise<Answer> {
  const outside = paths.find((path) => !isBelow(io.cwd, path));
  if (outside !== undefined)
    return { ...answered({ error: 'A path leads out of the working directory or does not exist.' }), isError: true };
  // Standard output belongs to the protocol, and a server has no terminal to show progress on.
  const quiet: Io = { ...io, stderr: { write: () => {}, isTTY: false, columns: undefined } };
  try {
    const result = await runScan(paths, { jobs: undefined, config: undefined }, quiet, dependencies);
    const { findings, quieter, problems } = makeReport(result, { cwd: io.cwd, minSeverity: 'warning' });
    const notes = problems.length > 0 ? [`${problems.length} files or parts of files could not be read.`] : [];
    return answered(unhandledAnswer([...findings, ...quieter], notes));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...answered({ error: error.message }), isError: true };
  }
}

/** True for the directory itself and for what stands below it, links followed. */
function isBelow(cwd: string, path: string): boolean {
  const file = absolute(cwd, path);
  if (!existsSync(file)) return false;
  const real = slashes(realpathSync(file));
  const root = slashes(realpathSync(cwd)).replace(/\/$/, '');
  return real === root || real.startsWith(`${root}/`);
}
