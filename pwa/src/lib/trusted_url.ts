/**
 * The one place where a script address is vouched for.
 *
 * The relay serves `require-trusted-types-for 'script'`: a worker's address must pass a named policy.
 * Ours lets through paths of this origin only.
 */
interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

/** The policy's name, as the `trusted-types` directive lists it. */
const POLICY = 'besace';

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL(url) {
    if (new URL(url, location.origin).origin !== location.origin) throw new TypeError('foreign script');
    return url;
  },
});

/** Vouches for the address of one of our own scripts. The browser takes the result where a string goes. */
export function trustedScriptUrl(url: string): string {
  return policy ? (policy.createScriptURL(url) as string) : url;
}
