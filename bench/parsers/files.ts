import { docxOf, mailOf, pdfOf } from "#e2e/doubles/uploads";

/** As long as a text may nearly be: 1.9 MB, and 500 pages. */
const LINES = 20_000;
/** With its times around each line, a caption file may be no longer than text either. */
const CUES = 12_000;
const LINES_A_PAGE = 40;
const said = (n: number) =>
  `${n}. Dana Weiss will send the price list to the printer by Friday, and Bo asks who pays for it.`;
const lines = () => Array.from({ length: LINES }, (_, n) => said(n));
const clock = (n: number) => new Date(n * 4000).toISOString().slice(11, 23);
const HEAD = [
  "Message-ID: <1@larkfield.example>",
  "From: Ada <ada@larkfield.example>",
  "Subject: Prices",
  "",
];

/** A large file of each kind that is read, by its name. */
export const FILES: Record<string, () => Buffer> = {
  "notes.txt": () => Buffer.from(lines().join("\n")),
  "call.vtt": () => Buffer.from(`WEBVTT\n\n${lines().slice(0, CUES).map(cue).join("\n")}`),
  "notes.html": () =>
    Buffer.from(
      `<!doctype html><ul>${lines()
        .map((line) => `<li>${line}</li>`)
        .join("\n")}</ul>`,
    ),
  "mail.eml": () => mailOf([...HEAD, ...lines()]),
  "notes.docx": () => docxOf(lines()),
  "notes.pdf": () => {
    const all = lines();
    const pages = Array.from({ length: LINES / LINES_A_PAGE }, (_, n) => n * LINES_A_PAGE);
    return pdfOf(pages.map((from) => all.slice(from, from + LINES_A_PAGE)));
  },
};

function cue(line: string, n: number): string {
  return `${clock(n)} --> ${clock(n + 1)}\n<v Dana Weiss>${line}</v>\n`;
}
