import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { CommandIo } from "#lib/cli/io";
import { AppError } from "#lib/errors";
import { isPlainText } from "#lib/files/read-bytes";
import { readFile as readUpload } from "#lib/files/read-file";

/** A text that is written by itself. `file` names it in what is printed, `name` is its file's, "" where it has none. */
export type NamedText = { file: string; name: string; text: string };

const Line = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

/**
 * The texts of a file, or of standard input for "-": one, or of lines of JSON the `text` of each, its `id` or number
 * behind the file's name. What a file holds besides its text is noted on standard error. Rejects where it can't be read.
 */
export async function textsOf(file: string, io: CommandIo): Promise<NamedText[]> {
  const name = file === "-" ? "" : basename(file);
  const bytes = file === "-" ? await readAll(io) : await readFile(file);
  if (name.endsWith(".jsonl")) return linesOf(file, bytes.toString("utf8"));
  return [{ file, name, text: await textOf(name, bytes, (note) => io.err(`${file}: ${note}`)) }];
}

function linesOf(file: string, lines: string): NamedText[] {
  return lines.split("\n").flatMap((line, n) => {
    if (!line.trim()) return [];
    const { id = n + 1, text } = readLine(line, n + 1);
    return [{ file: `${file}#${id}`, name: "", text }];
  });
}

function readLine(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new AppError("invalid", `Line ${number} is no JSON with a “text”.`);
  }
}

/** Word, PDF, mail and HTML are read as the pages read them; what that leaves out is noted. */
async function textOf(name: string, bytes: Buffer, note: (sentence: string) => void): Promise<string> {
  if (isPlainText(name, bytes)) return bytes.toString("utf8");
  if (bytes.length === 0) return "";
  const { text, leftOut } = await readUpload(name || "The text", bytes);
  leftOut.forEach(note);
  return text;
}

async function readAll(io: CommandIo): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of io.stdin) parts.push(typeof part === "string" ? Buffer.from(part) : part);
  return Buffer.concat(parts);
}
