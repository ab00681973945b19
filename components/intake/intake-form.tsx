"use client";

import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import { CostEstimate } from "#components/intake/cost-estimate";
import { DropZone, type ReadFile } from "#components/intake/drop-zone";
import { FileRows } from "#components/intake/file-rows";
import { IntakeOptions } from "#components/intake/intake-options";
import { ReadOff } from "#components/intake/read-off";
import { proposeSeries } from "#components/intake/series-field";
import { boxInput, fileInput } from "#components/intake/source-input";
import { type Twin, TwinReason } from "#components/intake/twin-reason";
import { type Box, useBox } from "#components/intake/use-box";
import { useFiles } from "#components/intake/use-files";
import { useLostSince } from "#components/shell/connection";
import { reach } from "#components/shell/reach";
import { Button } from "#components/ui/button";
import { FormError } from "#components/ui/form-error";
import { TextButton } from "#components/ui/text-link";
import type { Day } from "#lib/format/dates";
import type { RosterPerson } from "#lib/grounding/statement";
import type { StoreSource } from "#lib/intake/schema";
import type { StoredSource } from "#lib/intake/store-source";
import { MAX_TEXT } from "#lib/parsers/limits";
import type { KnownSeries } from "#lib/series/queries";
import type { EstimateFor } from "#lib/spend/estimate";
import type { Outcome } from "#lib/web/door";

type IntakeFormProps = {
  userId: string;
  roster: RosterPerson[];
  series: KnownSeries[];
  teams: { id: string; name: string }[];
  today: Day;
  timeZone: string;
  workflow: { key: string; label: string };
  /** Where the text goes and what is asked of it, or null where the rules write. */
  llm: (EstimateFor & { host: string }) | null;
  store: (input: StoreSource) => Promise<Outcome<StoredSource>>;
};

