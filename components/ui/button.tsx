import type { ComponentProps, ReactNode } from "react";
import { BlockedButton } from "#components/ui/blocked-button";
import { ButtonFace, type ButtonSize, type ButtonTone, buttonLook } from "#components/ui/button-look";
import type { IconName } from "#components/ui/icon";
import { ariaKeyOf, type KeyName } from "#lib/format/keys";

type Own = {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  /** Printed in the button; the key listener presses the visible button that prints a key. */
  kbd?: KeyName;
  pending?: boolean;
  /** The id of the element that says why this can't be pressed now; pressing it moves the focus there. */
  blockedBy?: string;
  wide?: boolean;
  children: ReactNode;
};

export type ButtonProps = Own &
  Omit<ComponentProps<"button">, keyof Own | "className" | "style" | "disabled">;

/** A verb with its object. It stays in place when it can't be pressed, and says why. */
export function Button({
  tone = "default",
  size = "md",
  icon,
  kbd,
  pending,
  blockedBy,
  wide,
  ...rest
}: ButtonProps) {
  const { children, ...native } = rest;
  const stopped = pending || blockedBy !== undefined;
  const look = buttonLook({ tone, size, wide, stopped });
  const keys = { "data-act": "", "data-key": kbd, "aria-keyshortcuts": kbd && ariaKeyOf(kbd) };
  const face = (
    <ButtonFace icon={pending ? "dashed" : icon} kbd={kbd} tone={tone} stopped={stopped}>
      {children}
    </ButtonFace>
  );
  if (blockedBy !== undefined) {
    return (
      <BlockedButton {...native} {...keys} reason={blockedBy} look={look}>
        {face}
      </BlockedButton>
    );
  }
  const waiting =
    pending && ({ "aria-disabled": true, "aria-busy": true, type: "button", onClick: undefined } as const);
  return (
    <button type="button" {...native} {...keys} {...waiting} className={look}>
      {face}
    </button>
  );
}
