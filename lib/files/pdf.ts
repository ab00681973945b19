import { getDocumentProxy } from "unpdf";
import { isAppError } from "#lib/errors";
import { howMany, type Reading, refusedFile } from "#lib/files/reading";
import { MAX_PAGES } from "#lib/parsers/limits";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text of a PDF (ISO 32000), page by page. `invalid` where it is locked, too long, damaged or only pictures. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Reading> {
  const pdf = await open(name, bytes);
  if (pdf.numPages > MAX_PAGES)
    throw refusedFile(
      name,
      `has ${pdf.numPages.toLocaleString("en")} pages, more than ${MAX_PAGES}. Split it, or copy the part that matters.`,
    );
  const pages: string[] = [];
  try {
    for (let n = 1; n <= pdf.numPages; n++) pages.push(await readPage(pdf, n));
  } catch (error) {
    if (isAppError(error)) throw error;
    throw refusedFile(name, DAMAGED);
  }
  const bare = pages.filter((page) => !page.trim()).length;
  if (bare === pages.length)
    throw refusedFile(
      name,
      "holds pictures of pages and no text. Recognise its text first, or copy it into the box.",
    );
  const leftOut = bare
    ? [`${howMany(bare, "page has", "pages have")} no text, perhaps pictures; nothing was read there.`]
    : [];
  return { text: pages.filter((page) => page.trim()).join("\n\n"), format: "pdf", leftOut };
}

const DAMAGED = "is damaged: it can’t be read as a PDF. Save it again, or copy its text into the box.";

async function open(name: string, bytes: Uint8Array): Promise<Pdf> {
  try {
    // What a document brings along is never run, fetched or drawn; only its text is taken.
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    throw refusedFile(
      name,
      locked ? "is protected by a password. Save a copy without it, or copy its text into the box." : DAMAGED,
    );
  }
}

async function readPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  let text = "";
  let last: { y: number; height: number } | null = null;
  for (const item of items) {
    if (!("str" in item)) continue;
    const y = Number(item.transform[5]);
    // A gap wider than a line and a half begins a paragraph.
    if (last && text.endsWith("\n") && last.y - y > Math.max(last.height, item.height) * 1.9) text += "\n";
    text += item.str;
    if (item.str.trim()) last = { y, height: item.height };
    if (item.hasEOL) text += "\n";
  }
  page.cleanup();
  return text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
