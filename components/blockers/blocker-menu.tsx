"use client";

import { type BlockerActs, type OpenBlocker, useBlockerDesk } from "#components/blockers/blocker-desk";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { Menu, type MenuEntry } from "#components/ui/menu";

/** Everything that can be done with a blocker, under the dots at the end of its row. */
export function BlockerMenu({ blocker }: { blocker: OpenBlocker }) {
  const desk = useBlockerDesk();
  const entries = entriesOf(desk, blocker);
  if (entries.length === 0) return null;
  const trigger = <IconButton icon="more" size="sm" label={`More for “${blocker.text}”`} />;
  return <Menu trigger={trigger} entries={entries} />;
}

function entriesOf(desk: BlockerActs, blocker: OpenBlocker): MenuEntry[] {
  if (isEnded(blocker)) {
    if (!blocker.mayDecide) return [];
    return [{ label: "Open again", icon: "undo", onSelect: () => desk.act("reopen", blocker) }];
  }
  const taking = blocker.mayTake ? takeEntries(desk, blocker) : [];
  const ending = blocker.mayDecide ? endEntries(desk, blocker) : [];
  return taking.length > 0 && ending.length > 0 ? [...taking, "rule", ...ending] : [...taking, ...ending];
}

function takeEntries(desk: BlockerActs, blocker: OpenBlocker): MenuEntry[] {
  const ask = (what: "own" | "waitFor") => () => desk.ask({ what, blocker });
  return [
    ...(blocker.state === "proposed"
      ? [{ label: "Confirm", icon: "check" as const, onSelect: () => desk.act("confirm", blocker) }]
      : []),
    ...(blocker.ownerId === desk.me
      ? []
      : [{ label: "Take it on", icon: "user" as const, onSelect: () => desk.act("take", blocker) }]),
    { label: "Say who unblocks it", icon: "hand-over", onSelect: ask("own") },
    { label: "Name the other team", icon: "swap", onSelect: ask("waitFor") },
  ];
}

function endEntries(desk: BlockerActs, blocker: OpenBlocker): MenuEntry[] {
  const ask = (what: "resolve" | "accept" | "reword") => () => desk.ask({ what, blocker });
  return [
    { label: "Resolve", icon: "done", onSelect: ask("resolve") },
    { label: "Decide to live with it", icon: "ring", onSelect: ask("accept") },
    { label: "Say it in other words", icon: "edit", onSelect: ask("reword") },
    { label: "Not a blocker", icon: "dashed", onSelect: () => desk.act("dismiss", blocker) },
  ];
}

/** The next steps as buttons, at the foot of the open blocker; all others under the dots. */
export function BlockerButtons({ blocker }: { blocker: OpenBlocker }) {
  const desk = useBlockerDesk();
  const { state, mayDecide, mayTake } = blocker;
  if (isEnded(blocker))
    return (
      <Button icon="undo" pending={desk.pending} onClick={() => desk.act("reopen", blocker)}>
        Open again
      </Button>
    );
  const confirms = state === "proposed" && mayTake;
  return (
    <>
      {confirms && (
        <Button
          tone="primary"
          icon="check"
          pending={desk.pending}
          onClick={() => desk.act("confirm", blocker)}
        >
          Confirm
        </Button>
      )}
      {mayDecide && (
        <Button
          tone={confirms ? "default" : "primary"}
          onClick={() => desk.ask({ what: "resolve", blocker })}
        >
          Resolve
        </Button>
      )}
      {mayTake && <Button onClick={() => desk.ask({ what: "own", blocker })}>Give</Button>}
      {mayTake && blocker.ownerId !== desk.me && (
        <Button pending={desk.pending} onClick={() => desk.act("take", blocker)}>
          Take it on
        </Button>
      )}
      {mayDecide && (
        // On a phone there is no room beside the others; it stands under the dots too.
        <span className="flex max-md:hidden">
          <Button tone="quiet" onClick={() => desk.ask({ what: "accept", blocker })}>
            Live with it
          </Button>
        </span>
      )}
      <BlockerMenu blocker={blocker} />
    </>
  );
}

function isEnded({ state }: OpenBlocker): boolean {
  return state === "resolved" || state === "accepted" || state === "dismissed";
}
