"use client";

import { useEffect, useEffectEvent } from "react";
import { DraftDesk } from "#components/review/draft-desk";
import { useFrame } from "#components/review/frame";
import type { DeskDraft } from "#lib/drafts/view";

/** The draft that the page is about: drawn here, unless it was drawn ahead and stands there already. */
export function PageDesk({ draft }: { draft: DeskDraft }) {
  const { turned, renew } = useFrame();
  const read = useEffectEvent(renew);
  useEffect(() => read(draft), [draft]);
  return turned ? null : <DraftDesk draft={draft} />;
}
