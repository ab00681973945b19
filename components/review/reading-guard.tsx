"use client";

import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { countOf } from "#components/review/words";
import { ConfirmDialog } from "#components/ui/confirm-dialog";
import { asksBefore, streakAfter, UNREAD_IN_A_ROW, type Unlooked } from "#lib/drafts/reading";

/** Counts approvals that nobody can have read, and asks before the next one when there were many in a row. */
export type ReadingGuard = {
  /** Whether to ask before these approvals, of each whether it is unread; if so, the question stands then, and names what nobody looked at. */
  stops: (unread: boolean[], unlooked: Unlooked) => boolean;
  /** They were made. */
  count: (unread: boolean[]) => void;
  asking: Unlooked | null;
  /** The question was answered: the count begins anew. */
  answer: () => void;
};

const StreakContext = createContext<{ current: number } | null>(null);

/** Holds the count while drafts come and go. `streak` is what the server counted before this page was opened. */
export function ReadingStreak({ streak, children }: { streak: number; children: ReactNode }) {
  const count = useRef(streak);
  return <StreakContext.Provider value={count}>{children}</StreakContext.Provider>;
}

export function useReadingGuard(): ReadingGuard {
  const streak = useContext(StreakContext);
  if (!streak) throw new Error("Drafts are approved inside a ReadingStreak.");
  const [asking, setAsking] = useState<Unlooked | null>(null);
  return {
    asking,
    stops: (unread, unlooked) => {
      const asks = asksBefore(streak.current, unread);
      if (asks) setAsking(unlooked);
      return asks;
    },
    count: (unread) => {
      streak.current = streakAfter(streak.current, unread);
    },
    answer: () => {
      streak.current = 0;
      setAsking(null);
    },
  };
}

type GuardDialogProps = {
  guard: ReadingGuard;
  /** The verb with its object, as on the button that led here. */
  verb: string;
  onApprove: () => void;
};

/** Says that the last approvals were quicker than reading takes. It can be passed over; it is asked once. */
export function GuardDialog({ guard, verb, onApprove }: GuardDialogProps) {
  return (
    <ConfirmDialog
      open={guard.asking !== null}
      onOpenChange={(open) => !open && guard.answer()}
      title="These went quicker than reading takes"
      confirm={verb}
      cancel="Read it first"
      onConfirm={() => {
        guard.answer();
        onApprove();
      }}
    >
      <p>
        More than {UNREAD_IN_A_ROW} drafts in a row would be approved in less time than their words take to
        read. What you approve counts as read by you.
      </p>
      {guard.asking && <NotLookedAt {...guard.asking} />}
    </ConfirmDialog>
  );
}

const NAMED = 3;

function NotLookedAt({ texts, of }: Unlooked) {
  const more = texts.length - NAMED;
  return (
    <>
      <p className="mt-3">
        Evidence not looked at: {texts.length} of {countOf(of, "statement")}.
      </p>
      <ul className="mt-1 list-disc pl-5">
        {texts.slice(0, NAMED).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two statements may say the same
          <li key={at} className="wrap-break-word text-ink">
            {text}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  );
}
