import { cancelAction } from "#lib/actions/cancel-action";
import { completeAction } from "#lib/actions/complete-action";
import { type ListedAction, listActions } from "#lib/actions/queries";
import { reassignAction } from "#lib/actions/reassign-action";
import { redateAction } from "#lib/actions/redate-action";
import type { CompleteAction } from "#lib/actions/schema";
import { ACTION_FATES, ANSWERS, type MovedTo } from "#lib/cli/sample/afterwards";
import { instantAt, workingDay } from "#lib/cli/sample/calendar";
import { ADMIN } from "#lib/cli/sample/company";
import { keyOf, type World } from "#lib/cli/sample/world";
import type { Page } from "#lib/db/page";
import type { UserCtx } from "#lib/events/context";
import { addDays, type Day, localDay, weekday } from "#lib/format/dates";
import { answerQuestion } from "#lib/questions/answer-question";
import { type ListedQuestion, listQuestions } from "#lib/questions/queries";

/** Working days from the day an action is due to the day it is done, in turn; from its approval where it has none. */
const PUNCTUALITY = [-1, 0, 1, -2, 0, 0, -1, 2, 0, 1];
const LEISURE = [3, 6, 4, 9, 5];
const AT_ONCE_MS = 40 * 60_000;

/** Plans what becomes of the actions and questions that an approval has just made. `turn` varies who is punctual. */
export async function followUp(world: World, decider: UserCtx, draftId: string, turn: number): Promise<void> {
  const actions = await all((cursor) => listActions(decider, { cursor }));
  const questions = await all((cursor) => listQuestions(decider, { cursor }));
  const made = actions.filter(({ origin }) => origin?.draftId === draftId);
  for (const [index, action] of made.entries()) planAction(world, decider, action, turn + index);
  for (const question of questions) if (question.draftId === draftId) planAnswer(world, question);
}

function planAction(world: World, decider: UserCtx, action: ListedAction, turn: number): void {
  const ctx = doer(world, decider, action);
  const approvedOn = localDay(world.clock.now(), world.timeZone);
  const due = action.dueOn ?? workingDay(approvedOn, inTurn(LEISURE, turn));
  const doneOn = action.dueOn ? workingDay(due, inTurn(PUNCTUALITY, turn)) : due;
  const seen = { actionId: action.id, version: action.version };
  const fate = ACTION_FATES.find(({ about }) => action.text.includes(about));
  switch (fate?.kind) {
    case "left":
      break;
    case "moved":
      planMove(world, ctx, seen, { due, to: fate.to });
      break;
    case "given":
      planGift(world, ctx, seen, { due, to: world.as(fate.to) });
      break;
    case "cancelled":
      on(world, workingDay(due, -1), 11, () =>
        cancelAction(world.as(fate.by), { ...seen, reason: fate.reason }),
      );
      break;
    case undefined:
      on(world, doneOn, 10 + (turn % 7), () => completeAction(ctx, seen));
  }
}

// Viewers only read, and who is not on the roster can't sign in: somebody else ticks off what they did.
function doer(world: World, decider: UserCtx, { ownerId }: ListedAction): UserCtx {
  if (!ownerId) return decider;
  const owner = world.as(keyOf(world, ownerId));
  return owner.actor.role === "viewer" ? world.as(ADMIN) : owner;
}

function planMove(world: World, ctx: UserCtx, seen: CompleteAction, move: { due: Day; to: MovedTo }): void {
  const { due, to } = move;
  const dueOn = typeof to === "number" ? workingDay(due, to) : addDays(world.today, to === "today" ? 0 : 1);
  on(world, workingDay(due, -1), 15, async () => {
    const { version } = await redateAction(ctx, { ...seen, dueOn });
    if (typeof to === "number") on(world, dueOn, 14.2, () => completeAction(ctx, { ...seen, version }));
  });
}

function planGift(world: World, ctx: UserCtx, seen: CompleteAction, gift: { due: Day; to: UserCtx }): void {
  const { due, to } = gift;
  on(world, workingDay(due, -2), 9.5, async () => {
    const { version } = await reassignAction(ctx, { ...seen, ownerId: to.actor.id });
    on(world, due, 16, () => completeAction(to, { ...seen, version }));
  });
}

function planAnswer(world: World, question: ListedQuestion): void {
  const found = ANSWERS.find(({ about }) => question.text.includes(about));
  if (!found) return;
  const day = workingDay(localDay(world.clock.now(), world.timeZone), found.after);
  const about = { questionId: question.id, version: question.version, answer: found.answer };
  on(world, day, 11.4, () => answerQuestion(world.as(found.by), about));
}

/** Plans something for an hour of a working day: the last one up to `day`, but never before what plans it. */
function on(world: World, day: Day, hour: number, happens: () => Promise<unknown>): void {
  const earliest = world.clock.now().getTime() + AT_ONCE_MS;
  const worked = weekday(day) > 5 ? workingDay(day, -1) : day;
  const at = instantAt(worked, hour, world.timeZone).getTime();
  world.plan(new Date(Math.max(at, earliest)), happens);
}

async function all<Row>(list: (cursor: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

function inTurn(days: number[], turn: number): number {
  return days[turn % days.length] ?? 0;
}
