"use client";

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "#components/ui/icon";
import type { FileFormat } from "#lib/parsers/formats";
import { MAX_FILE_BYTES, MAX_TEXT_BYTES, MOST_FILES } from "#lib/parsers/limits";

/** Read here; everything else is read by the server. */
const TEXTS = [".txt", ".md", ".markdown", ".vtt", ".srt"];
const KINDS = [...TEXTS, ".json", ".docx", ".pdf", ".eml", ".html", ".htm"];

/** A file whose text is known; `format` and `leftOut` where the server read it. */
export type ReadFile = { name: string; text: string; format?: FileFormat | null; leftOut?: string[] };

type DropZoneProps = {
  children: ReactNode;
  /** Stands under the zone, in the same frame. */
  foot: ReactNode;
  onFile: (file: ReadFile) => void;
  /** One file that has to be sent to be read, or several that become sources of their own. */
  onSend: (files: File[]) => void;
  /** Says which file could not be taken, and why. */
  onRefused: (sentence: string) => void;
};

/** The box, onto which files can be dropped, with a way to choose them. One text is read here; nothing is sent of it yet. */
export function DropZone({ children, foot, onFile, onSend, onRefused }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(files: File[]) {
    const [file] = files;
    if (!file) return;
    if (files.length > MOST_FILES)
      return onRefused(
        `These are ${files.length} files. Drop at most ${MOST_FILES} at once. Nothing was taken.`,
      );
    if (files.length > 1) return onSend(files);
    const refusal = whyNotTaken(file);
    onRefused(refusal ?? "");
    if (refusal) return;
    if (!isText(file)) return onSend(files);
    try {
      onFile({
        name: file.name,
        text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()),
      });
    } catch {
      // In another encoding, or no text at all: the server tells.
      onSend(files);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  }

  return (
    <fieldset
      aria-label="Text or file"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-1 flex-col rounded-lg max-md:flex-none border bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-(--ring-color) ${over ? "border-accent bg-accent-bg" : "border-control"}`}
    >
      {children}
      <p className="mx-3 mb-3 flex items-center gap-2.5 rounded-md border border-dashed border-line-strong px-3 py-2.5 text-xs text-muted">
        <Icon name="upload" />
        <span>
          Drop files, or{" "}
          <button
            type="button"
            onClick={() => input.current?.click()}
            className="text-accent-text underline decoration-accent-line underline-offset-3"
          >
            choose some
          </button>
          . TXT, MD, VTT, SRT and JSON up to 2 MB; DOCX, PDF, EML and HTML up to 20 MB.
        </span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label="File of the source"
          accept={KINDS.join(",")}
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </p>
      {foot}
    </fieldset>
  );
}

function isText({ name }: File): boolean {
  return TEXTS.some((kind) => name.toLowerCase().endsWith(kind));
}

/** What can be told without looking into a file. What it is, its bytes say, and not its name. */
export function whyNotTaken(file: File): string | null {
  if (file.size === 0) return `${file.name} is empty. Nothing was taken.`;
  if (isText(file) && file.size > MAX_TEXT_BYTES)
    return `${file.name} is larger than 2 MB. Split it, or copy the part that matters.`;
  if (file.size > MAX_FILE_BYTES)
    return `${file.name} is larger than 20 MB. Split it, or copy the part that matters.`;
  return null;
}
