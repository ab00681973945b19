import { noticeSettings } from "#drizzle/schema/schema";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { ChangeNoticeSettings } from "#lib/notices/schema";

/** Changes how one is told of things oneself. What waits to be mailed already is looked at again when it is due. */
export async function changeNoticeSettings(ctx: UserCtx, input: ChangeNoticeSettings): Promise<void> {
  const { mail, quiet } = ChangeNoticeSettings.parse(input);
  const userId = ctx.actor.id;
  const chosen = {
    mail: [...new Set(mail)],
    quietFrom: quiet?.from ?? null,
    quietUntil: quiet?.until ?? null,
  };
  await transact(ctx, async ({ tx, record }) => {
    await tx
      .insert(noticeSettings)
      .values({ userId, ...chosen })
      .onConflictDoUpdate({ target: noticeSettings.userId, set: chosen });
    record({ kind: "user.changed", subjectId: userId, data: { fields: ["notices"] } });
  });
}
