# Runs a script in a new process of this same PowerShell: what one test loads must not be there for the next.
function Invoke-FreshSession {
    param(
        # Ends with one object; gets $Manifest, $Pack, $Older and $Newer, and the function Get-Loaded.
        [scriptblock] $Script,
        [hashtable] $Variables
    )

    $file = Join-Path ([System.IO.Path]::GetTempPath()) "mrsdiag-$([guid]::NewGuid()).ps1"
    $preamble = @('$ErrorActionPreference = ''Stop''')
    $preamble += foreach ($name in $Variables.Keys) { "`$$name = '$($Variables[$name] -replace "'", "''")'" }
    $preamble += 'function Get-Loaded([string] $Name) {'
    $preamble += '    @([System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName() } |'
    $preamble += '        Where-Object { $_.Name -eq $Name } | ForEach-Object { $_.Version.Major } | Sort-Object)'
    $preamble += '}'
    $text = ($preamble -join "`n") + "`n& {`n$Script`n} | ConvertTo-Json -Depth 4"
    [System.IO.File]::WriteAllText($file, $text, [System.Text.UTF8Encoding]::new($true))
    try {
        $output = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $file 2>&1
        if ($LASTEXITCODE -ne 0) { throw "The session ended with exit code ${LASTEXITCODE}:`n$($output -join "`n")" }
        ($output -join "`n") | ConvertFrom-Json
    }
    finally {
        Remove-Item -LiteralPath $file
    }
}

# The YamlDotNet copies that other modules are played by; built where the solution has not built them.
function Get-YamlCopy([string] $Name) {
    $project = "$PSScriptRoot/../isolation/YamlDotNet.$Name"
    $find = { Get-ChildItem -Path "$project/bin/*/netstandard2.0/YamlDotNet.dll" -ErrorAction Ignore | Select-Object -First 1 }
    if (-not (& $find)) {
        $log = dotnet build $project -c Release --nologo 2>&1
        if ($LASTEXITCODE -ne 0) { throw "dotnet build $project failed:`n$($log -join "`n")" }
    }
    (& $find).FullName
}
