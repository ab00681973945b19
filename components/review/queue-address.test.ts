import { expect, it } from "vitest";
import { filterIn, isAll, queryOf } from "#components/review/queue-address";
import type { QueueNarrowing } from "#lib/drafts/view";
import { addressOf } from "#lib/format/address";

const read = (query: string) => filterIn(new URLSearchParams(query));

it("says a filter in an address, and reads it there again", () => {
  const filters: QueueNarrowing[] = [
    { show: "waiting" },
    { show: "mine", workflow: "meeting-notes" },
    { show: "untraced", by: "usr_bo", series: "ser_1" },
  ];
  for (const filter of filters) {
    const address = addressOf("/reviews", queryOf(filter));
    expect(read(address.split("?")[1] ?? "")).toEqual(filter);
  }
  expect(addressOf("/reviews", queryOf({ show: "waiting" }))).toBe("/reviews");
});

it("takes nothing that is made up, and leaves the rest of the address alone", () => {
  expect(read("show=everything&by=%27%20or%201&series=&statement=a1")).toEqual({ show: "waiting" });
  expect(isAll(read("statement=a1"))).toBe(true);
  expect(isAll(read("series=ser_1"))).toBe(false);
});
