import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import type { completionOptions } from "./completion.js";

// Each script passes the words to `partner-center __complete`, which prints a candidate a line, or `:files`.

// For bash 3.2 of macOS too. The line is split again, because bash splits words at `=`. Candidates bring their own
// space, so that the name of a folder has none.
const BASH = `# partner-center completion bash >> ~/.bashrc
_partner_center() {
  local line="\${COMP_LINE:0:COMP_POINT}" word about current
  local words=()
  read -r -a words <<< "$line"
  case "$line" in *[[:space:]]) words+=("") ;; esac
  current="\${words[\${#words[@]} - 1]}"
  COMPREPLY=()
  while IFS=$'\\t' read -r word about; do
    if [ "$word" = ":files" ]; then
      while IFS= read -r word; do
        if [ -d "$word" ]; then COMPREPLY+=("$word/"); else COMPREPLY+=("$word "); fi
      done < <(compgen -f -- "$current")
    else
      case "$COMP_WORDBREAKS" in *=*) case "$word" in --*=*) word="\${word#*=}" ;; esac ;; esac
      COMPREPLY+=("$word ")
    fi
  done < <("\${words[0]}" __complete "\${words[@]:1}" 2>/dev/null)
}
complete -o nospace -F _partner_center partner-center
`;

const ZSH = `#compdef partner-center
# partner-center completion zsh > "\${fpath[1]}/_partner-center"
_partner_center() {
  local -a candidates
  local line word about
  for line in "\${(@f)$("\${words[1]}" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then
      _files
      return
    fi
    word="\${line%%$'\\t'*}"
    about="\${line#*$'\\t'}"
    [[ -n $word ]] && candidates+=("\${word//:/\\\\:}:$about")
  done
  _describe partner-center candidates
}
compdef _partner_center partner-center
`;

const FISH = `# partner-center completion fish > ~/.config/fish/completions/partner-center.fish
function __partner_center
    set -l current (commandline -ct)
    set -l words (commandline -opc) $current
    set -l candidates ($words[1] __complete $words[2..-1] 2>/dev/null)
    if test "$candidates[1]" = :files
        __fish_complete_path $current
    else
        printf '%s\\n' $candidates
    end
end
complete -c partner-center -f -a '(__partner_center)'
`;

const PWSH = `# partner-center completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName partner-center -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | Select-Object -Skip 1 | ForEach-Object { "$_" })
  $current = if ($wordToComplete -eq '') { '""' } else { $wordToComplete }
  & $commandAst.CommandElements[0].Value __complete @words $current 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
    $word, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $word }
    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
  }
}
`;

const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH, pwsh: PWSH };

/** Prints the script that completes this command in a shell. */
export async function printScript(
  { shell: name }: Options<typeof completionOptions>,
  { print }: Shell,
): Promise<void> {
  await print(SCRIPTS[name]);
}
