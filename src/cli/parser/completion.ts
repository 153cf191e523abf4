import type { Shell } from "../shell.js";
import type { Given } from "./command-line.js";
import { COMMANDS, OPTIONS, type OptionName } from "./commands.js";
import { wordValue } from "./option-values.js";

const PROGRAM = "partner-center";
const SHELLS = ["bash", "zsh", "fish", "pwsh"] as const;

type ShellName = (typeof SHELLS)[number];

/** What may follow when these words are there. */
interface Candidate {
  /** The words of the command so far, without the program. */
  readonly after: string;
  readonly word: string;
  readonly about: string;
}

/** Prints the script that makes a shell complete the commands, their options and the values that are known. */
export async function completion(
  _given: Given,
  { print }: Shell,
  [operand = ""]: readonly string[],
): Promise<void> {
  await print(SCRIPTS[wordValue(SHELLS)("<shell>", operand)]());
}

/** First words, second words, and words that a command takes. */
function words(): Candidate[] {
  const rows = Object.entries(COMMANDS).flatMap(([name, { words, operands = [] }]) => {
    const [first = "", second] = name.split(" ");
    const values = operands.flatMap(({ values = [] }) => values);
    return [
      second === undefined
        ? { after: "", word: first, about: words }
        : { after: first, word: second, about: words },
      ...values.map((word) => ({ after: name, word, about: "" })),
    ];
  });
  const groups = new Set(rows.flatMap(({ after, about }) => (after && about ? [after] : [])));
  return [
    ...rows,
    ...[...groups].map((word) => ({ after: "", word, about: `Commands that begin with ${word}.` })),
    { after: "", word: "help", about: "Show the help of a command." },
    ...Object.keys(COMMANDS)
      .filter((name) => !name.includes(" "))
      .map((word) => ({ after: "help", word, about: "" })),
  ];
}

function options(): Candidate[] {
  return Object.entries(COMMANDS).flatMap(([after, { options, otherWords = {} }]) =>
    [...options, "help" as const].map((name) => ({
      after,
      word: `--${name}`,
      about: otherWords[name] ?? OPTIONS[name].words,
    })),
  );
}

/** The options that take a value, with the values that are known. */
function valued(): ReadonlyArray<readonly [option: OptionName, values: readonly string[]]> {
  return optionNames().flatMap((name) => {
    const { value, values = [] } = OPTIONS[name];
    return value === undefined ? [] : [[name, values] as const];
  });
}

function optionNames(): OptionName[] {
  return Object.keys(OPTIONS).filter((name): name is OptionName => Object.hasOwn(OPTIONS, name));
}

