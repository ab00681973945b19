import { Select } from "#components/ui/select";
import { FIELD_WORDS, IMPORT_FIELDS, type ImportField } from "#lib/lead-imports/fields";
import type { ImportColumn } from "#lib/lead-imports/view";

const OPTIONS = [
  { value: "", label: "Leave out" },
  ...IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field].label })),
];

type MappingTableProps = {
  columns: ImportColumn[];
  mapping: (ImportField | null)[];
  mayChoose: boolean;
  onChoose: (column: number, field: ImportField | null) => void;
};

/** The columns of a file with what is in them, and which field each becomes. What was guessed from its name says so. */
export function MappingTable({ columns, mapping, mayChoose, onChoose }: MappingTableProps) {
  return (
    <ul aria-label="Columns of the file">
      {columns.map(({ name, samples, field: guess }, n) => {
        const field = mapping[n] ?? null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and none moves.
          <li key={n} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2">
            <span className="min-w-0 flex-1 basis-48">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-xs text-muted">
                {samples.length > 0 ? samples.join(" · ") : "Empty in the first rows"}
              </span>
            </span>
            <span className="flex w-full flex-none flex-col gap-0.5 sm:w-80">
              {mayChoose ? (
                <Select
                  label={`Field of ${name}`}
                  hideLabel
                  options={OPTIONS}
                  value={field ?? ""}
                  onChange={({ target }) => onChoose(n, (target.value || null) as ImportField | null)}
                />
              ) : (
                <span>{field ? FIELD_WORDS[field].label : "Left out"}</span>
              )}
              <span className="text-xs text-muted">
                {guess && guess === field ? "Guessed from its name. " : ""}
                {field ? FIELD_WORDS[field].becomes : ""}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
