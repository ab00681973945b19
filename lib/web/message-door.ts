import { readMessage } from "#lib/deliveries/sent-queries";
import { unlessRefused } from "#lib/web/refusal";
import { findUser } from "#lib/web/session";

/** The bytes of a mail as they were handed over, as a file; 401 without a session, 404 where there is nothing to see. */
export async function answerMessage(deliveryId: string): Promise<Response> {
  const ctx = await findUser();
  if (!ctx) return new Response(null, { status: 401 });
  const found = await unlessRefused(readMessage(ctx, deliveryId));
  if (!found.ok) return new Response(`${found.message}\n`, { status: 404 });
  return new Response(new Uint8Array(found.value), {
    headers: {
      "Content-Type": "message/rfc822",
      "Content-Disposition": 'attachment; filename="message.eml"',
      "Cache-Control": "private, no-store",
    },
  });
}
