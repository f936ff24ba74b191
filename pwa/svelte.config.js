/** Runes everywhere: one reactivity model in the whole app. */
export default { compilerOptions: { runes: true, cssHash: classOf } };

/** The file that each class stands for. */
const files = new Map();

/**
 * The class that keeps a component's styles to itself: short, for it stands beside each rule and each element.
 *
 * @type {import('svelte/compiler').CssHashGetter}
 */
function classOf({ hash, filename }) {
  const name = `s${hash(filename).slice(-4)}`;
  const other = files.get(name) ?? filename;
  if (other !== filename)
    throw new Error(`${other} and ${filename} would share the class ${name}: make it longer`);
  files.set(name, filename);
  return name;
}
