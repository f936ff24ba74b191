/** A report as a PDF. */
import type { Fonts } from '../../lib/pdf_pen.ts';
import { PdfSheet } from '../../lib/pdf_sheet.ts';
import type { Report } from './report.ts';

export function drawReport(
  { about, alerts, parts, nothing, end }: Report,
  fonts: Fonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = new PdfSheet(about, fonts);
  for (const alert of alerts) sheet.alert(alert);
  for (const { title, note, facts, prose, list, hands = [] } of parts) {
    sheet.heading(title);
    if (note) sheet.note(note);
    if (facts) sheet.facts(facts);
    if (prose !== undefined) sheet.prose(prose ?? nothing, prose === null ? { ink: 'soft' } : {});
    if (list) sheet.list(list);
    for (const { name, ...hand } of hands) sheet.signature(name, hand);
  }
  sheet.end(end);
  return sheet.bytes();
}
