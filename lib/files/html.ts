import { Parser } from "htmlparser2";
import { howMany } from "#lib/files/reading";

const BLOCKS = new Set(
  "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form header hr html li main nav ol p pre section table tbody thead tr ul".split(
    " ",
  ),
);
const SILENT = new Set(
  "script style template noscript head svg math iframe object embed select textarea title".split(" "),
);
const HEADING = /^h([1-6])$/;

/** The words of a page, and its title. Scripts, styles and what is hidden are no words; nothing is loaded. */
export function htmlToText(html: string): { text: string; title: string; leftOut: string[] } {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => page.open(tag, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (tag) => page.close(tag),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  const leftOut = page.pictures ? [`Left out: ${howMany(page.pictures, "picture", "pictures")}.`] : [];
  return { text: page.words(), title: page.title.replace(/\s+/g, " ").trim(), leftOut };
}

class Page {
  title = "";
  pictures = 0;
  #out: string[] = [];
  #silent: string[] = [];
  #lists = 0;
  #pre = 0;
  #inTitle = false;

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === "title") this.#inTitle = true;
    if (SILENT.has(tag) || isHidden(tag, attributes)) this.#silent.push(tag);
    if (this.#silent.length > 0) return;
    const level = Number(HEADING.exec(tag)?.[1] ?? 0);
    if (tag === "ul" || tag === "ol") this.#lists++;
    if (tag === "pre") this.#pre++;
    if (tag === "img") this.pictures++;
    if (level) this.#out.push("\n\n", `${"#".repeat(level)} `);
    else if (tag === "li") this.#newLine(`${"  ".repeat(Math.min(Math.max(this.#lists - 1, 0), 8))}- `);
    else if (tag === "br") this.#out.push("\n");
    else if (tag === "p" && this.#lists === 0) this.#out.push("\n\n");
    else if (BLOCKS.has(tag) && tag !== "p") this.#newLine();
  }

  text(text: string): void {
    if (this.#inTitle) this.title = `${this.title}${text}`.slice(0, 400);
    if (this.#silent.length > 0) return;
    this.#out.push(this.#pre > 0 ? text : text.replace(/\s+/g, " "));
  }

  close(tag: string): void {
    if (tag === "title") this.#inTitle = false;
    if (this.#silent.at(-1) === tag) {
      this.#silent.pop();
      return;
    }
    if (this.#silent.length > 0) return;
    if (tag === "ul" || tag === "ol") this.#lists = Math.max(this.#lists - 1, 0);
    if (tag === "pre") this.#pre = Math.max(this.#pre - 1, 0);
    if (tag === "td" || tag === "th") this.#out.push(" | ");
    else if (HEADING.test(tag) || BLOCKS.has(tag)) this.#newLine();
  }

  #newLine(begin = ""): void {
    while (this.#out.at(-1) === " ") this.#out.pop();
    if (!this.#out.at(-1)?.endsWith("\n")) this.#out.push("\n");
    if (begin) this.#out.push(begin);
  }

  words(): string {
    return this.#out
      .join("")
      .split("\n")
      .map((line) => line.replace(/^ (?=\S)/, "").replace(/[ |]{1,40}$/, ""))
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }
}

const ALONE = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** What a browser would not show. */
function isHidden(tag: string, { style = "", hidden }: Record<string, string>): boolean {
  if (ALONE.has(tag)) return false;
  return hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 2000));
}