/** The cases of a POSIX shell, by the words before. */
function cases(candidates: readonly Candidate[], of: (candidates: Candidate[]) => string): string {
  return [...new Set(candidates.map(({ after }) => after))]
    .map(
      (after) => `    ${quoted(after)}) ${of(candidates.filter((one) => one.after === after))} ;;`,
    )
    .join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const wordList = (candidates: readonly Candidate[]) =>
  `candidates=${quoted(candidates.map(({ word }) => word).join(" "))}`;

const described = (candidates: readonly Candidate[]) =>
  `candidates=(${candidates
    .map(({ word, about }) => quoted(`${word}:${about.replaceAll(":", "\\:")}`))
    .join(" ")})`;

const valueCases = (fill: (values: readonly string[]) => string) =>
  valued()
    .map(([name, values]) => `    --${name}) ${fill(values)} ;;`)
    .join("\n");

// Of a command of two words, those are what its options belong to; of any other, the first one is.
const BASH = () => `# partner-center completion bash >> ~/.bashrc
_partner_center() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local before="\${COMP_WORDS[*]:1:COMP_CWORD - 1}" pair="\${COMP_WORDS[*]:1:2}"
  local candidates=""
  case "$previous" in
${valueCases((values) => (values.length === 0 ? "COMPREPLY=(); compopt -o default; return" : `candidates=${quoted(values.join(" "))}`))}
  esac
  if [[ -z $candidates && $current == -* ]]; then
    case "$pair" in
${cases(
  options().filter(({ after }) => after.includes(" ")),
  wordList,
)}
    *) case "\${COMP_WORDS[1]}" in
${cases(
  options().filter(({ after }) => !after.includes(" ")),
  wordList,
)}
    *) candidates="--version --help" ;;
    esac ;;
    esac
  elif [[ -z $candidates ]]; then
    case "$before" in
${cases(words(), wordList)}
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$current")
}
complete -F _partner_center ${PROGRAM}
`;

const ZSH = () => `#compdef ${PROGRAM}
# partner-center completion zsh > "\${fpath[1]}/_partner-center"
_partner_center() {
  local -a candidates
  local before="\${(j: :)words[2,CURRENT-1]}" pair="\${words[2]} \${words[3]}"
  case "\${words[CURRENT-1]}" in
${valueCases((values) => (values.length === 0 ? "_files; return" : `candidates=(${values.map(quoted).join(" ")}); compadd -a candidates; return`))}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then
    case "$pair" in
${cases(
  options().filter(({ after }) => after.includes(" ")),
  described,
)}
    *) case "\${words[2]}" in
${cases(
  options().filter(({ after }) => !after.includes(" ")),
  described,
)}
    *) candidates=(--version --help) ;;
    esac ;;
    esac
  else
    case "$before" in
${cases(words(), described)}
    esac
  fi
  _describe ${PROGRAM} candidates
}
compdef _partner_center ${PROGRAM}
`;

const FISH = () => {
  const text = (words: string) => `'${words.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const when = (after: string) =>
    after === ""
      ? "__fish_use_subcommand"
      : after
          .split(" ")
          .map((word) => `__fish_seen_subcommand_from ${word}`)
          .join("; and ");
  const rows = words().map(
    ({ after, word, about }) =>
      `complete -c ${PROGRAM} -f -n ${text(when(after))} -a ${text(word)} -d ${text(about)}`,
  );
  const optionRows = options().map(({ after, word, about }) => {
    const name = word.slice("--".length);
    const [, values] = valued().find(([option]) => option === name) ?? [];
    const value =
      values === undefined
        ? ""
        : ` -r${values.length === 0 ? "" : ` -f -a ${text(values.join(" "))}`}`;
    return `complete -c ${PROGRAM} -n ${text(when(after))} -l ${name}${value} -d ${text(about)}`;
  });
  return `# partner-center completion fish > ~/.config/fish/completions/${PROGRAM}.fish\n${[...rows, ...optionRows].join("\n")}\n`;
};

const PWSH = () => {
  const text = (words: string) => `'${words.replaceAll("'", "''")}'`;
  const table = (candidates: readonly Candidate[]) =>
    [...new Set(candidates.map(({ after }) => after))]
      .map((after) => {
        const own = candidates.filter((one) => one.after === after);
        return `    ${text(after)} = @(${own.map(({ word, about }) => `@(${text(word)}, ${text(about || word)})`).join(", ")})`;
      })
      .join("\n");
  const values = valued()
    .filter(([, known]) => known.length > 0)
    .map(([name, known]) => `    '--${name}' = @(${known.map(text).join(", ")})`)
    .join("\n");
  return `# partner-center completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $values = @{
${values}
  }
  $words = @{
${table(words())}
  }
  $options = @{
${table(options())}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { "$_" })
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $candidates = if ($values.ContainsKey($last)) {
    $values[$last] | ForEach-Object { , @($_, $_) }
  } elseif ($wordToComplete -like '-*') {
    $pair = ($before | Select-Object -First 2) -join ' '
    if ($options.ContainsKey($pair)) { $options[$pair] } elseif ($before.Count -gt 0) { $options[$before[0]] }
  } else {
    $words[$before -join ' ']
  }
  $candidates | Where-Object { $_ -and $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
};

const SCRIPTS: Readonly<Record<ShellName, () => string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  pwsh: PWSH,
};
