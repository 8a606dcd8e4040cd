/** Offsets to lines and columns. */

/** 1-based line and column (UTF-16 code units). */
export interface Position {
  line: number;
  column: number;
}

/** Finds positions in a text; line ends are LF, CRLF and CR. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    const re = /\r\n|\n|\r/g;
    for (let m = re.exec(text); m; m = re.exec(text)) this.starts.push(m.index + m[0].length);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] ?? 0) <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
