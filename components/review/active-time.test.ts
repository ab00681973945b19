import { expect, it } from "vitest";
import { ActiveTime, IDLE_MS } from "#components/review/active-time";

it("counts from when the page is seen, and goes on while it is used", () => {
  const time = new ActiveTime();
  time.use(0);
  time.use(20_000);
  time.use(50_000);
  expect(time.total(55_000)).toBe(55_000);
});

it("leaves out what follows a minute without use", () => {
  const time = new ActiveTime();
  time.use(0);
  time.use(10_000);
  expect(time.total(10 * IDLE_MS)).toBe(10_000 + IDLE_MS);
  time.use(10 * IDLE_MS);
  expect(time.total(10 * IDLE_MS + 1000)).toBe(10_000 + IDLE_MS + 1000);
});

it("leaves out the time the page is out of sight", () => {
  const time = new ActiveTime();
  expect(time.total(5000)).toBe(0);
  time.use(5000);
  time.leave(8000);
  expect(time.total(100_000)).toBe(3000);
  time.use(100_000);
  expect(time.total(101_000)).toBe(4000);
});

it("is not turned back by a clock that is", () => {
  const time = new ActiveTime();
  time.use(1000);
  expect(time.total(500)).toBe(0);
});
