/** What makes files of paper, with the fonts that go into them: a part that is loaded on demand. */
import { fonts } from '../../lib/pdf_fonts.ts';
import { drawReport } from './draw_report.ts';
import type { Report } from './report.ts';

export async function reportPdf(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  return drawReport(report, await fonts());
}
