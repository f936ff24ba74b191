/**
 * A sheet of paper as a PDF: A4, tagged for those who listen to it, with its fonts inside. What it is made of alone says
 * which bytes it has: no clock and no chance come in.
 */
import { type Element, type Fonts, INK, LEFT, PdfPen, SIZE, type Setting } from './pdf_pen.ts';
import { HEIGHT, WIDTH, pathOf } from './strokes.ts';

/** What a sheet is about. */
export interface About {
  title: string;
  /** Whose sheet it is: stands over the title, and at the foot of each page. */
  organisation: string;
  language: string;
  /** When what it says came to be: the only date that the file carries. */
  at: Date;
  /** What it is not, at the foot of each page; empty when it is all that it seems. */
  mark: string;
  page: (number: number, count: number) => string;
  /** Said at the end when something was typed that the fonts have no sign for. */
  unknown: string;
  /** How its pages lie, where they do not stand. */
  layout?: 'landscape';
}

/** A signature as it was drawn or typed, and what is known of it. */
export interface Drawing {
  strokes: string;
  typed: string;
  alt: string;
  said: readonly string[];
}

/** Where a signature is drawn. */
interface Spot extends Column {
  y: number;
}

/** Of a grid. */
interface Column {
  x: number;
  width: number;
}

/** What stands in a line of a grid. */
export interface Cell {
  /** A signature as it was drawn, over what is said; empty where there is none. */
  strokes: string;
  alt: string;
  text: string;
  /** Smaller, below. */
  note: string;
}

/** Lines that are led by a name, in columns. */
export interface Grid {
  /** What stands over the names, and over each column: what it is, and what is said of it. */
  head: readonly { text: string; note: string }[];
  /** How wide the columns after the names are, in parts of each other. */
  widths: readonly number[];
  rows: readonly { name: string; note: string; cells: readonly Cell[] }[];
}

/** Room between parts, in points. */
const GAP = 14;
/** A title never stands alone at the foot of a page. */
const WITH_TITLE = 58;
/** Names of facts, before what they say. */
const NAME_WIDTH = 150;
/** Small enough for a digest to stand in one line. */
const FACT: Setting = { size: 10 };
const NOTE: Setting = { size: 9, ink: 'soft' };
const FOOT: Setting = { size: 8, ink: 'soft' };
const NAMED = { style: 'strong', size: 9.5 } as const satisfies Setting;
/** What stands before a line of a list. */
const INDENT = 12;
/** Of a grid: how wide its names are, of all; room between columns, and over and under a line; how wide a signature is. */
const GRID = { names: 0.3, gap: 8, pad: 4, drawn: 76 };
const SIGNATURE = { width: 190, height: (190 * HEIGHT) / WIDTH, blank: 24 };

export class PdfSheet {
  readonly #about: About;
  readonly #pen: PdfPen;

  constructor(about: About, fonts: Fonts) {
    this.#about = about;
    const { title: Title, organisation: Author, at, layout } = about;
    const made = { Creator: 'Besace', Producer: 'Besace', CreationDate: at, ModDate: at };
    this.#pen = new PdfPen(fonts, about.language, { Title, Author, ...made }, layout);
    this.#pen.say('P', about.organisation, { style: 'strong', size: 9, ink: 'soft' });
    this.#pen.say('H1', about.title, { style: 'strong', size: 19, ink: 'title' });
    this.#pen.skip(4);
  }

  /** What matters before all else. */
  alert(text: string): void {
    this.#pen.say('P', text, { style: 'strong', ink: 'alert' });
    this.#pen.skip(4);
  }

  /** The title of what follows. */
  heading(text: string): void {
    this.#pen.skip(GAP);
    this.#pen.keep(WITH_TITLE);
    this.#pen.say('H2', text, { style: 'strong', size: 12, ink: 'title' });
    this.#pen.skip(2);
  }

  /** What somebody typed, paragraph by paragraph. */
  prose(text: string, set: Setting = {}): void {
    for (const line of text.replaceAll(/^\n+|\s+$/g, '').split('\n')) {
      if (line.trim() === '') this.#pen.skip(SIZE / 2);
      else this.#pen.say('P', line, set);
    }
  }

  /** A remark, smaller than what it is about. */
  note(text: string): void {
    this.#pen.say('P', text, NOTE);
    this.#pen.skip(2);
  }

