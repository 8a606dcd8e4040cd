import { equal } from 'node:assert/strict';
import { shell } from '../../../src/analysis/languages/shell.js';
import { printModel } from '../../helpers/print-model.js';

const print = (text: string): string =>
  printModel(shell.read(text, { grammars: undefined as never, limitMs: 1000 }).model)
    .split('\n')
    // What declares names at the beginning says nothing here.
    .filter((line) => line !== '' && !/^\(let [^ ]+(?: \d+\))?\)$/.test(line))
    .join('\n');

/** A script, and the statements it is. */
const rows: Record<string, [string, string]> = {
  'options by their long names': [
    `curl -sSX POST -H 'A: b' --data="$x" "$u/y"`,
    '(do (call curl silent:true show-error:true request:"POST" data:x url:(text u "/y") header:{A:"b"}))',
  ],
  'a request without a verb and a body as one to read': ['curl "$u"', '(do (call curl url:u request:"GET"))'],
  'the words of a command as its name': ['az ad sp create --id "$x"', '(do (call az ad sp create id:x))'],
  'what a program writes under a name': ['x=$(curl -d 1 u)', '(set x (call curl data:"1" url:"u").out)'],
  'messages that are merged into the output': ['x=$(curl -d 1 u 2>&1)', '(set x (call curl data:"1" url:"u").both)'],
  'members that are taken out of JSON': ['y=$(echo "$x" | jq -r ".a.b // empty")', '(set y x.a.b)'],
  'JSON with values put into it': [`x="{\\"a\\": \\"$b\\", \\"c\\": {\\"d\\": true}}"`, '(set x {a:b c:{d:true}})'],
  'tests of numbers and of texts': [
    '[ "$x" -ge 400 ] && [[ $x != 409 && $y == *"z z"* ]] || exit 1',
    '(if (ge x 400) [(if (and (not (eq x 409)) (matches y "z z")) [] [(return)])] [(return)])',
  ],
  'patterns of statuses as ranges': [
    'case $x in 2??) a ;; 409|412) b ;; *) c ;; esac',
    '(if (and (ge x 200) (lt x 300)) [(do (call a))] [(if (or (eq x 409) (eq x 412)) [(do (call b))] [(if true [(do (call c))])])])',
  ],
  'sums as tests': ['(( x == 409 || x > 499 )) && a', '(if (or (eq x 409) (gt x 499)) [(do (call a))])'],
  'functions with numbered parameters': [
    'f() { local a="$1"; g "$2"; }',
    '(function export f (1 2) [(let a) (set a 1) (do (call g 2)) (return true)])',
  ],
  'a command that is given to a function': [
    'f() { "$@"; }; f curl -d 1 u',
    '(function export f (@) [(return (call @))])\n(do (call f (lambda () [(return (call curl data:"1" url:"u"))])))',
  ],
  'words that only stand before a command': ['sudo -n timeout 5 curl -d 1 u', '(do (call curl data:"1" url:"u"))'],
};

describe('Shell scripts are lowered', () => {
  for (const [what, [source, expected]] of Object.entries(rows)) it(what, () => equal(print(source), expected));
});
