import type { PartKind } from "#lib/parsers/update-labels";

/** Pictures that stand for a label, as themselves or as chat programs write them. */
const PICTURES: [PartKind | null, RegExp][] = [
  [
    "blockers",
    /^(?:🚧|⛔|🛑|🚫|🧱|🆘|🔴|⚠|:(?:construction|no_entry|no_entry_sign|octagonal_sign|stop_sign|brick|bricks|sos|warning|red_circle|rotating_light|blocked|blocker):)/u,
  ],
  [
    "done",
    /^(?:🟢|:(?:large_)?green_circle:|✅|☑|✔|🏁|⏮|⏪|:(?:white_check_mark|heavy_check_mark|checkered_flag|done|rewind):)/u,
  ],
  [
    "next",
    /^(?:🟡|:(?:large_)?yellow_circle:|🔜|⏭|⏩|🎯|📅|📆|▶|:(?:soon|dart|calendar|fast_forward|next_track_button|arrow_forward):)/u,
  ],
  [null, /^(?:\p{Extended_Pictographic}|:[a-z0-9_+-]{2,30}:)/u],
];
const BETWEEN = /^(?:\uFE0F|\u200D|\s){1,10}/u;

/** The pictures at the head of a line, as far as they go, with the part that they stand for; null where it has none. */
export function pictureOf(head: string): { part: PartKind | null; length: number } | null {
  let at = 0;
  let part: PartKind | null = null;
  for (let i = 0; i < 4; i++) {
    const rest = head.slice(at);
    const found = PICTURES.map(([kind, pattern]) => ({
      kind,
      length: pattern.exec(rest)?.[0].length ?? 0,
    })).find(({ length }) => length > 0);
    if (!found) break;
    part ??= found.kind;
    at += found.length;
    at += BETWEEN.exec(head.slice(at))?.[0].length ?? 0;
  }
  // The sign of a road being built is as often work under way.
  const wip = part === "blockers" && /^(?:wip|in progress|still working|working on)\b/i.test(head.slice(at));
  return at ? { part: wip ? "next" : part, length: at } : null;
}
