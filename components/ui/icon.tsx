/// <reference types="next/image-types/global" />

import sprite from "./icons.svg";

/** A symbol of icons.svg. States: block, warn (look again), ring (waiting), dashed (unmatched or retired), done. */
export type IconName =
  | "mark"
  | "today"
  | "reviews"
  | "plus"
  | "actions"
  | "decisions"
  | "promises"
  | "standups"
  | "leads"
  | "claims"
  | "documents"
  | "workflows"
  | "runs"
  | "spend"
  | "log"
  | "settings"
  | "search"
  | "sun"
  | "close"
  | "check"
  | "down"
  | "right"
  | "left"
  | "lock"
  | "clock"
  | "block"
  | "warn"
  | "info"
  | "done"
  | "ring"
  | "dashed"
  | "quote"
  | "mail"
  | "hash"
  | "commit"
  | "undo"
  | "upload"
  | "download"
  | "edit"
  | "snooze"
  | "hand-over"
  | "refresh"
  | "offline"
  | "mic"
  | "calendar"
  | "user"
  | "more"
  | "link"
  | "eye"
  | "questions"
  | "key"
  | "swap"
  | "flag"
  | "bell";

export type IconSize = "xs" | "sm" | "md";

const sizes: Record<IconSize, string> = {
  xs: "size-3 align-[-2px]",
  sm: "size-3.5 align-[-2.5px]",
  md: "size-4 align-[-3px]",
};

/** A drawing beside a word that says the same; it is never the only sign of anything, so it is hidden from speech. */
export function Icon({ name, size = "md", strong }: { name: IconName; size?: IconSize; strong?: boolean }) {
  const width = strong ? 2 : name === "mark" ? 1.7 : size === "xs" ? 1.6 : 1.4;
  return (
    <svg
      aria-hidden="true"
      className={`inline-block flex-none fill-none stroke-current ${sizes[size]}`}
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
