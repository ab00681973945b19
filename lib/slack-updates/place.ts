/** Where a message stands in the text of an update: UTF-16 units, end exclusive. */
export type Piece = { ts: string; start: number; end: number };

/** An update's text put together anew, and where each message stands in it now. */
export type Placed = { text: string; pieces: Piece[] };

/** What becomes of one message: its words, or null where it is taken out. */
export type Change = { ts: string; words: string | null };

type Part = { ts: string | null; words: string };

/**
 * Puts a message into the text of an update: in the place of what it said before, else in the order in which messages were
 * written. What else stands in the text stays where it is. Null where nothing is left.
 */
export function placeMessage(before: string, pieces: Piece[], change: Change): Placed | null {
  const parts = partsOf(before, pieces);
  const rest = parts.filter(({ ts }) => ts !== change.ts);
  if (change.words === null) return rest.length > 0 ? joined(rest) : null;
  const at = parts.findIndex(({ ts }) => ts === change.ts);
  const later = rest.findIndex(({ ts }) => ts !== null && ts > change.ts);
  const position = at >= 0 ? at : later >= 0 ? later : rest.length;
  return joined(rest.toSpliced(position, 0, { ts: change.ts, words: change.words }));
}

function partsOf(text: string, pieces: Piece[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { ts, start, end } of pieces.toSorted((a, b) => a.start - b.start)) {
    parts.push({ ts: null, words: text.slice(from, start).trim() }, { ts, words: text.slice(start, end) });
    from = end;
  }
  parts.push({ ts: null, words: text.slice(from).trim() });
  return parts.filter(({ words }) => words !== "");
}

function joined(parts: Part[]): Placed {
  const pieces: Piece[] = [];
  let text = "";
  for (const { ts, words } of parts) {
    const start = text === "" ? 0 : text.length + 2;
    text += (text === "" ? "" : "\n\n") + words;
    if (ts !== null) pieces.push({ ts, start, end: text.length });
  }
  return { text, pieces };
}