/** Paste or drop, look at what was guessed, store. What is in the box survives a reload. */
export function IntakeForm({
  userId,
  roster,
  series,
  teams,
  today,
  timeZone,
  workflow,
  llm,
  store,
}: IntakeFormProps) {
  const router = useRouter();
  const { box, kept, source, guessing, sourceNow, change, empty } = useBox(userId, today, timeZone);
  const files = useFiles(today);
  const seriesOf = (title: string) => box.series ?? proposeSeries(title, series);
  const [error, setError] = useState<string | null>(null);
  const [replaced, setReplaced] = useState<Box | null>(null);
  const [twin, setTwin] = useState<Twin | null>(null);
  const [storing, startStoring] = useTransition();
  const lost = useLostSince() !== null;
  const reason = useId();
  const filesAlone =
    !box.text.trim() && files.rows.some(({ state }) => state === "read" || state === "storing");
  const missing = guessing ? null : whatIsMissing(box.text, source.title, lost);

  function takeFile({ name, text, format = null, leftOut = [] }: ReadFile) {
    setReplaced(box.text.trim() ? box : null);
    const guessed = { title: null, heldOn: null, attendees: null, series: null };
    change({ text, fileName: name, format, leftOut, ...guessed });
  }

  function sendFiles(several: File[]) {
    const [only] = several;
    if (several.length === 1 && only && files.rows.length === 0)
      files.add(only, (name, reading) => takeFile({ name, ...reading }));
    else for (const file of several) files.add(file);
  }

  function putBack() {
    if (replaced) change(replaced);
    setReplaced(null);
  }

  function send(again = false) {
    setTwin(null);
    const now = sourceNow();
    const lacking = whatIsMissing(box.text, now.title, lost);
    setError(lacking);
    if (lacking) return;
    startStoring(async () => {
      const outcome = await reach(
        () => store({ ...boxInput(box, now, workflow.key, seriesOf(now.title)), again }),
        LOST,
      );
      if (outcome.ok) {
        empty();
        router.push(`/sources/${outcome.value.sourceId}${outcome.value.duplicate ? "?known=1" : ""}`);
      } else if (isTwin(outcome.detail)) setTwin(outcome.detail.duplicateOf);
      else setError(outcome.requestId ? `${outcome.message} (${outcome.requestId})` : outcome.message);
    });
  }

  return (
    <>
      <form
        className="flex flex-1 flex-col max-md:flex-none"
        onSubmit={(event) => {
          event.preventDefault();
          if (!box.text.trim()) {
            setError("There is no text yet.");
            event.currentTarget.querySelector("textarea")?.focus();
          } else send();
        }}
      >
        <DropZone
          onFile={takeFile}
          onSend={sendFiles}
          onRefused={setError}
          foot={
            <IntakeOptions
              box={box}
              source={source}
              teams={teams}
              workflow={workflow.label}
              change={change}
            />
          }
        >
          <textarea
            ref={takeFocus}
            aria-label="Text of the source"
            value={box.text}
            onChange={(event) => {
              setError(null);
              change({ text: event.target.value });
            }}
            placeholder="Anything goes: bullet points, a Zoom transcript, a chat, half sentences."
            spellCheck={false}
            className="min-h-58 w-full flex-1 resize-none rounded-t-lg bg-transparent px-4.5 py-4 text-md leading-6 outline-none placeholder:text-faint pointer-coarse:text-[1rem]"
          />
        </DropZone>
        {box.fileName && box.leftOut.length > 0 && (
          <p role="status" className="mt-3 text-xs text-muted">
            Read from {box.fileName}. {box.leftOut.join(" ")}
          </p>
        )}
        {replaced && (
          <p role="status" className="mt-3 flex flex-wrap items-center gap-2 text-xs text-muted">
            {box.fileName} took the place of what was in the box.
            <TextButton onClick={putBack}>Put it back</TextButton>
          </p>
        )}
        {box.text.trim() && (
          <ReadOff
            source={source}
            roster={roster}
            series={{ value: seriesOf(source.title), known: series }}
            change={change}
          />
        )}
        {twin && <TwinReason twin={twin} onAgain={() => send(true)} />}
        <FormError>{error}</FormError>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          {!filesAlone && (
            <Button
              type="submit"
              tone="primary"
              size="lg"
              kbd="mod+Enter"
              pending={storing}
              blockedBy={missing ? reason : undefined}
            >
              {storing ? "Storing" : "Store and write"}
            </Button>
          )}
          <p id={reason} tabIndex={-1} className="min-w-0 flex-1 basis-64 text-xs text-muted" role="status">
            {missing ?? whereItGoes(llm?.host ?? null, kept)}{" "}
            {box.text && kept && "Until then only this browser has it. "}
            {box.text.length > MAX_TEXT * 0.8 &&
              `${count(box.text.length)} of ${count(MAX_TEXT)} characters.`}
          </p>
        </div>
        {llm && <CostEstimate texts={[box.text]} llm={llm} today={today} />}
      </form>
      <FileRows
        files={files}
        roster={roster}
        llm={llm}
        today={today}
        store={store}
        alone={filesAlone}
        inputOf={(row) =>
          fileInput(row, {
            workflow: workflow.key,
            timeZone: source.timeZone,
            seenBy: box.seenBy,
            series: proposeSeries(row.source.title, series),
          })
        }
      />
    </>
  );
}

const LOST =
  "The connection broke before the server answered. The text is still in the box; store it again. It can’t be stored twice.";

// Not autoFocus: React sets that one again whenever the form is drawn anew.
function takeFocus(area: HTMLTextAreaElement | null): void {
  area?.focus({ preventScroll: true });
}

function whatIsMissing(text: string, title: string, lost: boolean): string | null {
  if (!text.trim()) return null;
  if (text.length > MAX_TEXT)
    return `The text is ${count(text.length - MAX_TEXT)} characters too long. Split it in two.`;
  if (!title.trim()) return "Give the source a title.";
  return lost ? "The text is kept here and can be stored once there is a connection." : null;
}

function count(characters: number): string {
  return characters.toLocaleString("en");
}

function whereItGoes(host: string | null, kept: boolean): string {
  const goes = host ? `Text goes to ${host}.` : "Built-in rules write; nothing leaves this server.";
  const survives = kept ? "" : " This browser can’t keep the box over a reload.";
  return `Stored first, before anything is written. ${goes}${survives}`;
}

function isTwin(detail: unknown): detail is { duplicateOf: Twin } {
  return typeof detail === "object" && detail !== null && "duplicateOf" in detail;
}
