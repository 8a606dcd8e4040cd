// What every extension costs, however little it does.
exports.activate = () => {};
