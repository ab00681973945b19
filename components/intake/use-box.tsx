"use client";

import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Visibility } from "#drizzle/schema/sources";
import type { Day } from "#lib/format/dates";
import type { FileFormat } from "#lib/parsers/formats";
import { guessHeader } from "#lib/parsers/header";
import { readSourceFile } from "#lib/parsers/source-file";

/** What is in the box. What is null was not touched, and stays as it is guessed. */
export type Box = {
  text: string;
  fileName: string;
  /** Of a file that the server read: what it was, and what it left out. */
  format: FileFormat | null;
  leftOut: string[];
  title: string | null;
  heldOn: Day | null;
  attendees: string[] | null;
  timeZone: string | null;
  seenBy: SeenBy;
  /** The name of a series, "" for none. */
  series: string | null;
};
/** Who sees the source: "private", "attendees", "open", or "team:" and a team's id. */
export type SeenBy = Exclude<Visibility, "team"> | `team:${string}`;

/** The box with the guesses filled in. */
export type Source = { title: string; heldOn: Day; attendees: string[]; timeZone: string };

const EMPTY: Box = {
  text: "",
  fileName: "",
  format: null,
  leftOut: [],
  title: null,
  heldOn: null,
  attendees: null,
  timeZone: null,
  seenBy: "attendees",
  series: null,
};
/** Where title, day and attendees stand, if they do. */
const GUESSED_CHARACTERS = 20_000;
const KEEP_MS = 250;

/** The box, kept in this browser under the person's id until it is stored. `kept` is false where the browser refuses. */
export function useBox(userId: string, today: Day, timeZone: string) {
  const key = `countersign:new-source:${userId}`;
  const [box, setBox] = useState<Box>(EMPTY);
  const [kept, setKept] = useState(true);
  // At once, where state is a drawing behind: the page may be left before it, and must not keep what was stored.
  const stored = useRef(false);
  const looked = useDeferredValue(box);
  const guessed = guessFrom(looked, today);

  useEffect(() => {
    const found = readKept(key);
    if (found) setBox(found);
  }, [key]);

  useEffect(() => {
    if (box === EMPTY) return;
    const timer = setTimeout(() => {
      if (!stored.current) setKept(keep(key, box));
    }, KEEP_MS);
    return () => clearTimeout(timer);
  }, [key, box]);

  // What was typed in the last moment before the page is left.
  const keepNow = useEffectEvent(() => {
    if (box !== EMPTY && !stored.current) keep(key, box);
  });
  useEffect(() => {
    addEventListener("pagehide", keepNow);
    return () => {
      removeEventListener("pagehide", keepNow);
      keepNow();
    };
  }, []);

  return {
    box,
    kept,
    source: sourceOf(box, guessed, today, timeZone),
    /** The guesses are a moment behind what was typed. */
    guessing: looked !== box,
    /** The same as `source`, read off what the box holds at this moment. */
    sourceNow: () => sourceOf(box, guessFrom(box, today), today, timeZone),
    change: (change: Partial<Box>) => {
      stored.current = false;
      setBox((before) => ({ ...before, ...change }));
    },
    empty: () => {
      stored.current = true;
      localStorage.removeItem(key);
      setBox(EMPTY);
    },
  };
}

type Guess = { title: string; heldOn: Day | null; attendees: string[] };

function guessFrom(box: Box, today: Day): Guess {
  const text = box.text.slice(0, GUESSED_CHARACTERS);
  if (!text.trim()) return { title: "", heldOn: null, attendees: [] };
  return guessHeader(readSourceFile(box.fileName, text).text, { today, fileName: box.fileName });
}

function sourceOf(box: Box, guessed: Guess, today: Day, timeZone: string): Source {
  return {
    title: box.title ?? guessed.title,
    heldOn: box.heldOn ?? guessed.heldOn ?? today,
    attendees: box.attendees ?? guessed.attendees,
    timeZone: box.timeZone ?? timeZone,
  };
}

function readKept(key: string): Box | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return kept && typeof kept === "object" ? { ...EMPTY, ...kept } : null;
  } catch {
    return null;
  }
}

function keep(key: string, box: Box): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(box));
    return true;
  } catch {
    return false;
  }
}
