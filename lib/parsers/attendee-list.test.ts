import { expect, it } from "vitest";
import { readAttendeeList } from "#lib/parsers/attendee-list";

it.each([
  ["Attendees: Ada, Bo", ["Ada", "Bo"]],
  ["**Attendees (2)**: Ada and Bo", ["Ada", "Bo"]],
  ["## Present\n- Ada\n- Bo", ["Ada", "Bo"]],
  ["In  attendance : Ada; Bo", ["Ada", "Bo"]],
  ["Attendees\nHarry Rook, Ann Lee\n\nHarry Rook: All right.", ["Harry Rook", "Ann Lee"]],
  ["Attendees\nThey came late, and left early.", []],
  ["Attendees went home: Ada", []],
])("reads %j", (text, expected) => expect(readAttendeeList(text).listed).toEqual(expected));

it.each([
  ["spaces and a mark", `${" ".repeat(588)}#x`],
  ["marks and spaces", `${"# ".repeat(299)}x`],
  ["a label and spaces", `Attendees${" ".repeat(580)}x`],
  ["a label and marks", `Attendees ${"* _".repeat(190)}x`],
  ["quotes", "' ".repeat(300)],
])("takes no longer for %s than for words", { timeout: 1000 }, (_what, line) => {
  expect(readAttendeeList(`${line}\n`.repeat(150)).listed).toEqual([]);
});
