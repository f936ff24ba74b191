/** A sheet of attendance as a PDF. */
import type { Fonts } from '../../lib/pdf_pen.ts';
import { PdfSheet } from '../../lib/pdf_sheet.ts';
import type { AttendancePaper } from './paper.ts';

export function drawAttendance(
  { about, alerts, facts, chapters, end }: AttendancePaper,
  fonts: Fonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new PdfSheet(about, fonts);
  for (const alert of alerts) sheet.alert(alert);
  sheet.facts(facts);
  for (const { title, grid } of chapters) {
    sheet.heading(title);
    sheet.grid(grid);
  }
  sheet.end(end);
  return sheet.bytes();
}
