import { deflateRawSync } from "node:zlib";

type Part = { name: string; data: Buffer | string; claim?: number; flags?: number };

/** A ZIP archive. `claim` lies about the size that a part unpacks to. */
export function zipOf(parts: Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claim, flags = 0 } of parts) {
    const raw = Buffer.from(data as string);
    const packed = deflateRawSync(raw, { level: 9 });
    const sizes = [packed.length, claim ?? raw.length];
    const local = header(
      0x04034b50,
      30,
      [
        [6, flags],
        [8, 8],
      ],
      sizes,
      18,
      name,
    );
    const entry = header(
      0x02014b50,
      46,
      [
        [8, flags],
        [10, 8],
      ],
      sizes,
      20,
      name,
    );
    entry.writeUInt32LE(at, 42);
    files.push(local, packed);
    directory.push(entry);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function header(
  magic: number,
  length: number,
  words: [number, number][],
  [packed = 0, unpacked = 0]: number[],
  sizesAt: number,
  name: string,
): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(magic, 0);
  for (const [offset, word] of words) head.writeUInt16LE(word, offset);
  head.writeUInt32LE(packed, sizesAt);
  head.writeUInt32LE(unpacked, sizesAt + 4);
  head.writeUInt16LE(Buffer.byteLength(name), sizesAt + 8);
  return Buffer.concat([head, Buffer.from(name)]);
}

/** A Word document of paragraphs; what begins with "<" is taken as WordprocessingML. */
export function docxOf(paragraphs: string[], others: Part[] = []): Buffer {
  const body = paragraphs.map((one) => (one.startsWith("<") ? one : paragraph(one))).join("");
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipOf([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "word/document.xml", data: xml },
    ...others,
  ]);
}

/** One paragraph of a Word document, with properties such as `<w:pStyle w:val="Heading1"/>`. */
export function paragraph(text: string, properties = ""): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const runs = escaped
    .split("\t")
    .map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)
    .join("<w:r><w:tab/></w:r>");
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A PDF whose pages hold lines of text, by hand. `encrypted` asks for a password; `stream` replaces what a page draws. */
export function pdfOf(
  pages: string[][],
  { encrypted = false, stream }: { encrypted?: boolean; stream?: Buffer } = {},
): Buffer {
  const kids = pages.map((_, n) => `${4 + n * 2} 0 R`).join(" ");
  const objects: Buffer[] = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
  ];
  for (const [n, lines] of pages.entries()) {
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + n * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      stream ?? streamOf(lines),
    );
  }
  if (encrypted)
    objects.push(
      Buffer.from(
        `<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -44 /Length 40 >>`,
      ),
    );
  return assemble(objects, encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : "");
}

function streamOf(lines: string[]): Buffer {
  const said = lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join("\n");
  const data = lines.length > 0 ? `BT /F1 12 Tf 14 TL 72 720 Td\n${said}\nET` : "0 0 10 10 re f";
  return Buffer.from(`<< /Length ${data.length} >>\nstream\n${data}\nendstream`);
}

function assemble(objects: Buffer[], trailer: string): Buffer {
  const parts = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [n, object] of objects.entries()) {
    offsets.push(at);
    const whole = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    at += whole.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A mail with lines as they are on the wire. */
export function mailOf(lines: string[]): Buffer {
  return Buffer.from(lines.join("\r\n"));
}
