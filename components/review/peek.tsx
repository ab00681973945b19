"use client";

import { StatementBasis } from "#components/review/basis";
import { useDesk, usePointing } from "#components/review/desk-context";
import { Ref } from "#components/review/ref";
import { IconButton } from "#components/ui/icon-button";
import { parseLines } from "#lib/parsers/turns";

/** On a phone: the quote of the statement that was tapped, over the decision. */
export function Peek({ statementId, onClose }: { statementId: string | null; onClose: () => void }) {
  const { draft, statements, evidence, numbers } = useDesk();
  const { watch } = usePointing();
  const statement = statements.find((one) => one.id === statementId);
  const place = evidence.find((one) => one.statementId === statementId);
  if (!statement || statement.trace === "free") return null;
  const source = draft.sources.find((one) => one.id === place?.sourceId);
  const line = source && place && parseLines(source.text).findLast((one) => one.start <= place.start);
  return (
    <aside
      aria-label="Quote"
      className="flex-none border-t border-line-strong bg-page pt-1 pr-1 pb-3 pl-4 md:hidden"
    >
      <div className="flex h-11 items-center gap-2 text-xs text-muted">
        <Ref number={numbers.get(statement.id) ?? 0} current untraced={statement.trace === "untraced"} />
        <StatementBasis statement={statement} />
        <span className="min-w-0 truncate">
          {source ? `${source.title}, line ${line?.number}` : "No quote was found"}
        </span>
        <span className="ml-auto">
          <IconButton icon="close" label="Close the quote" onClick={onClose} />
        </span>
      </div>
      {source && place && (
        <p className="max-h-32 overflow-auto pr-3 text-md">
          {line?.speaker && <b className="mr-1.5">{line.speaker}</b>}
          {source.text.slice(place.sentenceStart, place.start)}
          <mark key={statement.id} ref={watch} data-quoted={statement.id} aria-current="true">
            {source.text.slice(place.start, place.end)}
          </mark>
          {source.text.slice(place.end, place.sentenceEnd)}
        </p>
      )}
    </aside>
  );
}
