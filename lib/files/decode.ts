import { refusedFile } from "#lib/files/reading";

const UTF8 = "can’t be read as text in UTF-8 or UTF-16. Save it as UTF-8, or copy its text into the box.";
const BINARY = "holds no text that can be read, whatever its name says. Copy the text into the box instead.";

/** The text in bytes: UTF-8, or UTF-16 with or without a byte order mark. Never guesses at other alphabets. */
export function decodeText(name: string, bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refusedFile(name, isBinary(bytes) ? BINARY : UTF8);
  }
  if (controls(text.slice(0, 20_000)) > 0.02) throw refusedFile(name, BINARY);
  return text;
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark, spaces and line ends betray it: every second byte of them is zero.
  const head = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (const [n, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (n % 2 === 0) even++;
    else odd++;
  }
  const many = head.length / 40;
  if (odd > many && even * 8 < odd) return "utf-16le";
  return even > many && odd * 8 < even ? "utf-16be" : "utf-8";
}

function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  return head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length > head.length / 50;
}

/** The share of characters that no text has. */
function controls(text: string): number {
  const found = text.match(/[^\P{Cc}\s]/gu)?.filter((one) => one !== ESCAPE) ?? [];
  return found.length / Math.max(text.length, 1);
}

// Logs of terminals are full of it.
const ESCAPE = String.fromCharCode(27);
