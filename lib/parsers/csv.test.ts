import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRow, csvReader } from "#lib/parsers/csv";

/** The rows of a text that comes in pieces of so many characters. */
function read(text: string, { delimiter = ",", piece = 7 } = {}): CsvRow[] {
  const reader = csvReader(delimiter);
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)));
  return [...rows, ...reader.end()];
}
const cells = (text: string, options?: Parameters<typeof read>[1]) =>
  read(text, options).map((row) => row.cells);

describe("rows of a file", () => {
  it.each([
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["LF", "a,b\n1,2\n"],
    ["CR", "a,b\r1,2\r"],
    ["no last line end", "a,b\n1,2"],
    ["empty lines", "\n\na,b\n\n,\n1,2\n\n"],
  ])("are read with %s", (_, text) => {
    for (const piece of [1, 2, 3, 100])
      expect(cells(text, { piece })).toEqual([
        ["a", "b"],
        ["1", "2"],
      ]);
  });

  it("keep line breaks, delimiters and doubled marks of quoted cells, and know their lines", () => {
    const rows = read('a,b\r\n"one\r\ntwo, three","say ""hi"""\r\nx,y');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"], problem: null },
      { line: 2, cells: ["one\r\ntwo, three", 'say "hi"'], problem: null },
      { line: 4, cells: ["x", "y"], problem: null },
    ]);
  });

  it("take a lone mark amid a cell for a part of it", () => {
    expect(cells('a,b\n5" pipe,"the "big" one"\n')).toEqual([
      ["a", "b"],
      ['5" pipe', '"the "big" one"'],
    ]);
  });

  it("lose one line to a mark that is never closed, not the rest of the file", () => {
    const rows = read('a,b\n1,"broken\n2,fine\n3,fine\n');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, "A quotation mark in this line is never closed."],
      [3, null],
      [4, null],
    ]);
  });

  it("lose one line to a mark that the mark of another row seems to close", () => {
    const rows = read('a,b,c\n1,x,"broken\n2,"fine",y\n3,z,z\n');
    expect(rows.map(({ line, problem }) => [line, problem === null])).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, true],
    ]);
  });

  it("lose one line to a mark that makes one row of two that is as wide as the others", () => {
    const rows = read('a,b\n1,"broken\n2,"fine"\n3,"""two\nlines"""\n');
    expect(rows.map(({ line, cells, problem }) => [line, problem ? "broken" : cells[1]])).toEqual([
      [1, "b"],
      [2, "broken"],
      [3, "fine"],
      [4, '"two\nlines"'],
    ]);
  });

  it("say which are too long or too wide, and go on after them", () => {
    const rows = read(`a,b\n${"x".repeat(10_001)},1\n${"y,".repeat(201)}\n"${"z".repeat(10_001)}",1\n1,2\n`, {
      piece: 1000,
    });
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, "A cell is longer than 10,000 characters."],
      [3, "The row has more than 200 cells."],
      [4, "A cell is longer than 10,000 characters."],
      [5, null],
    ]);
    expect(rows[1]?.cells[0]).toHaveLength(10_000);
  });

  it("give up a file whose marks are never closed", () => {
    expect(() => read(`a,b\n${'1,"c\n'.repeat(2_000)}`, { piece: 5000 })).toThrow(
      "not closed in more than 1,000 rows",
    );
  });

  it.each([
    ["closed at its end", '"'],
    ["never closed", ""],
  ])("give up a file in which each line begins a row of all that follows, %s", (_, end) => {
    const began = performance.now();
    const text = `a,b,c\n${'"a","\n'.repeat(80_000)}${end}\n`;
    expect(() => read(text, { piece: 65_536 })).toThrow("run on without end");
    // Minutes where nobody counts.
    expect(performance.now() - began).toBeLessThan(50_000);
  });

  it("give up a line that never ends", () => {
    expect(() => read("x".repeat(4_100_000), { piece: 100_000 })).toThrow("Line 1 has no end");
  });

  it("are what csv-parse reads, wherever the pieces are cut", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", " ", ",", ";", '"', "\n", "\r\n"),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(",", ";"),
        (rows, piece, delimiter) => {
          const quoted = rows.map((row) =>
            row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter),
          );
          const text = quoted.join("\r\n");
          const expected = parse(text, { delimiter, record_delimiter: "\r\n" }) as string[][];
          expect(cells(text, { delimiter, piece })).toEqual(
            expected.filter((row) => row.some((one) => one.trim())),
          );
        },
      ),
    );
  });
});
