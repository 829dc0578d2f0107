# Writes CLIXML files of move reports with the generator that the C# tests use (tests/MrsDiag.Fixtures).
function New-SampleReport {
    param(
        [string] $Path,
        # What happened to the mailboxes, one each, in turn.
        [string[]] $Scenario,
        # Bytes; more mailboxes of the same kinds until the file is about so large.
        [long] $Size = 0
    )

    if (-not ('MrsDiag.Fixtures.MoveReports.MoveReportFixture' -as [type])) {
        $project = "$PSScriptRoot/../MrsDiag.Fixtures"
        $find = { Get-ChildItem -Path "$project/bin/*/netstandard2.0/MrsDiag.Fixtures.dll" -ErrorAction Ignore | Sort-Object LastWriteTime | Select-Object -Last 1 }
        if (-not (& $find)) {
            $log = dotnet build $project -c Release --nologo 2>&1
            if ($LASTEXITCODE -ne 0) { throw "dotnet build $project failed:`n$($log -join "`n")" }
        }
        Add-Type -Path (& $find).FullName
    }
    $options = [MrsDiag.Fixtures.MoveReports.MoveReportFixtureOptions]::new()
    # Init-only properties: the language here knows no initializer for them.
    $set = { param($Name, $Value) $options.GetType().GetProperty($Name).SetValue($options, $Value) }
    & $set Scenarios ([MrsDiag.Fixtures.MoveReports.MoveScenario[]] $Scenario)
    & $set Mailboxes $Scenario.Count
    $stream = [System.IO.File]::Create($Path)
    try {
        if ($Size -gt 0) { $null = [MrsDiag.Fixtures.MoveReports.MoveReportFixture]::WriteUpTo($stream, $Size, $options) }
        else { [MrsDiag.Fixtures.MoveReports.MoveReportFixture]::Write($stream, $options) }
    }
    finally { $stream.Dispose() }
    $Path
}
