/** Everybody, as directors see them: asked of the relay, kept for as long as the app is open. */
import type { Decision, JoinFailure, Online, Person } from '../client/messages.ts';
import { client } from './app.svelte.ts';
import { language } from './language.svelte.ts';
import { toasts } from './toasts.svelte.ts';

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

  /** Tells the relay; what went wrong is said, and nothing that was typed is touched. Answers the member. */
  async decide(decision: Decision): Promise<string | null> {
    const answer = await online(client.decide(decision));
    if (answer.ok) {
      await this.read();
      return answer.value.member;
    }
    // Directors may do all but leave the cooperative without one of them.
    complain(answer.code, answer.code === 'forbidden' ? language.t.people.lastDirector : undefined);
    return null;
  }
}

export const people = new People();

/** A question to the relay. Never rejects: a worker that failed is a silence too. */
export function online<T>(question: Promise<Online<T>>): Promise<Online<T>> {
  return question.catch((): Online<T> => ({ ok: false, code: 'unreachable' }));
}

/** Says why the relay did not do what was asked. */
export function complain(code: JoinFailure, words?: string): void {
  const { errors, people } = language.t;
  const text = code === 'unreachable' ? people.unreachable : (words ?? errors[code]);
  toasts.show({ text, tone: 'bad' });
}
