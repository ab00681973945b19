"use client";

import { useRef, useState } from "react";
import { whyNotTaken } from "#components/intake/drop-zone";
import { uploadFile } from "#components/intake/upload-file";
import type { Reading } from "#lib/files/reading";
import type { Day } from "#lib/format/dates";
import { guessHeader } from "#lib/parsers/header";

/** What is known of a text once a file was read, each to be corrected by a person. */
export type FileSource = { title: string; heldOn: Day; attendees: string[] };

/** A file that was dropped, from its way to the server to what became of it. */
export type FileRow = { id: number; name: string } & (
  | { state: "sending"; share: number }
  | { state: "failed"; message: string }
  | { state: "cancelled" }
  | { state: "read" | "storing"; reading: Reading; source: FileSource; error: string | null; twin: boolean }
  | { state: "stored"; sourceId: string; title: string; duplicate: boolean }
);

const GUESSED_CHARACTERS = 20_000;

/** The files that were dropped, each on its own way: what happens to one does nothing to the others. */
export function useFiles(today: Day) {
  const [rows, setRows] = useState<FileRow[]>([]);
  const cancels = useRef(new Map<number, () => void>());
  const next = useRef(0);

  const put = (row: FileRow) =>
    setRows((before) => before.map((one) => (one.id === row.id && one.state !== "cancelled" ? row : one)));

  function add(file: File, onRead?: (name: string, reading: Reading) => void): void {
    const id = next.current++;
    const named = { id, name: file.name };
    const message = whyNotTaken(file);
    if (message) {
      setRows((before) => [...before, { ...named, state: "failed", message }]);
      return;
    }
    setRows((before) => [...before, { ...named, state: "sending", share: 0 }]);
    const { answer, cancel } = uploadFile(file, (share) => put({ ...named, state: "sending", share }));
    cancels.current.set(id, cancel);
    void answer.then((upload) => {
      if (!upload) return;
      if (!upload.ok) return put({ ...named, state: "failed", message: upload.message });
      const reading = upload.value;
      if (!onRead)
        return put({
          ...named,
          state: "read",
          reading,
          source: guess(file.name, reading, today),
          error: null,
          twin: false,
        });
      forget(id);
      onRead(file.name, reading);
    });
  }

  function cancel(id: number): void {
    cancels.current.get(id)?.();
    setRows((before) =>
      before.map((one) => (one.id === id ? { id, name: one.name, state: "cancelled" } : one)),
    );
  }

  function forget(id: number): void {
    setRows((before) => before.filter((one) => one.id !== id));
  }

  return { rows, add, cancel, forget, put };
}

function guess(name: string, { text }: Reading, today: Day): FileSource {
  const header = guessHeader(text.slice(0, GUESSED_CHARACTERS), { today, fileName: name });
  return { ...header, heldOn: header.heldOn ?? today };
}
