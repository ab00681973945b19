import { type CastKey, ENGINEERING } from "#e2e/support/cast";
import type { Meeting } from "#e2e/support/records";

const READERS: CastKey[] = ["ada", "bo", "dana", "hugo", "ines"];

/** Ada's meeting shared in every way, with everybody who reads and whether they may: for `it.each`. */
export const AUDIENCES: { visibility: string; meeting: Meeting; reader: CastKey; may: boolean }[] = [
  audience({ visibility: "private" }, ["ada"]),
  audience({ visibility: "attendees", attendees: ["bo"] }, ["ada", "bo"]),
  audience({ visibility: "team", teamId: ENGINEERING.id }, ["ada", "dana"]),
  audience({ visibility: "open" }, READERS),
].flat();

function audience(meeting: Meeting & Required<Pick<Meeting, "visibility">>, readers: CastKey[]) {
  return READERS.map((reader) => ({
    visibility: meeting.visibility,
    meeting,
    reader,
    may: readers.includes(reader),
  }));
}
