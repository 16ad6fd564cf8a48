"""Owns the completions for shells, written from the command line's own parsers.

Run as `completion.py SHELL`, prints that for bash, zsh or fish.

Names of devices are other people's words: no shell may read them as anything but one word.
"""

import re
import sys
from collections.abc import Iterable

import words
from words import Argument, Command, Kind

TRUST = "desktopxfer trust list 2>/dev/null"  # needs no network, so that nobody waits
LISTS = {
    Kind.DEVICE: f"{TRUST} | sed 's/  .*//'",
    Kind.TRANSFER: "desktopxfer resume 2>/dev/null | cut -d ' ' -f 1",
    Kind.PAST: "desktopxfer history 2>/dev/null | cut -d ' ' -f 1",
}

# bash -------------------------------------------------------------------------------------------

BASH = """# bash completion for desktopxfer

# Of the lines that it reads those that go on with the word, quoted for the shell.
_desktopxfer_among() {{
  local line quoted
  while IFS= read -r line; do
    printf -v quoted %q "$line"
    [[ $quoted == "$current"* ]] && COMPREPLY+=("$quoted")
  done
}}

_desktopxfer() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
  local command= asked i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      --profile)
        [[ ${{COMP_WORDS[i + 1]}} == = ]] && ((i++))
        ((i++))
        ;;
      -*) ;;
      *)
        command=${{COMP_WORDS[i]}}
        break
        ;;
    esac
  done
  # What stands behind --option= is a word of its own here, like the = itself.
  [[ $current == = ]] && current=
  [[ $before == = ]] && before=${{COMP_WORDS[COMP_CWORD - 2]}}
  case $command:$before in
{values}
    *) asked= ;;
  esac
  if [[ -z $asked ]]; then
    case $command in
{commands}
      *) asked=file ;;
    esac
  fi
  case $asked in
    file) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
    folder) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    commands)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -W '{names}' -- "$current"; compgen -f -- "$current")
      ;;
{lists}
    words:*) mapfile -t COMPREPLY < <(compgen -W "${{asked#words:}}" -- "$current") ;;
  esac
}}
complete -F _desktopxfer desktopxfer
"""


def bash() -> str:
    window, *commands = words.commands()
    program = words.options_of_the_program()
    return BASH.format(
        names=" ".join(each.name for each in commands),
        values="\n".join(_bash_values("", program) + [
            line for each in commands for line in _bash_values(each.name, each.options)
        ]),
        commands="\n".join(
            [
                *_bash_words(window, program, "commands"),
                *(line for each in commands for line in _bash_words(each, each.options, "")),
            ]
        ),
        lists="\n".join(
            f"    {kind.value}) _desktopxfer_among < <({command}) ;;"
            for kind, command in LISTS.items()
        ),
    )  # fmt: skip


def _bash_values(command: str, options: Iterable[Argument]) -> list[str]:
    return [
        f"    {command}:{each.option}) asked={_bash_asked(each)} ;;"
        for each in options
        if each.takes_value
    ]


def _bash_asked(argument: Argument) -> str:
    return f"'words:{' '.join(argument.choices)}'" if argument.choices else argument.kind.value


def _bash_words(command: Command, options: Iterable[Argument], otherwise: str) -> list[str]:
    """An option where a word begins with a hyphen, else what the command's own words are."""
    names = " ".join([*(each.option for each in options), "--help"])
    lines = [f"      '{command.name}')", "        case $current in"]
    lines.append(f"          -*) asked='words:{names}' ;;")
    first = command.words[0] if command.words else None
    if first and len(command.words) > 1:
        lines.append(
            f"          *) [[ $before == {command.name} ]] && asked={_bash_asked(first)} ||"
        )
        lines.append(f"            asked={_bash_asked(command.words[1])} ;;")
    else:
        asked = otherwise or (_bash_asked(first) if first else Kind.NOTHING.value)
        lines.append(f"          *) asked={asked} ;;")
    return [*lines, "        esac", "        ;;"]


# zsh --------------------------------------------------------------------------------------------

