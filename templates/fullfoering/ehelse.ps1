# Fullfoering av ehelse i PowerShell 5.1 og 7.
Register-ArgumentCompleter -Native -CommandName 'ehelse' -ScriptBlock {
    param($word, $ast, $cursor)
    $start = $ast.CommandElements[0].Extent.StartOffset
    $line = $ast.Extent.Text.Substring($start - $ast.Extent.StartOffset)
    $length = $cursor - $start
    if ($length -lt $line.Length) { $line = $line.Substring(0, $length) } else { $line = $line.PadRight($length) }
    try {
        $env:_EHELSE_COMPLETE = 'powershell'
        $env:_EHELSE_LINE = $line
        $answer = (& ehelse) -join "`n"
    } catch {
        return
    } finally {
        Remove-Item -Path 'Env:\_EHELSE_COMPLETE', 'Env:\_EHELSE_LINE' -ErrorAction SilentlyContinue
    }
    if (-not $answer.StartsWith('{')) { return }
    foreach ($one in ($answer | ConvertFrom-Json).forslag) {
        [System.Management.Automation.CompletionResult]::new($one.tekst, $one.vist, 'ParameterValue', $one.om)
    }
}
