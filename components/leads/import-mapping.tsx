"use client";

import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { MappingTable } from "#components/leads/mapping-table";
import { PreviewText } from "#components/leads/preview-text";
import { ReadAgainForm } from "#components/leads/read-again";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { Section } from "#components/ui/section";
import { Select } from "#components/ui/select";
import { TextInput } from "#components/ui/text-input";
import { counted } from "#lib/format/count";
import type { ImportField } from "#lib/lead-imports/fields";
import type { ReadAgain, StartImport } from "#lib/lead-imports/schema";
import type { ImportInFull, ImportPreview } from "#lib/lead-imports/view";
import type { Outcome } from "#lib/web/door";

type ImportMappingProps = {
  one: ImportInFull;
  owners: { id: string; name: string }[];
  verbs: {
    start: (input: StartImport) => Promise<Outcome<void>>;
    readAgain: (input: ReadAgain) => Promise<Outcome<void>>;
    preview: (input: StartImport) => Promise<Outcome<ImportPreview>>;
  };
};

/** What each column of a file is, what comes of its rows, and the button that lets it happen. */
export function ImportMapping({ one, owners, verbs }: ImportMappingProps) {
  const [mapping, setMapping] = useState(one.columns.map(({ field }) => field as ImportField | null));
  const [ownerId, setOwnerId] = useState("");
  const [currency, setCurrency] = useState("");
  const [seen, setSeen] = useState<Outcome<ImportPreview> | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [acting, startActing] = useTransition();
  const chosen = {
    importId: one.id,
    mapping,
    ownerId: ownerId || null,
    currency: currency.trim().toUpperCase() || null,
  };
  const look = useEffectEvent(async (stopped: () => boolean) => {
    if (!one.maySteer) return;
    const answer = await reach(() => verbs.preview(chosen));
    if (!stopped()) setSeen(answer);
  });
  // What was chosen, in words: the preview of anything else is over.
  const choice = JSON.stringify(chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at again for each choice.
  useEffect(() => {
    let stopped = false;
    const timer = setTimeout(() => void look(() => stopped), 150);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [choice]);
  const begin = () =>
    startActing(async () => {
      const outcome = await reach(() => verbs.start(chosen));
      setError(outcome.ok ? null : outcome.message);
    });
  const choose = (column: number, field: ImportField | null) =>
    setMapping(mapping.map((before, n) => (n === column ? field : before)));
  return (
    <>
      <Section title="What each column is">
        {one.maySteer && <ReadAgainForm one={one} readAgain={verbs.readAgain} />}
        <MappingTable columns={one.columns} mapping={mapping} mayChoose={one.maySteer} onChoose={choose} />
      </Section>
      {one.maySteer && (
        <Section title="What will happen">
          <div className="flex flex-wrap gap-4 pt-3">
            <Select
              label="Owner of rows that name none"
              value={ownerId}
              onChange={(event) => setOwnerId(event.target.value)}
              options={[
                { value: "", label: "Nobody" },
                ...owners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            {mapping.includes("amount") && (
              <TextInput
                label="Currency of amounts that name none"
                placeholder="CAD"
                maxLength={3}
                value={currency}
                onChange={(event) => setCurrency(event.target.value)}
              />
            )}
          </div>
          <PreviewText seen={seen} rows={one.rows} leftOut={mapping.filter((field) => !field).length} />
          <FormError>{error}</FormError>
          <p className="pt-4">
            <Button tone="primary" pending={acting} onClick={begin}>
              {`Import ${counted(one.rows, "row")}`}
            </Button>
          </p>
        </Section>
      )}
    </>
  );
}
