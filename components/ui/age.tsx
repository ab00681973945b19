"use client";

import { useSyncExternalStore } from "react";
import { Hidden } from "#components/ui/hidden";
import { everySecond } from "#components/ui/ticker";
import { tooltip } from "#components/ui/tooltip";
import { formatAge } from "#lib/format/dates";
import { formatMoment } from "#lib/format/moments";

const DAY_MS = 86_400_000;

type AgeProps = {
  /** ISO instant. */
  at: string;
  /** Milliseconds at which the server drew the page; the browser goes on from there. */
  now: number;
  /** IANA name of the reader's zone, for the exact time. */
  timeZone: string;
  /** short: whole days only, as rows of a list show them, with no stop for the Tab key. */
  detail?: "full" | "short";
};

/** How long ago something was; the exact time and zone on hover, and on focus where it is not one of many rows. */
export function Age({ at, now, timeZone, detail = "full" }: AgeProps) {
  const ageAt = (time: number) => {
    const span = time - Date.parse(at);
    return formatAge(detail === "short" && span > DAY_MS ? Math.floor(span / DAY_MS) * DAY_MS : span);
  };
  const age = useSyncExternalStore(
    everySecond,
    () => ageAt(Date.now()),
    () => ageAt(now),
  );
  const moment = formatMoment(new Date(at), timeZone);
  if (detail === "short") {
    return (
      <time dateTime={at} title={moment} className="whitespace-nowrap">
        {age}
      </time>
    );
  }
  return (
    <time
      {...tooltip({ text: moment })}
      dateTime={at}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must show on focus too
      tabIndex={0}
      className="rounded-sm whitespace-nowrap"
    >
      {age}
      <Hidden>, {moment}</Hidden>
    </time>
  );
}
