/** What writes into a PDF: elements for those who listen to it, and text in fonts that go inside. */
import { type Font, create } from 'fontkit';
import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';

/** The bytes of the two fonts that everything is set in. */
export interface Fonts {
  regular: Uint8Array;
  strong: Uint8Array;
}

/** In points. */
export const [LEFT, TOP, BOTTOM] = [56, 52, 66];
export const SIZE = 10.5;
const LINE_GAP = 2.5;
export const INK = { text: '#24211b', soft: '#5f584a', title: '#1d5c45', line: '#948a75', alert: '#a52f1d' };
/** For what the fonts have no sign for. */
const UNKNOWN = '□';
/** Of no width: how the sign before them is drawn. */
const UNSEEN = /[\u200b-\u200d\u2060\ufe00-\ufe0f]/gu;

type Style = keyof Fonts;
export type Element = PDFKit.PDFStructureElement;

/** How a text is set. */
export interface Setting {
  style?: Style;
  size?: number;
  ink?: keyof typeof INK;
}

/** Where; where the last text ended when left out. */
type Place = PDFKit.Mixins.TextOptions & { x?: number; y?: number };

export class PdfPen {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  /** Something was written that the fonts have no sign for. */
  hasUnknown = false;
  readonly #fonts: Record<Style, Font>;
  readonly #letters = new Intl.Segmenter();

  constructor(fonts: Fonts, language: string, info: PDFKit.DocumentInfo, layout?: 'landscape') {
    this.#fonts = { regular: parsed(fonts.regular), strong: parsed(fonts.strong) };
    this.doc = new PDFDocument({
      size: 'A4',
      layout: layout ?? 'portrait',
      margins: { top: TOP, bottom: BOTTOM, left: LEFT, right: LEFT },
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      bufferPages: true,
      info,
      // Registered below: none of those that readers may have or not.
      font: null as unknown as string,
    });
    for (const [style, font] of Object.entries(this.#fonts)) {
      this.doc.registerFont(style, font as unknown as ArrayBuffer);
    }
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.doc.page.width - 2 * LEFT;
  }

  /** Leaves room. */
  skip(height: number): void {
    this.doc.y += height;
  }

  /** Goes on on another page where this much does not fit any more. Whether it did. */
  keep(height: number): boolean {
    const { page, y } = this.doc;
    const isFull = y + height > page.height - BOTTOM;
    if (isFull) this.doc.addPage();
    return isFull;
  }

  /** An element that others go into. */
  inside(parent: Element, type: string, options: object = {}): Element {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** An element with what it draws. */
  in(parent: Element, type: string, draw: () => void, options: object = {}): void {
    const element = this.doc.struct(type, options, draw);
    parent.add(element);
    element.end();
  }

  /** A text by itself, as wide as the page. */
  say(type: string, text: string, set: Setting = {}): void {
    this.in(this.root, type, () => this.write(text, set, { width: this.width }));
  }

  /** What nobody who listens is read: lines, the foot of a page. */
  aside(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** A thin line. */
  rule(y: number, width: number): void {
    this.doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + width, y)
      .lineWidth(0.5)
      .stroke(INK.line);
  }

  write(text: string, set: Setting, { x, y, ...options }: Place): void {
    const known = this.#set(text, set);
    this.doc.text(known, x ?? this.doc.x, y ?? this.doc.y, { lineGap: LINE_GAP, ...options });
  }

  height(text: string, width: number, set: Setting = {}): number {
    return this.doc.heightOfString(this.#set(text, set), { width, lineGap: LINE_GAP });
  }

  /** The file, ended. */
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = toBytes(this.doc);
    this.doc.end();
    return bytes;
  }

  /** Takes up a font. The text comes back with a sign in the place of each letter that the font does not have. */
  #set(text: string, { style = 'regular', size = SIZE, ink = 'text' }: Setting): string {
    this.doc.font(style).fontSize(size).fillColor(INK[ink]);
    const font = this.#fonts[style];
    const isKnown = (part: string): boolean =>
      [...part].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
    const letter = (part: string): string => {
      if (isKnown(part)) return part;
      this.hasUnknown = true;
      return UNKNOWN;
    };
    // Letters are told apart word by word: browsers copy all of a text for each of its letters.
    return text.replace(/\S+/g, (word) => {
      const seen = word.replace(UNSEEN, '');
      if (isKnown(seen)) return seen;
      const letters = Array.from(this.#letters.segment(word), ({ segment }) => segment.replace(UNSEEN, ''));
      return letters.map(letter).join('');
    });
  }
}

function parsed(bytes: Uint8Array): Font {
  return create(bytes as Parameters<typeof create>[0]) as Font;
}
