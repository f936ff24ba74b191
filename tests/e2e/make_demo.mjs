/** Makes the demo cooperative that the test files copy, in the folder named on the command line. */
import { makeDemo } from './lib/relay.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('which folder?');
await makeDemo(folder);
