import { TextLines } from "#components/intake/text-lines";
import { Flags } from "#components/review/flags";
import { Icon } from "#components/ui/icon";
import type { DeskDraft } from "#lib/drafts/view";
import { formatDay } from "#lib/format/dates";

const MOST_LINES = 200;

type FoundBesideTextProps = {
  text: string;
  /** As far as it is about this text. */
  draft: Pick<DeskDraft, "evidence" | "statements" | "today"> | null;
  /** The words that led here. */
  wanted?: { start: number; end: number } | null;
  /** Whether the run is over: without a draft, nothing more will appear. */
  ended?: boolean;
};

/** The text with what was quoted under the marker, beside what was found in it. */
export function FoundBesideText({ text, draft, wanted, ended }: FoundBesideTextProps) {
  const total = text.split("\n").length;
  return (
    <div className="mt-4.5 grid min-h-0 grid-cols-1 overflow-hidden rounded-lg border md:grid-cols-2">
      <section aria-label="The text" className="max-h-96 min-w-0 overflow-auto px-3.5 py-3 md:max-h-none">
        <h3 className="mb-2 flex justify-between text-xs">
          The text <span className="font-normal text-faint">{total} lines</span>
        </h3>
        <TextLines text={text} quotes={draft?.evidence ?? []} wanted={wanted} most={MOST_LINES} />
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

function Found({ draft }: { draft: NonNullable<FoundBesideTextProps["draft"]> }) {
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
