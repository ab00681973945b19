import { ImportStateWord } from "#components/leads/import-state";
import { Moment } from "#components/records/moment";
import { counted } from "#lib/format/count";
import type { ImportInFull } from "#lib/lead-imports/view";
import type { Calendar } from "#lib/users/calendar";

const ENCODINGS: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};
const DELIMITERS: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs" };

/** What a file is: who brought it when, and how it was read. */
export function ImportFacts({ one, calendar }: { one: ImportInFull; calendar: Calendar }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
      <ImportStateWord state={one.state} />
      <span>
        {one.by}, <Moment at={one.createdAt} calendar={calendar} />
      </span>
      {one.rows > 0 && <span>{counted(one.rows, "row")}</span>}
      {one.encoding && (
        <span>
          {ENCODINGS[one.encoding]}, {DELIMITERS[one.delimiter]} between cells
        </span>
      )}
    </p>
  );
}
