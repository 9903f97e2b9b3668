#compdef xwalk
_xwalk() {
    local candidate
    local -a whole begun line
    # What stands in quotes or behind a backslash is meant without them; what is being typed stays as it is.
    line=("${(@Q)words}")
    line[CURRENT]=${words[CURRENT]}
    for candidate in "${(@f)$(
        XWALK_COMPLETE=zsh _CLAP_IFS=$'\n' _CLAP_COMPLETE_INDEX=$((CURRENT - 1)) "$words[1]" -- "${line[@]}" 2>/dev/null
    )}"; do
        # What it is stands behind the first colon that no backslash makes part of the candidate.
        if [[ ${${candidate//\\:/}%%:*} == */ ]]; then
            begun+=("$candidate")
        elif [[ -n $candidate ]]; then
            whole+=("$candidate")
        fi
    done
    [[ -n $begun ]] && _describe -V 'begun' begun -S ''
    [[ -n $whole ]] && _describe -V 'whole' whole
}
# As a file of $fpath this is the function itself, called for the first time; as a line of .zshrc it only says who completes.
if [[ $funcstack[1] == _xwalk ]]; then
    _xwalk "$@"
else
    compdef _xwalk xwalk
fi
