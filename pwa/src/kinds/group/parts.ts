/** The screens and forms of groups: loaded on demand, by who looks at how the cooperative governs itself. */
import { Part } from '../../lib/parts.svelte.ts';

const from = <T>(of: (all: typeof import('./shared.ts')) => T): Part<T> =>
  new Part('shared', () => import('./shared.ts').then(of));

export const groupsScreen = from(({ GroupsScreen }) => GroupsScreen);
export const groupForm = from(({ GroupForm }) => GroupForm);
export const mandateForm = from(({ MandateForm }) => MandateForm);
export const minutesForm = from(({ MinutesForm }) => MinutesForm);
export const groupActionForm = from(({ GroupActionForm }) => GroupActionForm);
/** Who facilitates what has a name of its own: a group, an assembly. */
export const facilitatorsPart = from(({ FacilitatorsPart }) => FacilitatorsPart);
