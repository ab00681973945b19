/** What the head of a mail says that was pasted with it. Names are as written, addresses stand alone only where no name does. */
export type MailHead = { subject: string; people: string[] };

const FIELD = /^(from|to|cc|subject|date|sent):[ \t]*(.{0,1000})$/i;
const MOST_LINES = 12;
const REPLY = /^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+/i;

/** Reads the head of a pasted mail (RFC 5322 field names, as mail programs print them); null where the text has none. */
export function readMailHead(text: string): MailHead | null {
  const fields = new Map<string, string>();
  for (const line of text.slice(0, 8000).split("\n", MOST_LINES)) {
    const [, field = "", said = ""] = FIELD.exec(line.replace(/[*_]{2}/g, "").trim()) ?? [];
    const name = field.toLowerCase();
    if (name && !fields.has(name)) fields.set(name, said.trim());
  }
  const subject = fields.get("subject")?.replace(REPLY, "");
  if (!subject || !fields.has("from")) return null;
  const people = ["from", "to", "cc"].flatMap((name) => peopleIn(fields.get(name) ?? ""));
  return { subject, people: [...new Set(people)] };
}

/** "Ada Lindqvist <ada@a.example>, Bo Tran" by name. "Tran, Bo <bo@a.example>" is one person. */
function peopleIn(field: string): string[] {
  return (field.match(/[^;,<]*(?:,[^;,<]*)?<[^>]*>|[^;,]+/g) ?? [])
    .map((one) =>
      one
        .replace(/<[^>]*>|"/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .map((name) => name.replace(/^([^,]+), (.+)$/, "$2 $1").replace(/^,\s*/, ""))
    .filter((name) => /^\p{L}[\p{L}\p{M} .'’-]{1,59}$/u.test(name));
}
