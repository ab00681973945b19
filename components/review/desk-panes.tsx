"use client";

import type { ReactNode } from "react";
import type { Frame } from "#components/review/frame";
import { Icon } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import { PageLink } from "#components/ui/page-link";
import { formatCount } from "#lib/format/count";

/** Which pane has the screen where it holds only one; "evidence" also opens the sheet where it holds two. */
export type PaneName = "draft" | "evidence" | "history";

type DeskPanesProps = {
  pane: PaneName;
  onPane: (pane: PaneName) => void;
  frame: Frame;
  quotes: number;
  draft: ReactNode;
  evidence: ReactNode;
  history: ReactNode;
  foot: ReactNode;
};

/** Draft and evidence side by side; the evidence as a sheet where there is less room; one at a time on a phone. */
export function DeskPanes({ pane, onPane, frame, quotes, draft, evidence, history, foot }: DeskPanesProps) {
  return (
    <article aria-label="Draft" className="flex h-full min-h-0 flex-col bg-surface">
      <PhoneHead frame={frame} />
      <PhoneTabs pane={pane} onPane={onPane} quotes={quotes} />
      <div className="relative grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_424px] min-[87.5rem]:grid-cols-[minmax(0,1fr)_448px] min-[100rem]:grid-cols-[minmax(0,1fr)_480px] min-[118.75rem]:grid-cols-[minmax(0,1fr)_600px]">
        <div className={`min-h-0 min-w-0 flex-col md:flex ${pane === "draft" ? "flex" : "hidden"}`}>
          {draft}
        </div>
        <div className={`${evidenceLook} ${pane === "evidence" ? "block" : "hidden"}`}>{evidence}</div>
        {pane === "history" && <div className="min-h-0 overflow-auto md:hidden">{history}</div>}
      </div>
      {foot}
    </article>
  );
}

const evidenceLook =
  "min-h-0 min-w-0 md:absolute md:inset-y-0 md:right-0 md:z-10 md:w-106 md:max-w-full md:border-l md:shadow-float lg:static lg:block lg:w-auto lg:shadow-none";

function PhoneHead({ frame }: { frame: Frame }) {
  const { place } = frame;
  return (
    <header className="flex h-12 flex-none items-center border-b pr-1 pl-1 md:hidden">
      <h1>
        <PageLink
          href={frame.addressFor(null)}
          className="flex h-11 items-center gap-1.5 rounded-md px-2 text-md font-medium"
        >
          <Icon name="left" />
          Reviews
        </PageLink>
      </h1>
      <span className="ml-auto text-xs text-faint">
        {place.at !== null && `${place.at} of ${place.of}${place.more ? "+" : ""}`}
      </span>
      {place.next && (
        <IconButton icon="down" label="Next draft" onClick={() => frame.open(place.next?.id ?? null)} />
      )}
    </header>
  );
}

function PhoneTabs({ pane, onPane, quotes }: Pick<DeskPanesProps, "pane" | "onPane" | "quotes">) {
  const tabs: { name: PaneName; label: string; count?: number }[] = [
    { name: "draft", label: "Draft" },
    { name: "evidence", label: "Evidence", count: quotes },
    { name: "history", label: "History" },
  ];
  return (
    <nav aria-label="Parts of the draft" className="flex flex-none gap-5 border-b px-4 md:hidden">
      {tabs.map(({ name, label, count }) => (
        <button
          key={name}
          type="button"
          aria-current={pane === name ? "true" : undefined}
          onClick={() => onPane(name)}
          className="-mb-px flex h-11 items-center gap-1 border-b-2 border-transparent font-medium text-muted focus-visible:-outline-offset-2 aria-current:border-ink aria-current:text-ink"
        >
          {label}
          {count !== undefined && <span className="text-faint">{formatCount(count)}</span>}
        </button>
      ))}
    </nav>
  );
}
