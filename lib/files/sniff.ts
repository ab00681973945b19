/** What the bytes of a file say it is, whatever its name says. `other` is known, but nothing that can be read. */
export type Kind = { is: "pdf" | "zip" | "text" } | { is: "other"; what: string };

const MAGIC: [hex: string, what: string][] = [
  ["7b5c727466", "an RTF document"],
  ["89504e47", "a picture"],
  ["ffd8ff", "a picture"],
  ["47494638", "a picture"],
  ["49492a00", "a picture"],
  ["4d4d002a", "a picture"],
  ["1f8b", "an archive"],
  ["377abcaf271c", "an archive"],
  ["526172211a07", "an archive"],
  ["425a68", "an archive"],
  ["4f676753", "a recording"],
  ["494433", "a recording"],
  ["664c6143", "a recording"],
  ["1a45dfa3", "a recording"],
  ["7f454c46", "a program"],
  ["4d5a", "a program"],
  ["53514c69746520666f726d6174", "a database"],
];
const OLE = "d0cf11e0a1b11ae1";

/** Reads the first bytes, and never the extension. */
export function sniff(bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 1024));
  const hex = head.subarray(0, 16).toString("hex");
  // Some programs put a line before it: https://www.iso.org/standard/75839.html, annex H of older editions.
  if (head.includes("%PDF-")) return { is: "pdf" };
  if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) return { is: "zip" };
  if (hex.startsWith(OLE)) return { is: "other", what: oleKind(bytes) };
  if (head.subarray(4, 8).toString("latin1") === "ftyp") return { is: "other", what: "a recording" };
  if (/^52494646.{8}(?:57415645|41564920)/.test(hex)) return { is: "other", what: "a recording" };
  const known = MAGIC.find(([start]) => hex.startsWith(start));
  // "MZ" and "ID3" begin words too.
  if (known && (known[0].length > 6 || !isPlain(head))) return { is: "other", what: known[1] };
  return { is: "text" };
}

// [MS-OFFCRYPTO]: an encrypted document is an OLE file with a stream of this name.
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

function oleKind(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED)
    ? "protected by a password"
    : "a document of an older Office";
}

function isPlain(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
