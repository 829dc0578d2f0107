#Requires -Version 5.1
<#
.SYNOPSIS
    Builds, tests and packs MrsDiag. Runs in Windows PowerShell 5.1 and PowerShell 7.
.DESCRIPTION
    Each task prints the command it runs, so that nothing here is needed to do the same by hand.

    Build      dotnet build; stages bin/ so that Import-Module ./MrsDiag.psd1 works.
    Test       dotnet test, then the Pester journeys against the staged module.
    Pack       out/MrsDiag/<version>/ (a module folder), out/MrsDiag-<version>.zip and out/MrsDiag.<version>.nupkg.
    Update     writes anew what is generated and committed: the help in en-US and the schema of rule packs. Look at the difference.
    TestPacked The Pester journeys against the packed module folder.
.EXAMPLE
    ./build.ps1 -Task Build, Test
.EXAMPLE
    ./build.ps1 -Task Pack
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Update', 'TestPacked')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$root = $PSScriptRoot

function Invoke-Native {
    param([string] $Command, [string[]] $Arguments)
    Write-Host "> $Command $($Arguments -join ' ')"
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with exit code $LASTEXITCODE." }
}

# The one version number; manifest, changelog and assembly are held against it before anything is packed.
function Get-ProjectVersion {
    $version = ([xml] (Get-Content -LiteralPath "$root/Directory.Build.props" -Raw)).Project.PropertyGroup.Version
    $manifest = (Import-PowerShellDataFile -LiteralPath "$root/MrsDiag.psd1").ModuleVersion
    if ($manifest -ne $version) { throw "MrsDiag.psd1 says version $manifest, Directory.Build.props says $version." }
    $heading = Select-String -LiteralPath "$root/CHANGELOG.md" -Pattern '^## v(\S+)' | Select-Object -First 1
    if (-not $heading -or $heading.Matches[0].Groups[1].Value -ne $version) {
        throw "The newest heading of CHANGELOG.md is not '## v$version'."
    }
    $assembly = "$root/bin/MrsDiag.dll"
    if (Test-Path -LiteralPath $assembly) {
        $built = [System.Reflection.AssemblyName]::GetAssemblyName($assembly).Version.ToString(3)
        if ($built -ne $version) { throw "bin/MrsDiag.dll is version $built, expected $version." }
    }
    $version
}

function Invoke-Build {
    Invoke-Native dotnet @('build', "$root/MrsDiag.sln", '-c', $Configuration, '--nologo', '-v', 'minimal')
}

function Invoke-Pester5 {
    param([string] $Manifest)
    $shell = (Get-Process -Id $PID).Path
    Invoke-Native $shell @('-NoProfile', '-File', "$root/tests/pester/Invoke-PesterSuite.ps1", '-Manifest', $Manifest)
}

function Invoke-Test {
    Invoke-Native dotnet @('test', "$root/MrsDiag.sln", '--nologo')
    Invoke-Pester5 -Manifest "$root/MrsDiag.psd1"
}

# The tests that hold committed files against their generators also write them.
function Invoke-Update {
    $before = $env:MRSDIAG_UPDATE
    $env:MRSDIAG_UPDATE = '1'
    try {
        foreach ($project in 'MrsDiag.RulePacks.Tests', 'MrsDiag.Package.Tests') {
            Invoke-Native dotnet @('test', "$root/tests/$project", '--nologo', '--filter', 'FullyQualifiedName~committed')
        }
    }
    finally {
        $env:MRSDIAG_UPDATE = $before
    }
}

function Invoke-Pack {
    $version = Get-ProjectVersion
    $module = "$root/out/MrsDiag/$version"
    if (Test-Path -LiteralPath "$root/out") { Remove-Item -LiteralPath "$root/out" -Recurse -Force }
    $null = New-Item -ItemType Directory -Path $module -Force
    Copy-Item -Path "$root/MrsDiag.psd1", "$root/LICENSE", "$root/README.md", "$root/CHANGELOG.md" -Destination $module
    Copy-Item -LiteralPath "$root/bin", "$root/en-US" -Destination $module -Recurse
    Compress-Archive2 -Source "$root/out/MrsDiag" -Destination "$root/out/MrsDiag-$version.zip"

    # A gallery package: the module's files at the root, described by a nuspec; packed by dotnet without building anything.
    $nuspec = "$root/out/MrsDiag.nuspec"
    $manifest = Import-PowerShellDataFile -LiteralPath "$root/MrsDiag.psd1"
    $tags = @('PSModule', 'PSEdition_Desktop', 'PSEdition_Core') + @($manifest.PrivateData.PSData.Tags) +
        @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_" })
    @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>MrsDiag</id>
    <version>$version</version>
    <authors>$($manifest.Author)</authors>
    <description>$([System.Security.SecurityElement]::Escape($manifest.Description))</description>
    <license type="expression">MIT</license>
    <tags>$($tags -join ' ')</tags>
  </metadata>
  <files><file src="**" /></files>
</package>
"@ | Set-Content -LiteralPath $nuspec -Encoding utf8
    Invoke-Native dotnet @('pack', "$root/src/MrsDiag/MrsDiag.csproj", '-c', $Configuration, '--no-build', '--nologo',
        '-p:IsPackable=true', "-p:NuspecFile=$nuspec", "-p:NuspecBasePath=$module", '-p:NoWarn=NU5100%3BNU5110%3BNU5111', '-o', "$root/out")
}

# Compress-Archive is not in every PowerShell; the framework's own class is.
function Compress-Archive2 {
    param([string] $Source, [string] $Destination)
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [System.IO.Compression.ZipFile]::CreateFromDirectory($Source, $Destination, 'Optimal', $true)
}

foreach ($name in $Task) {
    Write-Host "== $name"
    switch ($name) {
        'Build' { Invoke-Build }
        'Test' { Invoke-Test }
        'Pack' { Invoke-Pack }
        'Update' { Invoke-Update }
        'TestPacked' { Invoke-Pester5 -Manifest "$root/out/MrsDiag/$(Get-ProjectVersion)/MrsDiag.psd1" }
    }
}