  /** Names and what they say, side by side. */
  facts(rows: readonly (readonly [string, string])[]): void {
    const pen = this.#pen;
    const table = pen.inside(pen.root, 'Table');
    const [narrow, wide] = [NAME_WIDTH - 8, pen.width - NAME_WIDTH];
    for (const [name, said] of rows) {
      const height = Math.max(pen.height(name, narrow, FACT), pen.height(said, wide, FACT));
      pen.keep(height);
      const { y } = pen.doc;
      const row = pen.inside(table, 'TR');
      const named = (): void => pen.write(name, { ...FACT, ink: 'soft' }, { x: LEFT, y, width: narrow });
      pen.in(row, 'TH', named, { scope: 'Row' });
      pen.in(row, 'TD', () => pen.write(said, FACT, { x: LEFT + NAME_WIDTH, y, width: wide }));
      row.end();
      pen.doc.x = LEFT;
      pen.doc.y = y + height + 2;
    }
    table.end();
  }

  /** A list, each line with what is said of it. */
  list(items: readonly { text: string; detail: string }[]): void {
    const pen = this.#pen;
    const list = pen.inside(pen.root, 'L');
    const beside = { x: LEFT + INDENT, width: pen.width - INDENT };
    for (const { text, detail } of items) {
      pen.keep(pen.height(text, beside.width));
      const { y } = pen.doc;
      const item = pen.inside(list, 'LI');
      pen.in(item, 'Lbl', () => pen.write('•', {}, { x: LEFT, y, width: INDENT }));
      const body = pen.inside(item, 'LBody');
      pen.in(body, 'P', () => pen.write(text, {}, { ...beside, y }));
      if (detail) pen.in(body, 'P', () => pen.write(detail, NOTE, beside));
      pen.doc.x = LEFT;
      item.end();
    }
    list.end();
  }

