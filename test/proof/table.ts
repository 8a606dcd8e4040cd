/** What was proven, as it is printed. */
import type { FixId } from '../../src/analysis/findings.js';

/** One thing that was run. */
export interface Cell {
  scenario: string;
  title: string;
  fix: FixId;
  language: 'typescript' | 'javascript' | 'csharp' | 'go' | 'java' | 'python';
  run: string;
}

export class ProofTable {
  private readonly rows = new Map<string, { begun: Set<string>; proven: Set<string> }>();

  begin(cell: Cell): void {
    this.row(cell).begun.add(this.key(cell));
  }

  proven(cell: Cell): void {
    this.row(cell).proven.add(this.key(cell));
  }

  /** One line for each remedy of each scenario. @param where what it was run against */
  text(where = 'against the lab'): string {
    const lines = [...this.rows].map(([name, { begun, proven }]) => {
      const missing = [...begun].filter((key) => !proven.has(key));
      const failed = missing.length === 0 ? '' : `; not: ${missing.join(', ')}`;
      return `  ${failed === '' ? 'proven' : 'FAILED'}  ${name}: ${proven.size} of ${begun.size} runs${failed}`;
    });
    return ['', `scenario x remedy, in each language, ${where}:`, ...lines].join('\n');
  }

  private key({ run, language }: Cell): string {
    return `${run} in ${language}`;
  }

  private row({ scenario, title, fix }: Cell) {
    const name = `${scenario} (${title}) x ${fix}`;
    const row = this.rows.get(name) ?? { begun: new Set<string>(), proven: new Set<string>() };
    this.rows.set(name, row);
    return row;
  }
}
