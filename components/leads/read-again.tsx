"use client";

import { useState, useTransition } from "react";
import { reach } from "#components/shell/reach";
import { FormError } from "#components/ui/form-error";
import { Select } from "#components/ui/select";
import type { ReadAgain } from "#lib/lead-imports/schema";
import type { ImportInFull } from "#lib/lead-imports/view";
import { CSV_ENCODINGS, type CsvEncoding, DELIMITERS, type Delimiter } from "#lib/parsers/formats";
import type { Outcome } from "#lib/web/door";

const ENCODINGS: Record<CsvEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252",
};
const SEPARATORS: Record<Delimiter, string> = { ",": "Commas", ";": "Semicolons", "\t": "Tabs" };

type ReadAgainProps = { one: ImportInFull; readAgain: (input: ReadAgain) => Promise<Outcome<void>> };

/** How a file was read, to be chosen otherwise where letters or columns look wrong. */
export function ReadAgainForm({ one, readAgain }: ReadAgainProps) {
  const [error, setError] = useState<string | null>(null);
  const [acting, startActing] = useTransition();
  const choose = (chosen: { encoding?: string; delimiter?: string }) =>
    startActing(async () => {
      const { id: importId, encoding, delimiter } = one;
      const outcome = await reach(() => readAgain({ importId, encoding, delimiter, ...chosen } as ReadAgain));
      setError(outcome.ok ? null : outcome.message);
    });
  return (
    <>
      <div className="flex flex-wrap gap-4 pt-3 pb-2">
        <Select
          label="Letters are written in"
          value={one.encoding}
          disabled={acting}
          onChange={({ target }) => choose({ encoding: target.value })}
          options={CSV_ENCODINGS.map((value) => ({ value, label: ENCODINGS[value] }))}
        />
        <Select
          label="Between cells are"
          value={one.delimiter}
          disabled={acting}
          onChange={({ target }) => choose({ delimiter: target.value })}
          options={DELIMITERS.map((value) => ({ value, label: SEPARATORS[value] }))}
        />
      </div>
      <p className="pb-2 text-xs text-muted text-pretty">
        Both were found out. If letters or columns look wrong, choose otherwise, and the file is read again.
      </p>
      <FormError>{error}</FormError>
    </>
  );
}
