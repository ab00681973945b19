import { readFile } from "#lib/files/read-file";
import { guessHeader } from "#lib/parsers/header";
import { Refused } from "#lib/web/api/problem";
import { MAX_FORM_BYTES } from "#lib/web/machine-paths";
import { withBody } from "#lib/web/take-body";

/** What a form with a file gives an operation in place of a text, and what reading the file left out. */
export type Form = { fields: Record<string, unknown>; leftOut: string[] };

/** Whether a request brings a form (RFC 7578). */
export function bringsForm({ headers }: { headers: Headers }): boolean {
  return /^multipart\/form-data\s*;.*\bboundary=/i.test(headers.get("content-type") ?? "");
}

/**
 * Reads a form whose field `file` is a file; title, day and attendees are read off it where the form does not say them.
 * Throws `invalid` naming the file where it can't be taken.
 */
export function readForm(request: Request): Promise<Form> {
  return withBody(request, MAX_FORM_BYTES, (body) => readBody(request, body));
}

async function readBody(request: Request, body: Buffer | null): Promise<Form> {
  const form = await formOf(request, body);
  const file = form.get("file");
  if (!(file instanceof File)) throw pointed("/file", "Send one file in the field file.");
  if (form.has("text")) throw pointed("/text", "The text is that of the file.");
  const name = file.name.replace(/^.*[/\\]/, "").slice(0, 200) || "The file";
  const { text, format, leftOut } = await readFile(name, Buffer.from(await file.arrayBuffer()), {
    signal: request.signal,
  });
  const said = fieldsOf(form);
  // Without a day of today's a date such as "20 Nov" would be guessed at; the form says it then.
  const today = typeof said.heldOn === "string" ? said.heldOn : new Date().toISOString().slice(0, 10);
  const { title, heldOn, attendees } = guessHeader(text, { today, fileName: name });
  return {
    fields: { title, ...(heldOn && { heldOn }), attendees, ...said, text, format, fileName: name },
    leftOut,
  };
}

async function formOf(request: Request, bytes: Buffer | null): Promise<FormData> {
  if (!bytes) throw new Refused("too-large", "A file has at most 20 MB.");
  const type = request.headers.get("content-type") ?? "";
  if (hasMoreParts(bytes, type, MOST_PARTS))
    throw new Refused("too-large", `A form has at most ${MOST_PARTS} fields.`);
  try {
    return await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    throw new Refused("malformed", "The body is no form that can be read.");
  }
}

/** More than a source has fields, with two hundred people who were there. */
const MOST_PARTS = 300;

/** Counted before anything is made of them: of empty fields, hundreds of thousands fit into a form, and take minutes. */
function hasMoreParts(bytes: Buffer, type: string, most: number): boolean {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? [];
  const parting = `--${quoted ?? bare ?? ""}`;
  let count = 0;
  // The last one ends the form.
  for (let at = bytes.indexOf(parting); at >= 0; at = bytes.indexOf(parting, at + parting.length))
    if (++count > most + 1) return true;
  return false;
}

/** Fields as JSON has them: attendees come once each, and only "true" is true. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name === "file") continue;
    const values = form.getAll(name);
    if (values.some((value) => typeof value !== "string")) throw pointed(`/${name}`, "Only file is a file.");
    fields[name] = name === "attendees" ? values : name === "again" ? values[0] === "true" : values[0];
  }
  return fields;
}

function pointed(pointer: string, detail: string): Refused {
  return new Refused("invalid", detail, {
    errors: [{ pointer: pointer.slice(0, 200).toWellFormed(), detail }],
  });
}
