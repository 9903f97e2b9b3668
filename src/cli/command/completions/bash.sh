_xwalk() {
    # Bash takes words apart at colons and equals signs: what stands together in the line is put together again.
    local rest=${COMP_LINE:0:COMP_POINT} words=() word typed head candidate at
    for word in "${COMP_WORDS[@]:0:COMP_CWORD}"; do
        if [[ ${#words[@]} -gt 0 && $rest == "$word"* ]]; then
            words[${#words[@]}-1]+=$word
        else
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=("$word")
        fi
        rest=${rest#"$word"}
    done
    if [[ $rest == [[:space:]]* ]]; then
        words+=("${rest#"${rest%%[![:space:]]*}"}")
    else
        words[${#words[@]}-1]+=$rest
    fi
    # What stands in quotes or behind a backslash is meant without them.
    for ((at = 0; at < ${#words[@]} - 1; at++)); do
        words[at]=${words[at]//[\"\'\\]/}
    done
    typed=${words[${#words[@]}-1]}
    # Bash puts a candidate in the place of the last part alone, and itself sees to what stands in quotes.
    words[${#words[@]}-1]=${typed#[\"\']}
    head=${typed#[\"\']}
    head=${head%"$2"}
    COMPREPLY=()
    while IFS= read -r candidate; do
        # Where there is no candidate, one line without anything comes.
        [[ -n $candidate ]] || continue
        candidate=${candidate#"$head"}
        [[ $typed == [\"\']* ]] || printf -v candidate %q "$candidate"
        COMPREPLY+=("$candidate")
    done < <(XWALK_COMPLETE=bash _CLAP_COMPLETE_INDEX=$((${#words[@]} - 1)) "$1" -- "${words[@]}" 2>/dev/null && echo)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o bashdefault -o default -o nosort -F _xwalk xwalk 2>/dev/null ||
    complete -o bashdefault -o default -F _xwalk xwalk
