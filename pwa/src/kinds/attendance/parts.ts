/** The screens of who was at events: for those who hold them, and for each who was there. */
import { Part } from '../../lib/parts.svelte.ts';

export const attendanceScreen = new Part('team', () =>
  import('./team.ts').then(({ AttendanceScreen }) => AttendanceScreen),
);
/** What leads from an event to its sheet. */
export const sheetLink = new Part('team', () => import('./team.ts').then(({ SheetLink }) => SheetLink));
export const visitorForm = new Part('team', () => import('./team.ts').then(({ VisitorForm }) => VisitorForm));

/** What was marked of oneself at an event. */
export const attendedAt = new Part('shared', () =>
  import('./shared.ts').then(({ AttendedAt }) => AttendedAt),
);
export const attendedPage = new Part('shared', () =>
  import('./shared.ts').then(({ AttendedPage }) => AttendedPage),
);

/** What draws the file. */
export const attendancePdf = new Part('pdf', () =>
  import('./pdf.ts').then(({ attendancePdf }) => attendancePdf),
);
