"use client";

import { type OpenAction, useActionDesk } from "#components/records/action-desk";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { Menu, MenuItem, MenuRule } from "#components/ui/menu";

/** Everything that can be done with an action, under the dots at the end of its row. */
export function ActionMenu({ action }: { action: OpenAction }) {
  const desk = useActionDesk();
  const trigger = <IconButton icon="more" size="sm" label={`More for “${action.text}”`} />;
  if (action.state !== "open") {
    return (
      <Menu trigger={trigger}>
        <MenuItem icon="undo" onSelect={() => desk.toggle(action)}>
          Open again
        </MenuItem>
      </Menu>
    );
  }
  return (
    <Menu trigger={trigger}>
      <MenuItem icon="check" onSelect={() => desk.toggle(action)}>
        Complete
      </MenuItem>
      <MenuItem icon="hand-over" onSelect={() => desk.ask({ what: "reassign", action })}>
        Give to somebody else
      </MenuItem>
      <MenuItem icon="calendar" onSelect={() => desk.ask({ what: "redate", action })}>
        Move the due day
      </MenuItem>
      <MenuRule />
      <MenuItem icon="dashed" onSelect={() => desk.ask({ what: "cancel", action })}>
        Cancel with a reason
      </MenuItem>
    </Menu>
  );
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
