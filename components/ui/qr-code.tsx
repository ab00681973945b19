type QrCodeProps = {
  /** The width of the code in modules, its quiet zone included, and the path of the dark ones. */
  size: number;
  path: string;
  label: string;
};

/** A QR code. Dark on light in both themes, because not every camera reads it the other way round. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-44 flex-none rounded-md border border-line-strong bg-qr-light"
    >
      <path d={path} className="fill-qr-dark" />
    </svg>
  );
}
