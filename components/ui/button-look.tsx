import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon";
import { Kbd } from "#components/ui/kbd";
import type { KeyName } from "#lib/format/keys";

/** primary: the one thing to press · quiet: beside it · offer: the verb a row holds out. */
export type ButtonTone = "primary" | "default" | "quiet" | "offer";
export type ButtonSize = "sm" | "md" | "lg";

const tones: Record<ButtonTone, string> = {
  primary:
    "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover [&_kbd]:border-current/35 [&_kbd]:bg-transparent [&_kbd]:text-inherit",
  default: "border-line-strong bg-surface text-ink hover:bg-hover aria-expanded:bg-selected",
  quiet: "border-transparent text-muted hover:bg-hover hover:text-ink aria-expanded:bg-selected",
  offer: "border-transparent text-accent-text hover:bg-accent-bg",
};

const stopped = "cursor-not-allowed border-line bg-selected text-faint [&_kbd]:bg-transparent";

const sizes: Record<ButtonSize, string> = {
  sm: "h-(--size-control-sm) px-2 text-xs pointer-coarse:text-sm",
  md: "h-(--size-control) px-2.5 pointer-coarse:text-md",
  lg: "h-8 px-3 pointer-coarse:h-(--size-touch) pointer-coarse:text-md",
};

export type ButtonState = { tone: ButtonTone; size: ButtonSize; wide?: boolean; stopped?: boolean };

/** How a button looks, for the button itself and the link that looks like one. */
export function buttonLook(state: ButtonState): string {
  const base =
    "inline-flex flex-none items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors duration-(--duration-fast) ease-out";
  return `${base} ${sizes[state.size]} ${state.stopped ? stopped : tones[state.tone]} ${state.wide ? "w-full" : ""}`;
}

type ButtonFaceProps = {
  icon?: IconName;
  kbd?: KeyName;
  tone: ButtonTone;
  stopped?: boolean;
  children: ReactNode;
};

/** What stands in a button: an icon, the verb with its object, and the key that presses it. */
export function ButtonFace({ icon, kbd, tone, stopped, children }: ButtonFaceProps) {
  return (
    <>
      {icon && (
        <span className={`-ml-0.5 flex flex-none ${tone === "default" && !stopped ? "text-muted" : ""}`}>
          <Icon name={icon} />
        </span>
      )}
      {children}
      {kbd && (
        <span aria-hidden="true" className="flex gap-0.5 pointer-coarse:hidden">
          <Kbd name={kbd} />
        </span>
      )}
    </>
  );
}
