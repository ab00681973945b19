"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";

/** Something to pick: `person` draws the face of the label's name. */
export type Choice = { id: string; label: string; detail?: string; person?: boolean };

type PickerProps = {
  label: string;
  hideLabel?: boolean;
  choices: Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** What the field says while nothing is picked. */
  nothing?: string;
  /** What the list says when no name has these letters. */
  noMatch?: string;
  /** Submits the id with a form under this name. */
  name?: string;
};

/** One of many, found by typing a few letters of its name. */
export function Picker(props: PickerProps) {
  const { label, hideLabel, choices, value, onChange, nothing = "Nobody", name } = props;
  return (
    <Combobox.Root
      items={choices}
      value={choices.find((choice) => choice.id === value) ?? null}
      onValueChange={(choice) => onChange(choice?.id ?? null)}
      itemToStringLabel={(choice) => choice.label}
      itemToStringValue={(choice) => choice.id}
      isItemEqualToValue={(a, b) => a.id === b.id}
      name={name}
      autoHighlight
    >
      <div className="flex min-w-0 flex-col gap-1">
        <Combobox.Label className={hideLabel ? "sr-only" : "text-xs font-medium"}>{label}</Combobox.Label>
        <Combobox.Trigger className="flex h-(--size-control) w-full min-w-0 items-center gap-1.5 rounded-md border border-control bg-surface px-2 focus-visible:-outline-offset-1 data-placeholder:text-muted pointer-coarse:text-md">
          <Combobox.Value>
            {(choice: Choice | null) => <Picked choice={choice} nothing={nothing} />}
          </Combobox.Value>
          <span className="ml-auto flex text-faint">
            <Icon name="down" size="sm" />
          </span>
        </Combobox.Trigger>
      </div>
      <PickerList {...props} />
    </Combobox.Root>
  );
}

function Picked({ choice, nothing }: { choice: Choice | null; nothing: string }) {
  if (!choice) return <span className="truncate">{nothing}</span>;
  return (
    <>
      {choice.person && <Face name={choice.label} />}
      <span className="truncate">{choice.label}</span>
    </>
  );
}

function PickerList({ label, noMatch = "No name has these letters." }: PickerProps) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8}>
        <Combobox.Popup
          aria-label={label}
          className="w-60 max-w-(--available-width) rounded-lg border border-line-strong bg-raised shadow-float outline-none"
        >
          <Combobox.Input
            aria-label={`Search ${label.toLowerCase()}`}
            placeholder="Search"
            className="h-8 w-full rounded-t-lg border-b bg-transparent px-3 outline-none pointer-coarse:h-(--size-touch) pointer-coarse:text-[1rem]"
          />
          <Combobox.Empty>
            <p className="px-3 py-2 text-muted">{noMatch}</p>
          </Combobox.Empty>
          <Combobox.List className="max-h-[min(18rem,var(--available-height))] overflow-auto py-1 empty:p-0">
            {(choice: Choice) => <PickerRow key={choice.id} choice={choice} />}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

function PickerRow({ choice }: { choice: Choice }) {
  return (
    <Combobox.Item
      value={choice}
      className="mx-1 flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 outline-none select-none data-highlighted:bg-selected pointer-coarse:min-h-(--size-touch)"
    >
      {choice.person && <Face name={choice.label} />}
      <span className="min-w-0 flex-1 truncate">{choice.label}</span>
      {choice.detail && <span className="text-xs text-faint">{choice.detail}</span>}
      <Combobox.ItemIndicator className="flex text-accent-text">
        <Icon name="check" size="sm" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  );
}
