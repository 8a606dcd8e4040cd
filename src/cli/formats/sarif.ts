/** SARIF 2.1.0, for code scanning and viewers. English in every display language. */
import { pathToFileURL } from 'node:url';
import type { Artifact, Location, Log, Notification, PhysicalLocation, Region, Result } from 'sarif';
import type { Problem, Severity, Site, TrailStep } from '../../analysis/findings.js';
import type { Scenario } from '../../catalog/types.js';
import { absolute } from '../../host-node/paths.js';
import { FINGERPRINT_NAME } from '../fingerprint.js';
import type { Report } from '../report.js';
import { sarifRule } from './sarif-rules.js';

/** The name the relative paths of the file refer to. */
const ROOT = 'SRCROOT';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  none: 'none',
};

export function formatSarif(report: Report, scenarios: readonly Scenario[], version: string): string {
  return `${JSON.stringify(new SarifWriter(report, scenarios, version).log(), undefined, 2)}\n`;
}

class SarifWriter {
  private readonly artifacts = new Map<string, { index: number; artifact: Artifact }>();
  private readonly ruleIndex: ReadonlyMap<string, number>;

  constructor(
    private readonly report: Report,
    private readonly scenarios: readonly Scenario[],
    private readonly version: string,
  ) {
    this.ruleIndex = new Map(scenarios.map((scenario, index) => [scenario.id, index]));
  }

  log(): Log {
    const { report } = this;
    const results = [
      ...report.findings.map((site) => this.result(site, 'new')),
      ...report.baselined.map((site) => this.result(site, 'unchanged')),
      ...report.ignored.map((site) => this.result(site, 'new')),
    ];
    const notifications = report.problems.map((problem) => this.notification(problem));
    return {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'guard409',
              version: this.version,
              semanticVersion: this.version,
              rules: this.scenarios.map(sarifRule),
            },
          },
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
          originalUriBaseIds: { [ROOT]: { description: { text: 'The working directory of the scan.' } } },
          columnKind: 'utf16CodeUnits',
          artifacts: [...this.artifacts.values()].map(({ artifact }) => artifact),
          results,
        },
      ],
    };
  }

  private result(site: Site, baselineState: 'new' | 'unchanged'): Result {
    const fingerprint = this.report.fingerprints.get(site);
    const ruleIndex = this.ruleIndex.get(site.rule);
    const result: Result = {
      ruleId: site.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: LEVELS[site.severity],
      message: { text: site.message },
      locations: [{ physicalLocation: this.place(site.file, site, true) }],
      ...(fingerprint === undefined ? {} : { partialFingerprints: { [FINGERPRINT_NAME]: fingerprint } }),
      baselineState,
      properties: {
        verdict: site.verdict,
        reason: site.reason,
        service: site.service,
        operation: site.operation,
        cause: site.cause,
        certainty: site.certainty,
        evidence: site.evidence,
        also: site.also,
        remedies: site.remedies,
      },
    };
    if (site.trail.length > 0) {
      result.relatedLocations = site.trail.map((step, index) => ({ id: index + 1, ...this.step(step) }));
      const call: Location = {
        physicalLocation: this.place(site.file, site, false),
        message: { text: `${site.operation} is called here` },
      };
      const locations = [call, ...site.trail.map((step) => this.step(step))];
      result.codeFlows = [
        {
          message: { text: 'The way of the error from the call outward' },
          threadFlows: [{ locations: locations.map((location) => ({ location })) }],
        },
      ];
    }
    if (site.ignored !== undefined) {
      result.suppressions = [{ kind: 'inSource', status: 'accepted', justification: site.ignored }];
    }
    return result;
  }

  private step(step: TrailStep): Location {
    return { physicalLocation: this.place(step.file, step, false), message: { text: step.message } };
  }

  private place(file: string, range: Range, snippet: boolean): PhysicalLocation {
    const { index, artifact } = this.artifact(file);
    const region: Region = {
      startLine: range.line,
      startColumn: range.column,
      endLine: range.endLine,
      endColumn: range.endColumn,
    };
    const text = snippet ? this.report.lineOf(file, range.line) : undefined;
    const place: PhysicalLocation = { artifactLocation: { ...artifact.location, index }, region };
    if (text !== undefined) place.contextRegion = { startLine: range.line, snippet: { text } };
    return place;
  }

  private artifact(file: string): { index: number; artifact: Artifact } {
    let known = this.artifacts.get(file);
    if (!known) {
      known = { index: this.artifacts.size, artifact: { location: location(this.report.cwd, file) } };
      this.artifacts.set(file, known);
    }
    return known;
  }

  private notification({ file, message, line, column }: Problem): Notification {
    const { index, artifact } = this.artifact(file);
    const physicalLocation: PhysicalLocation = { artifactLocation: { ...artifact.location, index } };
    if (line !== undefined) physicalLocation.region = { startLine: line, ...(column ? { startColumn: column } : {}) };
    return { level: 'warning', message: { text: message }, locations: [{ physicalLocation }] };
  }
}

type Range = Pick<Site, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Below the working directory a path relative to it; elsewhere the whole address, since SARIF knows no `..`. */
function location(cwd: string, file: string): { uri: string; uriBaseId?: string } {
  if (file.startsWith('../') || file === '..' || /^([a-z]:)?\//i.test(file)) {
    return { uri: pathToFileURL(absolute(cwd, file)).href };
  }
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}
