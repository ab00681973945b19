import { isTiming, writeTurns } from "#lib/parsers/cues";
import { readDialect, withoutFooter } from "#lib/parsers/dialects";
import type { FileFormat } from "#lib/parsers/formats";
import { cleanText } from "#lib/parsers/plain";
import { parseSrt } from "#lib/parsers/srt";
import { parseVtt } from "#lib/parsers/vtt";

export type SourceFormat = Extract<FileFormat, "text" | "markdown" | "vtt" | "srt" | "json">;

/** A source as it is stored; evidence points into `text`. */
export type SourceFile = { text: string; format: SourceFormat };

/**
 * Turns what was uploaded or pasted into the text of a source. `name` is the file's name, "" for pasted text.
 * Captions become lines "10:03 Dana: text"; a caption file without captions is taken as plain text. Never throws.
 */
export function readSourceFile(name: string, text: string): SourceFile {
  const clean = cleanText(text);
  const format = detectFormat(name, clean);
  if (format !== "vtt" && format !== "srt") return readWritten(clean, format);
  const turns = cleanText(writeTurns(format === "vtt" ? parseVtt(clean) : parseSrt(clean)));
  return turns ? { text: turns, format } : { text: clean, format: "text" };
}

function readWritten(clean: string, format: "text" | "markdown" | "json"): SourceFile {
  const bare = withoutFooter(clean);
  const dialect = readDialect(bare);
  return dialect
    ? { text: cleanText(dialect.text), format: dialect.format ?? format }
    : { text: bare, format };
}

/** The format of a text, by what stands in it, then by the name of its file. */
export function detectFormat(name: string, text: string): SourceFormat {
  const head = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim());
  if (/^WEBVTT(?:\s|$)/.test(head[0] ?? "")) return "vtt";
  const timing = head.slice(0, 2).find(isTiming);
  if (timing) return timing.split("-->")[0]!.includes(",") ? "srt" : "vtt";
  if (/\.(?:vtt|srt)$/i.test(name)) return /\.vtt$/i.test(name) ? "vtt" : "srt";
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text";
}
