import { AttendeesField } from "#components/intake/attendees-field";
import type { FileRow as Row } from "#components/intake/use-files";
import { Button } from "#components/ui/button";
import { DateField } from "#components/ui/date-field";
import { FormError } from "#components/ui/form-error";
import { Icon, type IconName } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import { TextInput } from "#components/ui/text-input";
import { TextLink } from "#components/ui/text-link";
import type { RosterPerson } from "#lib/grounding/statement";

type FileRowProps = {
  row: Row;
  roster: RosterPerson[];
  put: (row: Row) => void;
  onCancel: () => void;
  onForget: () => void;
  onAgain: () => void;
};

/** One file: how far it is, what was read of it, and what became of it. */
export function FileRow({ row, roster, put, onCancel, onForget, onAgain }: FileRowProps) {
  const gone = row.state === "failed" || row.state === "cancelled";
  return (
    <li aria-label={row.name} className="border-b py-3 last:border-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className={ICONS[row.state][1]}>
          <Icon name={ICONS[row.state][0]} size="sm" />
        </span>
        <span className="min-w-0 truncate font-medium">{row.name}</span>
        <span role="status" className="ml-auto shrink-0 text-xs text-muted">
          {wordsOf(row)}
        </span>
        {row.state === "sending" && (
          <Button size="sm" tone="quiet" aria-label={`Cancel ${row.name}`} onClick={onCancel}>
            Cancel
          </Button>
        )}
        {(gone || row.state === "read") && (
          <IconButton icon="close" size="sm" label={`Take ${row.name} off the list`} onClick={onForget} />
        )}
      </div>
      {row.state === "sending" && <Sent name={row.name} share={row.share} />}
      {row.state === "failed" && <FormError>{row.message}</FormError>}
      {row.state === "stored" && (
        <p className="text-xs">
          <TextLink href={`/sources/${row.sourceId}`}>{row.title}</TextLink>
          {row.duplicate && <span className="text-muted"> You stored this text before.</span>}
        </p>
      )}
      {(row.state === "read" || row.state === "storing") && (
        <ReadOff row={row} roster={roster} put={put} onAgain={onAgain} />
      )}
    </li>
  );
}

const ICONS: Record<Row["state"], [IconName, string]> = {
  sending: ["ring", "text-muted"],
  failed: ["warn", "text-danger-text"],
  cancelled: ["dashed", "text-faint"],
  read: ["documents", "text-muted"],
  storing: ["ring", "text-muted"],
  stored: ["done", "text-ok-text"],
};

function wordsOf(row: Row): string {
  switch (row.state) {
    case "sending":
      return row.share < 1 ? `${Math.floor(row.share * 100)}\u202f% sent` : "Being read";
    case "failed":
      return "Not taken";
    case "cancelled":
      return "Cancelled";
    case "read":
      return `${row.reading.text.length.toLocaleString("en")} characters read`;
    case "storing":
      return "Storing";
    case "stored":
      return "Stored";
  }
}

function Sent({ name, share }: { name: string; share: number }) {
  return (
    <progress
      aria-label={`${name}, sent`}
      max={1}
      value={share < 1 ? share : undefined}
      className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-xs bg-neutral-4 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-4 [&::-webkit-progress-value]:bg-accent"
    />
  );
}

type ReadRow = Extract<Row, { state: "read" | "storing" }>;
type ReadOffProps = Pick<FileRowProps, "roster" | "put" | "onAgain"> & { row: ReadRow };

function ReadOff({ row, roster, put, onAgain }: ReadOffProps) {
  const { source, reading, error, twin } = row;
  const change = (part: Partial<ReadRow["source"]>) =>
    put({ ...row, source: { ...source, ...part }, error: null, twin: false });
  return (
    <fieldset disabled={row.state === "storing"} className="mt-2 grid grid-cols-1 gap-3 md:grid-cols-2">
      <legend className="sr-only">What was read off {row.name}</legend>
      <TextInput
        label="Title"
        value={source.title}
        maxLength={200}
        onChange={(event) => change({ title: event.target.value })}
      />
      <DateField
        label="Held on"
        value={source.heldOn}
        required
        onChange={(event) => event.target.value && change({ heldOn: event.target.value })}
      />
      <div className="md:col-span-2">
        <AttendeesField
          names={source.attendees}
          roster={roster}
          onChange={(attendees) => change({ attendees })}
        />
      </div>
      {reading.leftOut.length > 0 && (
        <p className="text-xs text-muted md:col-span-2">{reading.leftOut.join(" ")}</p>
      )}
      <div className="flex flex-wrap items-center gap-2 md:col-span-2 empty:hidden">
        <FormError>{error}</FormError>
        {twin && (
          <Button size="sm" tone="quiet" onClick={onAgain}>
            Store it anyway
          </Button>
        )}
      </div>
    </fieldset>
  );
}
