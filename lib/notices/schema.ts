import { z } from "zod";
import { NOTICE_KINDS } from "#drizzle/schema/notices";
import { Id } from "#lib/inputs/schema";

/** One notice, or all that came until an instant: the newest that the person saw. */
export const MarkNoticesRead = z.union([
  z.object({ noticeId: Id }),
  z.object({ until: z.iso.datetime("This is no instant.") }),
]);
export type MarkNoticesRead = z.infer<typeof MarkNoticesRead>;

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time like 18:30.")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** Which kinds come by mail too, and between which times of the person's own day no mail comes; null for no such time. */
export const ChangeNoticeSettings = z.object({
  mail: z.array(z.enum(NOTICE_KINDS)).max(20),
  quiet: z
    .object({ from: Clock, until: Clock })
    .refine(({ from, until }) => from !== until, "Quiet hours end at another time than they begin.")
    .nullable(),
});
export type ChangeNoticeSettings = z.input<typeof ChangeNoticeSettings>;

export const NoticeFilter = z.object({ cursor: z.string().max(200).optional() });
export type NoticeFilter = z.infer<typeof NoticeFilter>;
