import { QrCode } from "#components/ui/qr-code";
import type { Offer } from "#lib/second-factor/offer-second-factor";

/** A secret to put into an authenticator, by camera or by hand. */
export function OfferedSecret({ offer }: { offer: Offer }) {
  return (
    <>
      <p className="text-muted text-pretty">
        Scan this with an authenticator app, or type the key into one. It then shows a new code every 30
        seconds.
      </p>
      <input type="hidden" name="offer" value={offer.offer} />
      <QrCode size={offer.qr.size} path={offer.qr.path} label="QR code of the key below" />
      <p className="text-xs text-muted">
        Key{" "}
        <code className="font-mono text-ink break-all select-all">
          {offer.secret.replace(/.{4}(?=.)/g, "$& ")}
        </code>
      </p>
    </>
  );
}