ZSH = """#compdef desktopxfer

{lists}

_desktopxfer() {{
  local curcontext=$curcontext context state state_descr line ret=1
  local -a commands
  typeset -A opt_args
  commands=(
{commands}
  )
  _arguments -C \\
{program}
    '1: :->first' '*:: :->rest' && ret=0
  case $state in
    first)
      _describe -t commands command commands && ret=0
      _files && ret=0
      ;;
    rest)
      curcontext=${{curcontext%:*:*}}:desktopxfer-$words[1]:
      case $words[1] in
{arguments}
        *) _files && ret=0 ;;
      esac
      ;;
  esac
  return ret
}}

_desktopxfer "$@"
"""
ZSH_LIST = """_desktopxfer_{kind}() {{
  local -a found
  found=("${{(@f)$({command})}}")
  compadd -- ${{found:#}}
}}"""
ZSH_ACTIONS = {Kind.NOTHING: " ", Kind.FILE: "_files", Kind.FOLDER: "_files -/"}


def zsh() -> str:
    _, *commands = words.commands()
    lists = (ZSH_LIST.format(kind=kind.value, command=each) for kind, each in LISTS.items())
    return ZSH.format(
        lists="\n\n".join(lists),
        commands="\n".join(f"    {_quoted(f'{each.name}:{each.help}')}" for each in commands),
        program="\n".join(
            f"    {_zsh_argument(each)} \\" for each in words.options_of_the_program()
        ),
        arguments="\n".join(
            f"        {each.name})\n          _arguments "
            + " ".join(map(_zsh_argument, (*each.options, *each.words)))
            + " && ret=0\n          ;;"
            for each in commands
        ),
    )


def _zsh_argument(argument: Argument) -> str:
    action = ZSH_ACTIONS.get(argument.kind, f"_desktopxfer_{argument.kind.value}")
    if argument.choices:
        action = f"({' '.join(argument.choices)})"
    value = f":{argument.value.replace(':', chr(92) + ':')}:{action}"
    if not argument.option:
        return _quoted(f"*{value}" if argument.is_repeated else f":{value}")
    text = re.sub(r"([\[\]\\])", r"\\\1", argument.help)
    if not argument.takes_value:
        return _quoted(f"{argument.option}[{text}]")
    return _quoted(f"{argument.option}=[{text}]{value}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


# fish -------------------------------------------------------------------------------------------

FISH = """# fish completion for desktopxfer

function __desktopxfer_command
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case --profile
                set -e words[1]
            case '-*'
            case '*'
                echo $words[1]
                return
        end
        set -e words[1]
    end
end

function __desktopxfer_is
    set -l command (__desktopxfer_command)
    test "$command" = "$argv[1]"
end

{lines}
"""


def fish() -> str:
    _, *commands = words.commands()
    lines = [_fish("", each) for each in words.options_of_the_program()]
    lines += [
        f"complete -c desktopxfer -n '__desktopxfer_is \"\"' -a {each.name} "
        f"-d {_fish_quoted(each.help)}"
        for each in commands
    ]
    for command in commands:
        lines += [_fish(command.name, each) for each in (*command.options, *command.words)]
        if not any(each.kind is Kind.FILE for each in command.words):
            lines.append(f"complete -c desktopxfer -n '__desktopxfer_is {command.name}' -f")
    return FISH.format(lines="\n".join(filter(None, lines)))


def _fish(command: str, argument: Argument) -> str:
    """Nothing for a word that is a file: that is what fish proposes by itself."""
    line = f"complete -c desktopxfer -n '__desktopxfer_is {command or chr(34) * 2}'"
    if argument.choices:
        values = f" -a {_fish_quoted(' '.join(argument.choices))}"
    elif argument.kind in LISTS:
        values = f" -a {_fish_quoted(f'({LISTS[argument.kind]})')}"
    elif argument.kind is Kind.FOLDER:
        values = " -a '(__fish_complete_directories)'"
    else:
        values = ""
    if not argument.option:
        return f"{line}{values}" if values else ""
    requires = " -x" if argument.takes_value else ""
    name = argument.option.removeprefix("--")
    return f"{line} -l {name}{requires}{values} -d {_fish_quoted(argument.help)}"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS = {"bash": bash, "fish": fish, "zsh": zsh}

if __name__ == "__main__":
    print(SHELLS[sys.argv[1]](), end="")
