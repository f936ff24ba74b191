/** Everybody, as directors see them: asked of the relay, kept for as long as the app is open. */
import type { Decision, JoinFailure, Person } from '../client/messages.ts';
import { language } from '../lib/i18n/language.svelte.ts';
import { TEAM } from '../lib/i18n/team.ts';
import { client } from './app.svelte.ts';
import { complain, online } from './asking.ts';

class People {
  /** Undefined until the relay has answered once. */
  all = $state.raw<Person[]>();
  /** Why the last question got no answer. */
  failure = $state<JoinFailure>();

  async read(): Promise<void> {
    const answer = await online(client.people());
    this.failure = answer.ok ? undefined : answer.code;
    if (answer.ok) this.all = answer.value;
  }

  find(member: string): Person | undefined {
    return this.all?.find((person) => person.member === member);
  }

  /** Tells the relay; why it refused is said, nothing was changed then and nothing that was typed is touched. Answers the member. */
  async decide(decision: Decision): Promise<string | null> {
    const answer = await online(client.decide(decision));
    if (answer.ok) {
      await this.read();
      return answer.value.member;
    }
    const refused: Partial<Record<JoinFailure, string>> = TEAM[language.current].people.refused;
    complain(answer.code, refused[answer.code]);
    return null;
  }
}

export const people = new People();
