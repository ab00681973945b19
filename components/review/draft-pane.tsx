"use client";

import { type ReactNode, type RefObject, Suspense } from "react";
import { useDesk } from "#components/review/desk-context";
import { DraftTitle } from "#components/review/draft-title";
import { History } from "#components/review/later-parts";
import { formOf } from "#components/review/registry";
import { RulesReason } from "#components/review/rules-reason";
import { Icon } from "#components/ui/icon";
import { Kbd } from "#components/ui/kbd";
import { TextButton } from "#components/ui/text-link";

type DraftPaneProps = {
  title: RefObject<HTMLHeadingElement | null>;
  timeZone: string;
  bands: ReactNode;
  onChanges: () => void;
  /** Takes the last change back; absent where there is none. */
  onUndo: (() => void) | undefined;
};

/** What is proposed, to read and to set right. */
export function DraftPane({ title, timeZone, bands, onChanges, onUndo }: DraftPaneProps) {
  const { draft, statements, changes, revision } = useDesk();
  const form = formOf(draft.workflow);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Draft text"
      className="@container min-h-0 flex-1 scroll-py-14 overflow-auto pb-4 focus-visible:-outline-offset-2"
    >
      {form.Head && (
        <>
          <h2 ref={title} tabIndex={-1} className="sr-only">
            {draft.title}
          </h2>
          <Suspense>
            <form.Head />
          </Suspense>
        </>
      )}
      {bands}
      {draft.run.writer === "rules" && draft.state === "pending" && <RulesReason words={form.rules} />}
      {!form.Head && <DraftTitle draft={draft} title={title} />}
      <Suspense>
        <form.Body />
      </Suspense>
      {draft.state === "pending" && (
        <p className="mt-4 flex gap-2 px-5 text-xs leading-4.5 text-muted max-md:px-4">
          <span className="mt-0.5 flex text-faint">
            <Icon name="info" size="sm" />
          </span>
          <span>{form.consequence(draft, statements)}</span>
        </p>
      )}
      <p className="mt-3 flex items-center gap-1.5 px-5 text-xs max-md:hidden">
        <TextButton aria-expanded={changes} onClick={onChanges}>
          {revision > draft.base ? `Changes r${draft.base} → r${revision}` : "History"}
        </TextButton>
        <span className="pointer-coarse:hidden">
          <Kbd name="d" />
        </span>
        {onUndo && (
          <>
            <span className="ml-2">
              <TextButton onClick={onUndo}>Take back the last change</TextButton>
            </span>
            <span className="pointer-coarse:hidden">
              <Kbd name="u" />
            </span>
          </>
        )}
      </p>
      {changes && (
        <div className="mt-3 border-t max-md:hidden">
          <Suspense>
            <History draft={draft} timeZone={timeZone} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
