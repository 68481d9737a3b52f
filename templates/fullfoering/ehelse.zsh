#compdef ehelse
# Fullfoering av ehelse i zsh.
_ehelse() {
    local -a answer words_there
    local line="${(j: :)words[1,CURRENT-1]} $IPREFIX$QIPREFIX$PREFIX"
    answer=("${(@f)$(_EHELSE_COMPLETE=zsh _EHELSE_LINE="$line" ${~words[1]} 2>/dev/null)}")
    case $answer[1] in
        filer) _files ;;
        mapper) _files -/ ;;
        forslag)
            words_there=("${(@)answer[2,-1]}")
            (( $#words_there )) && _describe -V ehelse words_there
            ;;
    esac
}
if [[ $funcstack[1] == _ehelse ]]; then
    _ehelse "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
    compdef _ehelse ehelse
fi
