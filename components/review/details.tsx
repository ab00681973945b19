"use client";

import { Flags } from "#components/review/flags";
import { Check } from "#components/ui/check";
import type { Detail, Statement } from "#lib/grounding/statement";

type DetailsProps = { statement: Statement; onKeep?: (detail: { at: number; kept: boolean }) => void };

const words: Record<Detail["kind"], string> = { because: "Because", instead: "Instead of" };

/** Why a decision was made and what was weighed besides, each with a box of its own: one that is not kept is not filed. */
export function Details({ statement: { id, text, details = [] }, onKeep }: DetailsProps) {
  if (details.length === 0) return null;
  return (
    <ul
      aria-label={`Reasons and alternatives of “${text}”`}
      className="mt-0.5 flex flex-col text-xs text-muted"
    >
      {details.map((detail, at) => (
        <li key={`${id} ${detail.kind} ${detail.text}`} className="flex flex-col">
          <Check
            label={
              <span className={detail.kept ? "" : "text-faint line-through decoration-line-strong"}>
                <span className="text-faint">{words[detail.kind]}:</span> {detail.text}
              </span>
            }
            checked={detail.kept}
            aria-disabled={!onKeep || undefined}
            onChange={() => onKeep?.({ at, kept: !detail.kept })}
          />
          {detail.trace === "untraced" && <span className="text-2xs text-warn-text">quote not found</span>}
          <Flags flags={detail.flags} />
        </li>
      ))}
    </ul>
  );
}

/** Whom a promise was made to, and how that is known. */
export function PromisedTo({ statement: { section, to } }: { statement: Statement }) {
  if (to === undefined) return null;
  return (
    <span className="block text-xs text-muted" data-section={section}>
      {to ? `to ${to.name}${to.basis === "inferred" ? ", inferred" : ""}` : "to nobody named"}
    </span>
  );
}
