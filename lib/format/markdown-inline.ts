/** A stretch of a line. A link leads to http or https alone; any other is text. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] }
  | { kind: "break" };

type Mark = "" | "**" | "*" | "[";
/** What is open: the mark that opened it and what it holds so far. Each mark is open at most once. */
type Frame = { mark: Mark; children: Inline[] };

const ESCAPED = /[!-/:-@[-`{-~]/;
const TARGET = /\]\(([^()\s]{1,2000})\)/y;

/** Reads emphasis, code, links and line breaks. A mark that is never closed is text. */
export function parseInline(text: string): Inline[] {
  const open: Frame[] = [{ mark: "", children: [] }];
  const lastTick = text.lastIndexOf("`");
  let at = 0;
  while (at < text.length) at = readAt(text, at, open, lastTick);
  while (open.length > 1) spill(open);
  return open[0]!.children;
}

/** Reads what stands at a place and returns the place after it. */
function readAt(text: string, at: number, open: Frame[], lastTick: number): number {
  const sign = text[at]!;
  if (sign === "\\" && ESCAPED.test(text[at + 1] ?? "")) return addText(open, text[at + 1]!, at + 2);
  if (sign === "\n") return readBreak(text, at, open);
  if (sign === "`" && at < lastTick) return readCode(text, at, open);
  if (sign === "*") return readStars(text, at, open);
  if (sign === "[" && !isOpen(open, "[")) {
    open.push({ mark: "[", children: [] });
    return at + 1;
  }
  if (sign === "]" && isOpen(open, "[")) return readTarget(text, at, open);
  return addText(open, sign, at + 1);
}

function readBreak(text: string, at: number, open: Frame[]): number {
  if (at < 2 || !text.startsWith("  ", at - 2)) return addText(open, " ", at + 1);
  open.at(-1)!.children.push({ kind: "break" });
  return at + 1;
}

function readCode(text: string, at: number, open: Frame[]): number {
  const end = text.indexOf("`", at + 1);
  open.at(-1)!.children.push({ kind: "code", text: text.slice(at + 1, end) });
  return end + 1;
}

function readStars(text: string, at: number, open: Frame[]): number {
  const mark = text.startsWith("**", at) ? "**" : "*";
  const next = at + mark.length;
  if (isOpen(open, mark) && !/\s/.test(text[at - 1] ?? " ")) {
    const children = close(open, mark);
    open.at(-1)!.children.push({ kind: mark === "**" ? "strong" : "emphasis", children });
    return next;
  }
  if (isOpen(open, mark) || /\s/.test(text[next] ?? " ")) return addText(open, mark, next);
  open.push({ mark, children: [] });
  return next;
}

function readTarget(text: string, at: number, open: Frame[]): number {
  TARGET.lastIndex = at;
  const target = TARGET.exec(text);
  if (!target || !/^https?:\/\//i.test(target[1]!)) {
    while (isOpen(open, "[")) spill(open);
    return addText(open, "]", at + 1);
  }
  const children = close(open, "[");
  open.at(-1)!.children.push({ kind: "link", href: target[1]!, children });
  return at + target[0].length;
}

function isOpen(open: Frame[], mark: Mark): boolean {
  return open.some((frame) => frame.mark === mark);
}

/** Ends what a mark opened; marks opened inside it and never closed become text. */
function close(open: Frame[], mark: Mark): Inline[] {
  while (open.at(-1)!.mark !== mark) spill(open);
  return open.pop()!.children;
}

function spill(open: Frame[]): void {
  const { mark, children } = open.pop()!;
  addText(open, mark, 0);
  for (const child of children) {
    if (child.kind === "text") addText(open, child.text, 0);
    else open.at(-1)!.children.push(child);
  }
}

function addText(open: Frame[], text: string, next: number): number {
  const { children } = open.at(-1)!;
  const last = children.at(-1);
  if (last?.kind === "text") last.text += text;
  else children.push({ kind: "text", text });
  return next;
}
