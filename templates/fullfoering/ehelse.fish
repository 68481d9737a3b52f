# Fullfoering av ehelse i fish.
function __ehelse_fullfoering
    set -l answer (_EHELSE_COMPLETE=fish _EHELSE_LINE=(commandline -cp | string collect) ehelse 2>/dev/null)
    switch "$answer[1]"
        case filer
            __fish_complete_path (commandline -ct)
        case mapper
            __fish_complete_directories (commandline -ct)
        case forslag
            set -q answer[2]; and printf '%s\n' $answer[2..-1]
    end
end
complete --command ehelse --no-files --keep-order --arguments '(__ehelse_fullfoering)'
