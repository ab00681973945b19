import { encode } from "uqr";

/** A QR code as the path of an SVG whose box is `size` modules wide, its quiet zone included. */
export type QrCode = { size: number; path: string };

/** The QR code of a text. The quiet zone is four modules wide, as ISO/IEC 18004 has it. */
export function qrPath(text: string): QrCode {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.map((row, y) =>
    runsOf(row)
      .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(""),
  );
  return { size, path: path.join("") };
}

/** Where dark modules stand side by side in a row: from which one on, and how many. */
function runsOf(row: boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
