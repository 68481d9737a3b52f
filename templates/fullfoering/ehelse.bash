# Fullfoering av ehelse i bash.
_ehelse() {
    local line kind='' lists=0
    [ "${COMP_TYPE:-9}" = 63 ] && lists=1
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
    done <<<"$(_EHELSE_COMPLETE=bash _EHELSE_LINE="${COMP_LINE:0:COMP_POINT}" _EHELSE_TAIL="$2" \
        _EHELSE_LISTS="$lists" "${1/#\~/$HOME}" 2>/dev/null)"
    case $kind in
        filer) compopt -o default -o filenames 2>/dev/null ;;
        mapper) compopt -o dirnames -o filenames 2>/dev/null ;;
    esac
}
if [[ ${BASH_VERSINFO[0]} -gt 4 || ( ${BASH_VERSINFO[0]} -eq 4 && ${BASH_VERSINFO[1]} -ge 4 ) ]]; then
    complete -o nosort -F _ehelse ehelse
else
    complete -o default -F _ehelse ehelse
fi