  /** Lines in columns, in which people may have signed. Their head stands again on each page. */
  grid({ head, widths, rows }: Grid): void {
    const pen = this.#pen;
    const names = pen.width * GRID.names;
    const unit = (pen.width - names) / widths.reduce((sum, width) => sum + width, 0);
    const columns: Column[] = [{ x: LEFT, width: names - GRID.gap }];
    let x = LEFT + names;
    for (const width of widths) {
      columns.push({ x, width: width * unit - GRID.gap });
      x += width * unit;
    }
    const table = pen.inside(pen.root, 'Table');
    const titles = head.map(({ text, note }): Cell => ({ strokes: '', alt: '', text, note }));
    const lines = rows.map(({ name, note, cells }): Cell[] => [
      { strokes: '', alt: '', text: name, note },
      ...cells,
    ]);
    pen.keep(this.#lineHeight(titles, columns) + this.#lineHeight(lines[0] ?? [], columns));
    this.#line(table, titles, columns, true);
    for (const line of lines) {
      // Who listens has heard the head.
      if (pen.keep(this.#lineHeight(line, columns)))
        pen.aside('Pagination', () => this.#writeLine(titles, columns, true));
      this.#line(table, line, columns, false);
    }
    table.end();
    pen.doc.x = LEFT;
  }

  /** A signature over its line. */
  signature(name: string, { strokes, typed, alt, said }: Drawing): void {
    const pen = this.#pen;
    const drawn = pathOf(strokes);
    pen.keep((drawn ? SIGNATURE.height : SIGNATURE.blank) + 34 + said.length * GAP);
    pen.skip(4);
    pen.say('P', name, { style: 'strong' });
    if (drawn) this.#draw(pen.root, drawn, alt, { x: LEFT, y: pen.doc.y, width: SIGNATURE.width });
    else if (typed) pen.say('P', typed, { size: 14 });
    else pen.skip(SIGNATURE.blank);
    pen.aside('Layout', () => pen.rule(pen.doc.y, SIGNATURE.width));
    pen.skip(3);
    for (const line of said) this.note(line);
    pen.skip(6);
  }

  /** What stands under all. */
  end(text: string): void {
    this.#pen.skip(GAP);
    this.note(this.#pen.hasUnknown ? `${text} ${this.#about.unknown}` : text);
  }

  /** The file, with all its pages counted. */
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.#pen.root.end();
    const { start, count } = this.#pen.doc.bufferedPageRange();
    for (let index = start; index < start + count; index++) {
      this.#pen.doc.switchToPage(index);
      this.#pen.aside('Pagination', () => this.#foot(index + 1, count));
    }
    return this.#pen.bytes();
  }

  #lineHeight(cells: readonly Cell[], columns: readonly Column[]): number {
    const heights = cells.map((cell, at) => this.#cellHeight(cell, columns[at]?.width ?? 0));
    return Math.max(...heights, 0) + 2 * GRID.pad;
  }

  #cellHeight({ strokes, text, note }: Cell, width: number): number {
    const drawn = pathOf(strokes) ? (Math.min(GRID.drawn, width) * HEIGHT) / WIDTH : 0;
    const said = [text && this.#pen.height(text, width, NAMED), note && this.#pen.height(note, width, FOOT)];
    return said.reduce<number>((sum, one) => sum + (one || 0), drawn);
  }

  /** A line of a table, each cell an element, over a thin rule. */
  #line(table: Element, cells: readonly Cell[], columns: readonly Column[], isHead: boolean): void {
    const pen = this.#pen;
    const top = pen.doc.y;
    const height = this.#lineHeight(cells, columns);
    const row = pen.inside(table, 'TR');
    for (const [at, cell] of cells.entries()) {
      const column = columns[at];
      if (!column) continue;
      const scope = isHead ? 'Column' : 'Row';
      const element = pen.inside(row, isHead || at === 0 ? 'TH' : 'TD', isHead || at === 0 ? { scope } : {});
      const drawn = pathOf(cell.strokes);
      const spot = { x: column.x, y: top + GRID.pad, width: Math.min(GRID.drawn, column.width) };
      if (drawn) this.#draw(element, drawn, cell.alt, spot);
      pen.doc.y = drawn ? pen.doc.y : top + GRID.pad;
      pen.in(element, 'P', () => this.#writeCell(cell, column, isHead || at === 0));
    }
    row.end();
    pen.aside('Layout', () => pen.rule(top + height, pen.width));
    pen.doc.y = top + height;
  }

  /** The same words on another page, where they are heard no more. */
  #writeLine(cells: readonly Cell[], columns: readonly Column[], isStrong: boolean): void {
    const top = this.#pen.doc.y;
    for (const [at, cell] of cells.entries()) {
      const column = columns[at];
      this.#pen.doc.y = top + GRID.pad;
      if (column) this.#writeCell(cell, column, isStrong);
    }
    const height = this.#lineHeight(cells, columns);
    this.#pen.rule(top + height, this.#pen.width);
    this.#pen.doc.y = top + height;
  }

  #writeCell({ text, note }: Cell, { x, width }: Column, isStrong: boolean): void {
    const pen = this.#pen;
    if (text) pen.write(text, isStrong ? NAMED : { size: NAMED.size }, { x, y: pen.doc.y, width });
    if (note) pen.write(note, FOOT, { x, y: pen.doc.y, width });
  }

  /** A drawn signature, in an element of its own. */
  #draw(parent: Element, path: string, alt: string, { x, y, width }: Spot): void {
    const { doc } = this.#pen;
    const height = (width * HEIGHT) / WIDTH;
    const draw = (): void => {
      doc
        .save()
        .translate(x, y)
        .scale(width / WIDTH);
      doc.path(path).lineWidth(8).lineCap('round').lineJoin('round').stroke(INK.text).restore();
    };
    this.#pen.in(parent, 'Figure', draw, { alt, bbox: [x, y, x + width, y + height] });
    doc.y = y + height;
  }

  #foot(number: number, count: number): void {
    const { organisation, title, mark, page } = this.#about;
    const pen = this.#pen;
    // Below what pages are filled to: a page of its own would begin otherwise.
    pen.doc.page.margins.bottom = 0;
    const y = pen.doc.page.height - 40;
    const width = pen.width - 80;
    pen.rule(y - 6, pen.width);
    const said = [mark, title, organisation].filter(Boolean).join(' · ');
    pen.write(said, FOOT, { x: LEFT, y, width, height: 20, ellipsis: true });
    pen.write(page(number, count), FOOT, { x: LEFT + width, y, width: 80, align: 'right' });
  }
}
