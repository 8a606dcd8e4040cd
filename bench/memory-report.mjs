// Loaded before a measured program: prints its greatest resident memory in bytes when it ends.
process.on('exit', () => {
  process.stderr.write(`bench-memory ${process.resourceUsage().maxRSS * 1024}\n`);
});
