import { inflateRawSync } from "node:zlib";
import { MAX_PACKED_FILES, MAX_UNPACKED_BYTES } from "#lib/parsers/limits";

type Entry = {
  name: string;
  method: number;
  packed: number;
  claimed: number;
  at: number;
  encrypted: boolean;
};

/** Why an archive is not read. */
export type ZipFault = "broken" | "encrypted" | "bomb";

/** Thrown by whatever reads an archive. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

/** An archive of which single files are unpacked, up to `MAX_UNPACKED_BYTES` altogether. */
export type Zip = { names: string[]; read: (name: string) => Buffer | null };

/**
 * Opens a ZIP archive by its central directory (APPNOTE.TXT 6.3.10, 4.3.12). Throws a ZipError where sizes that it
 * claims, or bytes that really come out, are too many; nothing is unpacked before it is asked for. No path is ever used
 * as one.
 */
export function openZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes);
  if (entries.some(({ encrypted }) => encrypted)) throw new ZipError("encrypted");
  if (entries.reduce((sum, { claimed }) => sum + claimed, 0) > MAX_UNPACKED_BYTES) throw new ZipError("bomb");
  let left = MAX_UNPACKED_BYTES;
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = entries.find((one) => one.name === name);
      if (!entry) return null;
      const unpacked = unpack(bytes, entry, left);
      left -= unpacked.length;
      return unpacked;
    },
  };
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new ZipError("broken");
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_PACKED_FILES) throw new ZipError("bomb");
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new ZipError("broken");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength!),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      claimed: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength! + extra! + comment!;
  }
  return entries;
}

function unpack(bytes: Buffer, { at, method, packed }: Entry, most: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new ZipError("broken");
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const raw = bytes.subarray(from, from + packed);
  if (raw.length < packed || ![0, 8].includes(method)) throw new ZipError("broken");
  if (method === 0) return raw;
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    const grew = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new ZipError(grew ? "bomb" : "broken");
  }
}
