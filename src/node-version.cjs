/** Says in a sentence what an old Node would say in a crash. Plain JavaScript, because it runs before anything else. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Linewright needs Node 22.18 or newer and this is ${process.versions.node}. ` +
      'In its repository start it through npm (npm start, npm run -s cli -- …): on Linux npm brings the right one along.',
  );
  process.exit(2);
}
