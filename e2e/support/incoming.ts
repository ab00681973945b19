/** A mail as it lies in an inbox. */
export function mailText(headers: Record<string, string>, text: string): string {
  const all = {
    "Message-ID": `<${crypto.randomUUID()}@quarry.example>`,
    Date: "Fri, 20 Nov 2026 10:00:00 -0500",
    ...headers,
  };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n")}\n\n${text}\n`;
}

/** A report that a mail did not arrive (RFC 3464). */
export function bounceText(of: {
  messageId: string;
  recipient: string;
  status: string;
  action?: string;
}): string {
  return mailText(
    {
      From: "MAILER-DAEMON@mx.larkfield.example",
      Subject: "Undelivered Mail Returned to Sender",
      "Auto-Submitted": "auto-replied",
      "MIME-Version": "1.0",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="B"',
    },
    `--B
Content-Type: text/plain

It could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.larkfield.example

Final-Recipient: rfc822; ${of.recipient}
Action: ${of.action ?? "failed"}
Status: ${of.status}
Diagnostic-Code: smtp; 550 ${of.status} User unknown

--B
Content-Type: text/rfc822-headers

From: Bo <bo@larkfield.example>
Message-ID: <${of.messageId}>

--B--`,
  );
}
