import { shell } from '../../../src/analysis/languages/shell.js';
import { describeAnyText } from '../../helpers/any-text.js';
import { textOf } from '../../helpers/repository.js';

const SEED = `${textOf('test/fixtures/shellscript/http/curl.sh')}
f() { local a="$1" b=\${2:-x}; shift; "$@" || return $?; }
function g { if f; then :; elif ! h | grep -qv x; then false; else exit 1; fi }
for x in a "$b" $(seq 1 3); do case "$x" in a|b) break ;; *.txt) continue ;& (c) ;; esac; done
for ((i = 0; i < 3; i++)); do echo $((i + 1)); done
while read -r line other; do echo "\${line%%:*} \${#line} \${other:0:-3}"; done < <(ls)
until [[ $n -gt 3 && ! ( $a =~ ^(x|y)$ || $b == *z* ) ]]; do ((n++)); sleep 1; done
cat <<EOF | tee out.txt
text $name \`date\` $(echo "$(id -u)")
EOF
cat <<-'END' > out
	no $name
	END
arr+=(a "b c" $'d\\n'); arr[1]=x; echo "\${arr[@]}" "\${!name}" 2>&1 >/dev/null &
trap 'rm -f "$tmp"' EXIT; (cd x && { y; z; }) &> log; x=1 y=2 env z
az rest --method post --uri "https://graph.microsoft.com/v1.0/groups" --body '{"a": {"b": [1, "c", true]}}' --headers A=b C=d
`;

describeAnyText(shell, SEED, [
  '{',
  '}',
  '(',
  ')',
  '"',
  "'",
  '`',
  '$(',
  '${',
  '$((',
  '|',
  '||',
  '&&',
  ';',
  ';;',
  '[[ ',
  ' ]]',
  '[ ',
  '<<EOF\n',
  '\nEOF\n',
  '<(',
  '#',
  '\\',
  '\n',
  '\r\n',
  ' if ',
  ' fi\n',
  ' do ',
  ' done\n',
  ' case x in ',
  ' esac\n',
  '$@',
  '"$@"',
  'curl -d ',
  '=(',
  '\u{1F600}',
  '2>&1',
  ' then ',
  '! ',
  'f() ',
]);

describe('Shell script nested deeper than any stack', () => {
  it('is read without an error', () => {
    for (const text of [
      `x=${'$('.repeat(5000)}a${')'.repeat(5000)}`,
      `${'if a; then '.repeat(3000)}${'fi; '.repeat(3000)}`,
      `${'"$('.repeat(3000)}${')"'.repeat(3000)}`,
      `${'{ '.repeat(4000)}`,
      `${'f() { '.repeat(2000)}`,
      `a${' | b'.repeat(5000)}`,
      `a${' && b'.repeat(5000)}`,
      `a${' && b || c'.repeat(200)}`,
      `[[ ${'( '.repeat(3000)}a`,
      `[[ ${'! '.repeat(3000)}a ]]`,
      `(( ${'('.repeat(900)}1`,
      `x=\${${'a:-${'.repeat(3000)}`,
      `case x in ${'a) case y in '.repeat(2000)}`,
      'constructor toString; x=$(constructor a); if constructor; then valueOf; fi; (( constructor > 1 )); az --hasOwnProperty',
      `if a; then b;${' elif c; then d;'.repeat(3000)} fi`,
      `curl -d '${'{"a":'.repeat(3000)}1' https://x`,
    ])
      shell.read(text, { grammars: undefined as never, limitMs: 1000 });
  });
});
