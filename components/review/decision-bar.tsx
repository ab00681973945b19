"use client";

import { type ReactNode, useId } from "react";
import { openKeySheet } from "#components/shell/key-sheet";
import { Button } from "#components/ui/button";
import type { IconName } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import { Menu } from "#components/ui/menu";
import type { KeyOf } from "#lib/format/keys";

type DecisionBarProps = {
  /** "3 decisions, 4 actions": the object of the verb. */
  words: string;
  /** Why nothing can be done now; or why it can't be approved, or why its words can't be worked on. */
  blocked: { reason: string; only?: "approve" | "work"; tone?: "danger" } | null;
  /** The way out of that, beside the reason. */
  offer?: ReactNode;
  onApprove: () => void;
  onEdit: () => void;
  onReject: () => void;
  onRegenerate: () => void;
  /** Whether it is being written again, and whether the band over it offers that already. */
  writing: boolean;
  stale: boolean;
  /** What else can be done with the draft: beside the others where there is room, else in a menu. */
  acts: DeskAct[];
  end?: ReactNode;
};

/** Something done with the whole draft. */
export type DeskAct = { label: string; icon: IconName; kbd: KeyOf<"draft">; run: () => void };

/** The decision over the whole draft, at the foot of what it is about; on a phone in reach of the thumb. */
export function DecisionBar({
  words,
  blocked,
  offer,
  onApprove,
  onEdit,
  onReject,
  onRegenerate,
  acts,
  writing,
  stale,
  end,
}: DecisionBarProps) {
  const why = useId();
  const approving = blocked ? why : undefined;
  const others = blocked && blocked.only !== "approve" ? why : undefined;
  const aside = blocked && !blocked.only ? why : undefined;
  const unless = (stopped: string | undefined, run: () => void) =>
    stopped ? () => document.getElementById(stopped)?.focus() : run;
  return (
    <footer className={barLook}>
      <div className="max-md:min-w-0 max-md:flex-1 max-md:basis-0 max-md:[&>button]:w-full">
        <Button tone="primary" kbd="a" blockedBy={approving} onClick={onApprove}>
          <span className={approveLook}>
            Approve <span className={wordsLook}>{words}</span>
          </span>
        </Button>
      </div>
      {blocked && (
        <p
          id={why}
          tabIndex={-1}
          className={`rounded-sm px-1 text-xs max-md:order-first max-md:w-full ${blocked.tone ? "font-medium text-danger-text" : "text-muted"}`}
        >
          {blocked.reason}
        </p>
      )}
      {offer}
      <span className="mx-1 h-5 w-px bg-line max-md:hidden" />
      <span className="flex gap-1.5 max-md:hidden">
        <Button tone="quiet" kbd="e" blockedBy={others} onClick={onEdit}>
          Edit
        </Button>
        <Button tone="quiet" kbd="r" blockedBy={others} onClick={onReject}>
          Reject
        </Button>
        {acts.map(({ label, kbd, run }) => (
          <span key={label} className="max-xl:hidden">
            <Button tone="quiet" kbd={kbd} blockedBy={aside} onClick={run}>
              {label}
            </Button>
          </span>
        ))}
        {!writing && (
          <Button tone="quiet" kbd={stale ? undefined : "g"} blockedBy={others} onClick={onRegenerate}>
            Regenerate
          </Button>
        )}
      </span>
      <span className="flex gap-2 md:hidden">
        <IconButton
          icon="edit"
          label="Edit"
          tone="default"
          aria-disabled={others ? true : undefined}
          onClick={unless(others, onEdit)}
        />
        <IconButton
          icon="close"
          label="Reject"
          tone="default"
          aria-disabled={others ? true : undefined}
          onClick={unless(others, onReject)}
        />
        <MoreActs
          acts={[
            ...(writing ? [] : [{ ...REGENERATE, run: unless(others, onRegenerate) }]),
            ...acts.map((act) => ({ ...act, run: unless(aside, act.run) })),
          ]}
        />
      </span>
      <span className="max-md:hidden xl:hidden">
        <MoreActs acts={acts.map((act) => ({ ...act, run: unless(aside, act.run) }))} />
      </span>
      <span className="ml-auto flex items-center gap-1.5 text-xs whitespace-nowrap text-faint max-md:hidden">
        {end}
      </span>
    </footer>
  );
}

const REGENERATE = { label: "Regenerate", icon: "refresh" } as const;

/** What there is no room for. */
function MoreActs({ acts }: { acts: Omit<DeskAct, "kbd">[] }) {
  return (
    <Menu
      side="top"
      trigger={<IconButton icon="more" label="More to do with this draft" tone="default" />}
      entries={acts.map(({ label, icon, run }) => ({ label, icon, onSelect: run }))}
    />
  );
}

/** What stands at the right end: what a decision does not do, and the way to all keys. */
export function BarEnd({ children }: { children: ReactNode }) {
  return (
    <>
      <span className="max-xl:hidden">{children}</span>
      <span className="mx-1 h-5 w-px bg-line max-xl:hidden" />
      <span className="max-lg:hidden pointer-coarse:hidden">
        <Button size="sm" tone="quiet" kbd="?" onClick={openKeySheet}>
          All keys
        </Button>
      </span>
    </>
  );
}

// Under a thumb there is height for a second line, where one would be cut off.
const approveLook =
  "min-w-0 truncate max-md:pointer-coarse:flex max-md:pointer-coarse:flex-col max-md:pointer-coarse:leading-5";
const wordsLook =
  "max-md:pointer-coarse:truncate max-md:pointer-coarse:text-xs max-md:pointer-coarse:font-normal";
const barLook =
  "flex min-h-13 flex-none items-center gap-1.5 border-t bg-surface px-4 pr-3 max-md:flex-wrap max-md:gap-2 max-md:py-2.5 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]";
