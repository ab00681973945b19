"use client";

import { useEffect, useState } from "react";
import { noteConnection } from "#components/shell/connection";
import type { FoundKind } from "#drizzle/schema/search";
import { addressOf } from "#lib/format/address";
import type { FoundGroup } from "#lib/search/queries";

/** How long typing must pause before it is asked, in milliseconds. */
const PAUSE_MS = 120;
const FAILED = "The search did not answer. Nothing is lost; try again.";

type Answer = { asked: string; groups: FoundGroup[]; failed: string | null };
const NOTHING: Answer = { asked: "", groups: [], failed: null };

/** What is known of a search: what was found last, whether newer words are on their way, and what went wrong. */
export type SearchState = Answer & { searching: boolean; again: () => void };

/** Looks for words while they are typed. What is overtaken by newer words is called off. */
export function useSearch(typed: string, kind: FoundKind | null, offline: boolean): SearchState {
  const words = typed.trim();
  const [answer, setAnswer] = useState(NOTHING);
  const [tries, setTries] = useState(0);
  const asked = `${kind ?? ""} ${tries} ${words}`;
  // One letter of the alphabet begins too much to be worth asking.
  const wanted = !offline && (words.length > 1 || /\P{ASCII}/u.test(words));
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask(words, kind, stop.signal);
      if (!stop.signal.aborted) setAnswer({ asked, ...found });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words, kind, asked, wanted]);
  const again = () => setTries(tries + 1);
  if (!wanted) return { ...NOTHING, searching: false, again };
  return { ...answer, searching: answer.asked !== asked, again };
}

async function ask(
  words: string,
  kind: FoundKind | null,
  signal: AbortSignal,
): Promise<Pick<Answer, "groups" | "failed">> {
  try {
    const answer = await fetch(addressOf("/api/search", { words, kind }), { signal });
    if (answer.status === 401) return { groups: [], failed: "You are signed out. Load the page again." };
    const body = (await answer.json()) as { groups: FoundGroup[] } | { message: string };
    return "groups" in body ? { groups: body.groups, failed: null } : { groups: [], failed: body.message };
  } catch (error) {
    // A request that does not arrive is a TypeError in every browser.
    if (error instanceof TypeError && !signal.aborted) noteConnection(false);
    return { groups: [], failed: FAILED };
  }
}
