import { Flags } from "#components/review/flags";
import { Icon } from "#components/ui/icon";
import type { DeskDraft } from "#lib/drafts/view";
import { formatDay } from "#lib/format/dates";

type Line = { number: number; pieces: { start: number; text: string; quoted: boolean }[] };

const MOST_LINES = 200;

type FoundBesideTextProps = {
  text: string;
  draft: DeskDraft | null;
  /** Whether the run is over: without a draft, nothing more will appear. */
  ended?: boolean;
};

/** The text with what was quoted under the marker, beside what was found in it. */
export function FoundBesideText({ text, draft, ended }: FoundBesideTextProps) {
  const lines = linesOf(text, draft?.evidence ?? []);
  const total = text.split("\n").length;
  return (
    <div className="mt-4.5 grid min-h-0 grid-cols-1 overflow-hidden rounded-lg border md:grid-cols-2">
      <section aria-label="Your text" className="max-h-96 min-w-0 overflow-auto px-3.5 py-3 md:max-h-none">
        <h3 className="mb-2 flex justify-between text-xs">
          Your text <span className="font-normal text-faint">{total} lines</span>
        </h3>
        {lines.map((line) => (
          <p key={line.number} className="grid grid-cols-[26px_minmax(0,1fr)] text-xs leading-5 text-muted">
            <span aria-hidden="true" className="font-mono text-2xs leading-5 text-faint">
              {line.number}
            </span>
            <span className="break-words">
              {line.pieces.map((piece) =>
                piece.quoted ? (
                  <mark key={piece.start}>{piece.text}</mark>
                ) : (
                  <span key={piece.start}>{piece.text}</span>
                ),
              )}
            </span>
          </p>
        ))}
        {total > MOST_LINES && <p className="mt-2 text-xs text-faint">The rest is beside the draft.</p>}
      </section>
      <section
        aria-label="What was found"
        className="min-w-0 overflow-auto border-t px-3.5 py-3 md:border-t-0 md:border-l"
      >
        <h3 className="mb-2 text-xs">What was found</h3>
        {draft ? <Found draft={draft} /> : <Expected ended={ended} />}
      </section>
    </div>
  );
}

/** Nothing is shown before its quotes were looked for: what can't be found would be read as if it were true. */
function Expected({ ended }: { ended?: boolean }) {
  if (ended) return <p className="text-xs text-muted">Nothing: the run brought no draft.</p>;
  return (
    <div className="grid gap-3 pt-1">
      {["w-[88%]", "w-[52%]", "w-[74%]"].map((width) => (
        <span key={width} className={`h-2 rounded-xs bg-neutral-4 ${width}`} />
      ))}
      <p className="text-xs text-muted">It appears here once its quotes were checked.</p>
    </div>
  );
}

function Found({ draft }: { draft: DeskDraft }) {
  if (draft.statements.length === 0)
    return <p className="text-xs text-muted">Nothing. Open the draft to add what was missed.</p>;
  return (
    <ul>
      {draft.statements.map(({ id, text, kept, flags, trace, person, due }) => (
        <li key={id} className="flex gap-2 border-b py-1 text-xs last:border-0">
          <span className={`mt-px flex ${kept ? "text-ok-text" : "text-faint"}`}>
            <Icon name={kept ? "done" : "dashed"} size="sm" />
          </span>
          <span className={`min-w-0 ${kept ? "" : "text-muted"}`}>
            {[text, person?.name, due?.on ? formatDay(due.on, { today: draft.today }) : due?.phrase]
              .filter(Boolean)
              .join(", ")}
            {trace === "untraced" && <span className="text-danger-text"> quote not found</span>}
            {!kept && trace !== "untraced" && <span className="text-faint"> not kept</span>}
            <Flags flags={flags} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function linesOf(text: string, evidence: { start: number; end: number }[]): Line[] {
  const quotes = [...evidence].sort((a, b) => a.start - b.start);
  let offset = 0;
  return text
    .split("\n")
    .slice(0, MOST_LINES)
    .map((line, index) => {
      const start = offset;
      offset += line.length + 1;
      return { number: index + 1, pieces: cut(text, start, start + line.length, quotes) };
    });
}

function cut(
  text: string,
  start: number,
  end: number,
  quotes: { start: number; end: number }[],
): Line["pieces"] {
  const pieces: Line["pieces"] = [];
  let at = start;
  for (const quote of quotes) {
    if (quote.end <= at || quote.start >= end) continue;
    const from = Math.max(at, quote.start);
    const to = Math.min(end, quote.end);
    if (from > at) pieces.push({ start: at, text: text.slice(at, from), quoted: false });
    pieces.push({ start: from, text: text.slice(from, to), quoted: true });
    at = to;
  }
  if (at < end || pieces.length === 0) pieces.push({ start: at, text: text.slice(at, end), quoted: false });
  return pieces;
}
