import { escapeHtml } from "#lib/format/html";
import type { LetterBody } from "#lib/outreach/compose";

const FONT = "font:15px/1.55 -apple-system,'Segoe UI',Helvetica,Arial,sans-serif;color:#1d1d1b";
const SMALL = "font-size:12px;line-height:1.5;color:#5c5c57";

/** The same mail as simple HTML: no image, no script, no link but the one to unsubscribe. Whatever people or models wrote is escaped. */
export function letterHtml(body: LetterBody): string {
  const paragraphs = [body.greeting, ...body.paragraphs].map((text) => `<p>${escapeHtml(text)}</p>`);
  const lines = (text: string[]) => text.map(escapeHtml).join("<br>\n");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:16px;max-width:38rem;${FONT}">
${paragraphs.join("\n")}
<p>${lines(body.signature)}</p>
<hr style="border:0;border-top:1px solid #d8d8d2">
<p style="${SMALL}">${lines(body.company)}</p>
<p style="${SMALL}">You don’t want mail from us? <a href="${escapeHtml(body.unsubscribe)}" style="color:inherit">Unsubscribe</a></p>
</body>
</html>
`;
}
