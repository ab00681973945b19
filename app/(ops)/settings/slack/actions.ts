"use server";

import { checkSlack } from "#lib/slack/check-slack";
import { connectSlack } from "#lib/slack/connect-slack";
import { disconnectSlack } from "#lib/slack/disconnect-slack";
import { linkSlackChannel } from "#lib/slack/link-channel";
import { linkSlackPerson } from "#lib/slack/link-person";
import type { LinkSlackChannel } from "#lib/slack/schema";
import { postSlackTest } from "#lib/slack/test-channel";
import { unlinkSlackChannel } from "#lib/slack/unlink-channel";
import { actionDoor, formOf, inputOf, type Outcome } from "#lib/web/door";

export async function connectSlackAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  return actionDoor(connectSlack, inputOf<Parameters<typeof connectSlack>[1]>(sent));
}

export async function disconnectSlackAction(): Promise<Outcome<unknown>> {
  return actionDoor(disconnectSlack, undefined);
}

export async function checkSlackAction(): Promise<Outcome<unknown>> {
  return actionDoor(checkSlack, undefined);
}

export async function linkSlackChannelAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const given = { ...inputOf<LinkSlackChannel>(form), takesUpdates: form.get("takesUpdates") === "on" };
  return actionDoor(linkSlackChannel, given);
}

export async function unlinkSlackChannelAction(channelId: string): Promise<Outcome<unknown>> {
  return actionDoor(unlinkSlackChannel, { channelId });
}

export async function postSlackTestAction(channelId: string): Promise<Outcome<unknown>> {
  return actionDoor(postSlackTest, { channelId });
}

export async function linkSlackPersonAction(
  _: Outcome<unknown> | null,
  sent: FormData,
): Promise<Outcome<unknown>> {
  const form = formOf(sent);
  const slackUserId = String(form.get("slackUserId") ?? "");
  return actionDoor(linkSlackPerson, { slackUserId, userId: String(form.get("userId") ?? "") || null });
}
