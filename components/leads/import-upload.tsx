"use client";

import { useRouter } from "next/navigation";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { sendLeadFile } from "#components/leads/send-lead-file";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { Icon } from "#components/ui/icon";
import { TextArea } from "#components/ui/text-area";
import { MAX_LEAD_FILE_BYTES } from "#lib/lead-imports/limits";

type Sending = { name: string; share: number; stop: AbortController };

/** Where a file of leads is dropped, chosen or pasted. It is sent at once; what is done with it is asked afterwards. */
export function ImportUpload() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [pasted, setPasted] = useState("");

  async function take(file: File | undefined) {
    const refusal = file ? whyNotTaken(file) : null;
    setError(refusal);
    if (!file || refusal || sending) return;
    const stop = new AbortController();
    setSending({ name: file.name, share: 0, stop });
    const sent = await sendLeadFile(file, stop.signal, (share) =>
      setSending({ name: file.name, share, stop }),
    );
    if (sent?.ok) return router.push(`/leads/imports/${sent.value}`);
    setSending(null);
    setError(sent?.message ?? null);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  function pasteFile(event: ClipboardEvent) {
    const [file] = event.clipboardData.files;
    if (!file) return;
    event.preventDefault();
    void take(file);
  }

  if (sending) return <OnItsWay {...sending} />;
  return (
    <div className="flex flex-none flex-col gap-3 border-b px-4 py-4 md:px-6">
      <fieldset
        aria-label="File of leads"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={pasteFile}
        className={`flex flex-col gap-3 rounded-lg border border-dashed p-4 ${over ? "border-accent bg-accent-bg" : "border-line-strong bg-surface"}`}
      >
        <p className="flex flex-wrap items-center gap-2.5 text-muted">
          <Icon name="upload" />
          <span className="min-w-0">
            Drop a CSV file here, as HubSpot, Salesforce, Pipedrive or a spreadsheet exports it.
          </span>
          <Button tone="primary" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label="File of leads"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </p>
        <TextArea
          label="Or paste rows"
          help="With the names of the columns in the first row, as a spreadsheet copies them."
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        {pasted.trim() && (
          <span>
            <Button onClick={() => void take(new File([pasted], "Pasted rows.csv"))}>Take these rows</Button>
          </span>
        )}
        <FormError>{error}</FormError>
      </fieldset>
      <p className="text-xs text-muted text-pretty">
        Up to 100 MB and 300,000 rows. You choose what each column is before anything is added, and nothing is
        visible before all of it is. An import is no consent: nobody may be written to because of it.
      </p>
    </div>
  );
}

function OnItsWay({ name, share, stop }: Sending) {
  const percent = Math.floor(share * 100);
  return (
    <div className="flex flex-none flex-col gap-2 border-b px-4 py-4 md:px-6">
      <p className="truncate">Sending {name}</p>
      <div className="flex items-center gap-3">
        <progress aria-label="Sent" value={share} max={1} className="h-1.5 min-w-0 flex-1 accent-accent" />
        <span className="w-10 text-right text-xs tabular-nums text-muted">{percent}%</span>
        <Button size="sm" onClick={() => stop.abort()}>
          Stop
        </Button>
      </div>
    </div>
  );
}

function whyNotTaken({ name, size }: File): string | null {
  if (size === 0) return `${name} is empty. Nothing was taken.`;
  if (size > MAX_LEAD_FILE_BYTES) return `${name} is larger than 100 MB. Split it in two.`;
  if (/\.(xlsx?|numbers|ods)$/i.test(name))
    return `${name} is a workbook. Save it as CSV in the program it is from, and choose that file.`;
  return null;
}
