"use client";

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "#components/ui/icon";
import { MAX_FILE_BYTES } from "#lib/intake/limits";

const KINDS = [".txt", ".md", ".markdown", ".vtt", ".srt"];

export type ReadFile = { name: string; text: string };

type DropZoneProps = {
  children: ReactNode;
  /** Stands under the zone, in the same frame. */
  foot: ReactNode;
  onFile: (file: ReadFile) => void;
  /** Says which file could not be taken, and why. */
  onRefused: (sentence: string) => void;
};

/** The box, onto which a file can be dropped, with a way to choose one. The file is read here; nothing is sent yet. */
export function DropZone({ children, foot, onFile, onRefused }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    const refusal = refuse(file);
    if (refusal) return onRefused(refusal);
    try {
      onFile({
        name: file.name,
        text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()),
      });
    } catch {
      onRefused(`${file.name} can’t be read as UTF-8 text. Save it as UTF-8, or copy its text into the box.`);
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 1) return onRefused("Drop one file at a time. Nothing was taken.");
    void take(event.dataTransfer.files[0]);
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
      className={`flex min-h-88 flex-1 flex-col rounded-lg max-md:flex-none border bg-surface has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:-outline-offset-1 has-[textarea:focus-visible]:outline-(--ring-color) ${over ? "border-accent bg-accent-bg" : "border-control"}`}
    >
      {children}
      <p className="mx-3 mb-3 flex items-center gap-2.5 rounded-md border border-dashed border-line-strong px-3 py-2.5 text-xs text-muted">
        <Icon name="upload" />
        <span>
          Drop a file, or{" "}
          <button
            type="button"
            onClick={() => input.current?.click()}
            className="text-accent-text underline decoration-accent-line underline-offset-3"
          >
            choose one
          </button>
          . TXT, MD, VTT and SRT up to 2 MB.
        </span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="File of the source"
          accept={KINDS.join(",")}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </p>
      {foot}
    </fieldset>
  );
}

function refuse(file: File): string | null {
  const known = KINDS.some((kind) => file.name.toLowerCase().endsWith(kind));
  if (!known) return `${file.name} is of a kind that can’t be read yet. Copy its text into the box instead.`;
  if (file.size === 0) return `${file.name} is empty. Nothing was taken.`;
  if (file.size > MAX_FILE_BYTES)
    return `${file.name} is larger than 2 MB. Split it, or copy the part that matters.`;
  return null;
}
