/** Words of a source that are selected on the page: offsets are UTF-16 units into its text, `end` exclusive. */
export type SelectedWords = { sourceId: string; start: number; end: number; quote: string; rect: DOMRect };

/** What is selected within an element that shows sources; null where nothing is, or not words of one source. */
export function readSelection(within: Element): SelectedWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return null;
  const lines = [...within.querySelectorAll<HTMLElement>("[data-words]")].filter((line) =>
    range.intersectsNode(line),
  );
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || first.dataset.words !== last.dataset.words) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset, 0);
  const end = offsetIn(last, range.endContainer, range.endOffset, Number.POSITIVE_INFINITY);
  if (end <= start) return null;
  const quote = lines.map((line) => wordsOf(line, range)).join("\n");
  if (!/[\p{L}\p{N}]/u.test(quote)) return null;
  const rects = [...range.getClientRects()];
  return {
    sourceId: first.dataset.words ?? "",
    start,
    end,
    quote,
    rect: rects.at(-1) ?? first.getBoundingClientRect(),
  };
}

/** The nodes of a line that are words of its source; numbers of statements between them are not. */
function textsOf(line: HTMLElement): Text[] {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest("[data-ref]")) texts.push(text);
  }
  return texts;
}

/** Where a point of the page lies in the source; `otherwise` counts from the line where the point is outside of it. */
function offsetIn(line: HTMLElement, node: Node, offset: number, otherwise: number): number {
  const from = Number(line.dataset.from);
  const texts = textsOf(line);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (!line.contains(node)) return from + Math.min(otherwise, length);
  let passed = 0;
  for (const text of texts) {
    if (text === node) return from + passed + offset;
    if (!isBefore(text, node, offset)) return from + passed;
    passed += text.length;
  }
  return from + passed;
}

function isBefore(text: Text, node: Node, offset: number): boolean {
  const point = document.createRange();
  point.setStart(node, offset);
  return point.comparePoint(text, text.length) <= 0;
}

function wordsOf(line: HTMLElement, range: Range): string {
  return textsOf(line)
    .filter((text) => range.intersectsNode(text))
    .map((text) => {
      const start = text === range.startContainer ? range.startOffset : 0;
      const end = text === range.endContainer ? range.endOffset : text.length;
      return text.data.slice(start, end);
    })
    .join("");
}
