#Requires -Version 5.1
<#
.SYNOPSIS
    Runs the user journeys against a built module, in this PowerShell.
.DESCRIPTION
    The exit code is the number of failed tests, or 1 when none could run. Needs Pester 5; some journeys start further processes of
    this same PowerShell, and build two small test assemblies with the .NET SDK where they are not built yet.
.EXAMPLE
    ./build.ps1; ./tests/pester/Invoke-PesterSuite.ps1
#>
[CmdletBinding()]
param(
    # The module to test: its manifest in the repository, or in a packed folder.
    [string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1",

    # Which files to run.
    [string] $Filter = '*.Tests.ps1'
)

$ErrorActionPreference = 'Stop'
$Manifest = (Resolve-Path -LiteralPath $Manifest).ProviderPath
$module = Join-Path (Split-Path -Parent $Manifest) 'bin/MrsDiag.dll'
if (-not (Test-Path -LiteralPath $module)) { throw "'$module' is missing. Build first: dotnet build, or ./build.ps1." }

Import-Module Pester -MinimumVersion 5.0
$containers = @(Get-ChildItem -LiteralPath $PSScriptRoot -Filter $Filter | ForEach-Object {
    New-PesterContainer -Path $_.FullName -Data @{ Manifest = $Manifest }
})
if ($containers.Count -eq 0) { throw "No test file fits '$Filter'." }

$configuration = New-PesterConfiguration
$configuration.Run.Container = $containers
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$result = Invoke-Pester -Configuration $configuration
if ($result.TotalCount -eq 0 -or $result.FailedContainersCount -gt 0) { exit 1 }
exit $result.FailedCount
