/** What makes sheets of attendance as files, with the fonts that go into them: a part that is loaded on demand. */
import { fonts } from '../../lib/pdf_fonts.ts';
import { drawAttendance } from './draw_paper.ts';
import type { AttendancePaper } from './paper.ts';

export async function attendancePdf(paper: AttendancePaper): Promise<Uint8Array<ArrayBuffer>> {
  return drawAttendance(paper, await fonts());
}
