import { AppError } from "#lib/errors";
import type { CsvEncoding } from "#lib/parsers/formats";

const HEAD = 4096;

/**
 * Finds out how a file is encoded, from all its bytes in order: by its mark; without one, as UTF-16 where every second
 * byte of the head is zero, as UTF-8 where all of it is valid, else as Windows-1252, in which any bytes are. Throws
 * `invalid` for a workbook and for what is no text.
 */
export async function detectEncoding(parts: AsyncIterable<Uint8Array>): Promise<CsvEncoding> {
  let valid: TextDecoder | null = null;
  for await (const part of parts) {
    if (!valid) {
      const known = encodingOfHead(part.subarray(0, HEAD));
      if (known) return known;
      valid = new TextDecoder("utf-8", { fatal: true });
    }
    try {
      valid.decode(part, { stream: true });
    } catch {
      return "windows-1252";
    }
  }
  // A last character that was cut off makes it no other alphabet.
  return "utf-8";
}

function encodingOfHead(head: Uint8Array): CsvEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const wide = wideness(head);
  if (wide) return wide;
  refuseOther(head);
  return null;
}

/** Letters, commas and line ends of a file in UTF-16 have a zero beside them. */
function wideness(head: Uint8Array): CsvEncoding | null {
  const zeros = [0, 0];
  for (const [n, byte] of head.entries()) if (byte === 0) zeros[n % 2]!++;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 8;
  if (odd > many && even * 8 < odd) return "utf-16le";
  return even > many && odd * 8 < even ? "utf-16be" : null;
}

function refuseOther(head: Uint8Array): void {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4)
    throw new AppError(
      "invalid",
      "This is a workbook or an archive, not a CSV file. Open it in the program it is from, and save it as CSV.",
    );
  const strange = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (strange > head.length / 50)
    throw new AppError("invalid", "This file holds no text. Export the leads again as CSV, in UTF-8.");
}

/** The text of a file, piece by piece, without its mark. What is no character in its encoding reads as U+FFFD. */
export async function* decodeParts(
  parts: AsyncIterable<Uint8Array>,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
