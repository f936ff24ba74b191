/** Runes everywhere: one reactivity model in the whole app. */
export default { compilerOptions: { runes: true } };
