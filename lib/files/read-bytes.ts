import { isUtf8 } from "node:buffer";
import { decodeText } from "#lib/files/decode";
import { type Reading, refusedFile } from "#lib/files/reading";
import { sniff } from "#lib/files/sniff";
import { withoutFooter } from "#lib/parsers/dialects";
import { MAX_FILE_BYTES, MAX_TEXT, MAX_TEXT_BYTES } from "#lib/parsers/limits";
import { cleanText } from "#lib/parsers/plain";
import { readSourceFile } from "#lib/parsers/source-file";

/**
 * Reads a file by what its bytes are, whatever its name says. Throws an `invalid` that names the file, says why it
 * can't be taken, and what to do. May take as much time and memory as a hostile file can make it: see read-file.ts.
 */
export async function readBytes(name: string, bytes: Buffer): Promise<Reading> {
  if (bytes.length === 0) throw refusedFile(name, "is empty. Nothing was taken.");
  if (bytes.length > MAX_FILE_BYTES)
    throw refusedFile(name, "is larger than 20 MB. Split it, or copy the part that matters.");
  const reading = await readKind(name, bytes);
  const text = withoutFooter(cleanText(reading.text));
  // The first line of captions says what the file is, and nothing else.
  if (!/[^\s\0]/.test(text.replace(/^WEBVTT(?![^\s])/, "")))
    throw refusedFile(name, "holds no text. Nothing was taken.");
  if (text.length > MAX_TEXT)
    throw refusedFile(
      name,
      `holds ${text.length.toLocaleString("en")} characters of text, more than ${MAX_TEXT.toLocaleString("en")}. Split it in two.`,
    );
  return { ...reading, text };
}

/** Whether a file is text in UTF-8 that needs no reading but as a text: neither mail nor HTML. Costs no time and no memory. */
export function isPlainText(name: string, bytes: Buffer): boolean {
  if (sniff(bytes).is !== "text" || isMail(name, bytes) || bytes.subarray(0, 4096).includes(0)) return false;
  return isUtf8(bytes) && !isHtml(name, bytes.toString("utf8", 0, 2000));
}

async function readKind(name: string, bytes: Buffer): Promise<Reading> {
  const kind = sniff(bytes);
  if (kind.is === "other") throw refusedFile(name, `is ${kind.what}. ${INSTEAD}`);
  // Loading all of them takes a second; a file needs one.
  if (kind.is === "zip") return (await import("#lib/files/docx")).readDocx(name, bytes);
  if (kind.is === "pdf") return (await import("#lib/files/pdf")).readPdf(name, bytes);
  if (isMail(name, bytes)) return (await import("#lib/files/mail")).readMail(name, bytes);
  if (bytes.length > MAX_TEXT_BYTES && !/\.html?$/i.test(name))
    throw refusedFile(name, "is larger than 2 MB of text. Split it, or copy the part that matters.");
  const raw = decodeText(name, bytes);
  return isHtml(name, raw) ? readHtml(raw) : { ...readSourceFile(name, raw), leftOut: [] };
}

const INSTEAD = "Save it as .docx, PDF or text, or copy its text into the box.";

/** By fields that no pasted mail has; a file that says it is one needs less. */
function isMail(name: string, bytes: Buffer): boolean {
  const head = bytes.toString("latin1", 0, 8000).split(/\r?\n\r?\n/)[0] ?? "";
  const has = (field: string) => new RegExp(`^${field}:`, "im").test(head);
  if (!/^[\x21-\x39\x3b-\x7e]{1,80}:/.test(head.trimStart())) return false;
  if (/\.eml$/i.test(name)) return has("from") || has("received") || has("subject");
  return has("from") && (has("message-id") || has("mime-version") || has("received"));
}

function isHtml(name: string, text: string): boolean {
  const head = text
    .slice(0, 1000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^(?:<!--[\s\S]{0,500}?-->\s*|<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html[\s>])/i.test(head))
    return true;
  return /\.html?$/i.test(name) && /<[a-z][^>]{0,200}>/i.test(head);
}

async function readHtml(html: string): Promise<Reading> {
  const { htmlToText } = await import("#lib/files/html");
  const { text, title, leftOut } = htmlToText(html);
  const headed = title && !text.slice(0, 400).includes(title) ? `# ${title}\n\n${text}` : text;
  return { text: headed, format: "html", leftOut };
}
