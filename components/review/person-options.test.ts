import { expect, it } from "vitest";
import { personOptions, readPerson } from "#components/review/person-options";

const people = ["Ada Lindqvist", "Bo Tran", "Kavya Rao", "Hugo de la Cruz"].map((name, i) => ({
  id: `u${i}`,
  name,
}));
const labels = (typed: string) => personOptions(people, typed).map((option) => option.label);

it("finds people by the beginning of any of their names", () => {
  expect(labels("ra")).toEqual(["Kavya Rao", "“ra”, not on the roster", "Nobody"]);
  expect(labels("de la")).toEqual(["Hugo de la Cruz", "“de la”, not on the roster", "Nobody"]);
  expect(labels("bo tran")).toEqual(["Bo Tran", "Nobody"]);
  expect(labels("")).toEqual(["Ada Lindqvist", "Bo Tran", "Kavya Rao", "Hugo de la Cruz", "Nobody"]);
});

it("reads what stands in the field when it is left", () => {
  expect(readPerson(people, " bo TRAN ")).toEqual({ id: "u1", name: "Bo Tran" });
  expect(readPerson(people, "Tom (Brightwater)")).toEqual({ id: null, name: "Tom (Brightwater)" });
  expect(readPerson(people, "  ")).toBeNull();
});
