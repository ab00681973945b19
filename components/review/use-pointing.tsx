"use client";

import { useParams, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { Pointing, Side } from "#components/review/desk-context";
import { rowId } from "#components/review/use-row";

/** Which statement is highlighted: the one under the pointer, else the one chosen last, at first that of the address. */
export function useStatementInHand(draftId: string) {
  const address = useSearchParams();
  // The address may still be that of the draft before.
  const asked = useParams().id === draftId ? address.get("statement") : null;
  const [under, setUnder] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState<Side>("draft");
  const current = under ?? chosen;

  const pointing = useMemo<Omit<Pointing, "watch">>(() => {
    const aim = (set: (id: string | null) => void) => (id: string | null, side: Side) => {
      set(id);
      setFrom(side);
    };
    return {
      point: aim(setUnder),
      choose: aim((id) => {
        setUnder(null);
        setChosen(id);
      }),
    };
  }, []);

  // A record leads to its sentence: with the focus come the highlight, and the quote in the source.
  useEffect(() => {
    if (asked) document.getElementById(rowId(draftId, asked))?.focus();
  }, [draftId, asked]);

  useEffect(() => {
    if (current && from === "evidence")
      document.getElementById(rowId(draftId, current))?.scrollIntoView({ block: "nearest" });
  }, [draftId, current, from]);

  return { current, chosen, from, pointing, drop: () => setChosen(null) };
}
