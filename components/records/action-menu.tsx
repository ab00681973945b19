"use client";

import { type ActionActs, type OpenAction, useActionDesk } from "#components/records/action-desk";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { Menu, type MenuEntry } from "#components/ui/menu";

/** Everything that can be done with an action, under the dots at the end of its row. */
export function ActionMenu({ action }: { action: OpenAction }) {
  const desk = useActionDesk();
  const trigger = <IconButton icon="more" size="sm" label={`More for “${action.text}”`} />;
  return (
    <Menu
      trigger={trigger}
      entries={action.state === "open" ? openEntries(desk, action) : [reopen(desk, action)]}
    />
  );
}

function reopen(desk: ActionActs, action: OpenAction): MenuEntry {
  return { label: "Open again", icon: "undo", onSelect: () => desk.toggle(action) };
}

function openEntries(desk: ActionActs, action: OpenAction): MenuEntry[] {
  return [
    { label: "Complete", icon: "check", onSelect: () => desk.toggle(action) },
    {
      label: "Give to somebody else",
      icon: "hand-over",
      onSelect: () => desk.ask({ what: "reassign", action }),
    },
    { label: "Move the due day", icon: "calendar", onSelect: () => desk.ask({ what: "redate", action }) },
    "rule",
    { label: "Cancel with a reason", icon: "dashed", onSelect: () => desk.ask({ what: "cancel", action }) },
  ];
}

/** The same as buttons, at the foot of the open action. */
export function ActionButtons({ action }: { action: OpenAction }) {
  const desk = useActionDesk();
  if (action.state !== "open") {
    return (
      <Button icon="undo" onClick={() => desk.toggle(action)}>
        Open again
      </Button>
    );
  }
  return (
    <>
      <Button tone="primary" icon="check" onClick={() => desk.toggle(action)}>
        Complete
      </Button>
      <Button onClick={() => desk.ask({ what: "reassign", action })}>Give</Button>
      <Button onClick={() => desk.ask({ what: "redate", action })}>Move day</Button>
      <Button tone="quiet" onClick={() => desk.ask({ what: "cancel", action })}>
        Cancel action
      </Button>
    </>
  );
}
