param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeDiscovery {
    $isCore = $PSVersionTable.PSEdition -eq 'Core'
    $commands = 'Get-MoveReportFinding', 'Get-MrsDiagRule', 'Test-LoadBalancerAffinity', 'Test-MrsDiagRulePack', 'Test-MrsProxyEndpoint'
    $topics = 'about_MrsDiag', 'about_MrsDiag_Rules', 'about_MrsDiag_RulePack'
}

BeforeAll {
    . "$PSScriptRoot/FreshSession.ps1"
    $source = Split-Path -Parent (Resolve-Path -LiteralPath $Manifest).ProviderPath

    # Topics are found in modules that can be imported by name: a copy of what is packed, in a folder of its own on the module path.
    $modules = Join-Path ([System.IO.Path]::GetTempPath()) "mrsdiag-$([guid]::NewGuid())"
    $module = "$modules/MrsDiag/$((Import-PowerShellDataFile -LiteralPath $Manifest).ModuleVersion)"
    $null = New-Item -ItemType Directory -Path $module
    Copy-Item -LiteralPath "$source/MrsDiag.psd1", "$source/bin", "$source/en-US" -Destination $module -Recurse
    $variables = @{ Modules = $modules; Packs = "$PSScriptRoot/../fixtures/rule-packs"; StandIns = "$PSScriptRoot/ExchangeStandIns.ps1", "$PSScriptRoot/SampleEndpoints.ps1", "$PSScriptRoot/SampleBalancers.ps1" -join '|' }

    function Invoke-Fresh([scriptblock] $Script, [hashtable] $More = @{}) {
        $preamble = {
            # Words are wrapped only in cultures that PowerShell knows to separate them.
            [System.Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'
            $env:PSModulePath = $Modules + [System.IO.Path]::PathSeparator + $env:PSModulePath
            if ($PSVersionTable.PSVersion.Major -ge 7) { $PSStyle.OutputRendering = 'PlainText' }
            Import-Module MrsDiag
        }
        Invoke-FreshSession -Script ([scriptblock]::Create("$preamble`n$Script")) -Variables ($variables + $More)
    }

    # In what help shows, '...' stands for lines left out, and at the end of a line for its rest.
    function Test-Line([string] $Shown, [string] $Told) {
        if ($Told.EndsWith(' ...')) { $Shown.StartsWith($Told.Substring(0, $Told.Length - 4)) } else { $Shown -eq $Told.TrimEnd() }
    }
}

AfterAll {
    Remove-Item -LiteralPath $modules -Recurse -Force
}

Describe 'Get-Help <_>' -ForEach $commands {
    BeforeAll {
        $help = Invoke-Fresh -More @{ Command = $_ } -Script {
            $help = Get-Help $Command -Full
            $common = [System.Management.Automation.PSCmdlet]::CommonParameters
            @{
                Synopsis    = $help.Synopsis
                Full        = @(($help | Out-String -Width 100) -split '\r?\n')
                Examples    = @((Get-Help $Command -Examples | Out-String -Width 100) -split '\r?\n')
                Described   = @(Get-Help $Command -Parameter * | Where-Object { "$($_.description.Text)".Trim() } | ForEach-Object name)
                Parameters  = @((Get-Command $Command).Parameters.Values | Where-Object Name -NotIn $common | ForEach-Object Name)
                # 'Set: -A -B' for each parameter set, as PowerShell itself sees them and as help tells.
                Sets        = @((Get-Command $Command).ParameterSets | ForEach-Object {
                    ($_.Parameters | Where-Object Name -NotIn $common | ForEach-Object { "$($_.Name) $($_.IsMandatory) $($_.Position -ge 0)" } | Sort-Object) -join ', ' })
                HelpSets    = @($help.syntax.syntaxItem | ForEach-Object {
                    ($_.parameter | ForEach-Object { "$($_.name) $($_.required -eq 'true') $($_.position -ne 'named')" } | Sort-Object) -join ', ' })
                Attributes  = @((Get-Command $Command).Parameters.Values | Where-Object Name -NotIn $common | Sort-Object Name | ForEach-Object {
                    $sets = @($_.ParameterSets.Values)
                    "$($_.Name) $($_.ParameterType.Name) $(@($sets.ValueFromPipeline) -contains $true) $(@($sets.ValueFromPipelineByPropertyName) -contains $true) $(@($_.Aliases) -join ', ')".TrimEnd() })
                HelpParameters = @($help.parameters.parameter | Sort-Object name | ForEach-Object {
                    $aliases = if ($_.aliases -eq 'none') { '' } else { $_.aliases }
                    "$($_.name) $($_.type.name) $($_.pipelineInput -like '*ByValue*') $($_.pipelineInput -like '*ByPropertyName*') $aliases".TrimEnd() })
            }
        }
    }

    It 'tells what the command is for' {
        $help.Synopsis | Should -Match '^[A-Z].+\.$'
        $help.Full | Should -Contain 'DESCRIPTION'
        $help.Full | Should -Contain 'NOTES'
        $help.Full | Should -Contain 'RELATED LINKS'
    }

    It 'describes every parameter' {
        $help.Described | Sort-Object | Should -Be ($help.Parameters | Sort-Object)
    }

    It 'shows the parameter sets that the command has' {
        $help.HelpSets | Sort-Object | Should -Be ($help.Sets | Sort-Object)
    }

    It 'shows types, aliases and pipeline input as they are' {
        $help.HelpParameters | Should -Be $help.Attributes
    }

    It 'shows examples with what one sees' {
        $least = if ($_ -eq 'Get-MoveReportFinding') { 4 } else { 2 }
        @($help.Examples -match '^ +---- Example \d+: .+ ----$').Count | Should -BeGreaterOrEqual $least
    }

    It 'fits 100 columns without breaking a word' {
        ($help.Full | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        # A code line or a title that is too long goes on at the margin of the help.
        @($help.Examples | Where-Object { $_ -match '^ {4}---- Example' -and $_ -notmatch ' ----$' }) | Should -Be @()
    }
}

Describe 'The examples of <_>' -ForEach $commands {
    # Windows PowerShell cuts columns with other marks than those that help shows.
    It 'show what one really sees' -Skip:(-not $isCore) {
        $seen = @(Invoke-Fresh -More @{ Command = $_; Folder = "$TestDrive" } -Script {
            # Before the stand-ins: one of them has the name of a command.
            $examples = (Get-Help $Command -Examples).examples.example
            foreach ($file in $StandIns -split '\|') { . $file }
            Set-SampleLocation $Folder $Packs
            $credential = $null
            foreach ($example in $examples) {
                # The list view is made for 100 columns; tables fill what there is, and help indents by four.
                $width = if ($example.code -match 'Format-List') { 100 } else { 96 }
                $shown = & ([scriptblock]::Create($example.code)) | Out-String -Width $width
                @{ Title = $example.title; Shown = @($shown -split '\r?\n' | ForEach-Object TrimEnd); Told = @($example.remarks[0].Text -split '\r?\n') }
            }
        })
        $seen.Count | Should -BeGreaterThan 1
        foreach ($example in $seen) {
            $at = 0
            foreach ($line in $example.Told | Where-Object { $_ -ne '...' }) {
                while ($at -lt $example.Shown.Count -and -not (Test-Line $example.Shown[$at] $line)) { $at++ }
                if ($at -ge $example.Shown.Count) {
                    throw "$($example.Title)`nThis line is told and not shown, or not in this order: '$line'. Shown:`n$($example.Shown -join "`n")"
                }
                $at++
            }
            if (-not ($example.Told -eq '...')) {
                @($example.Shown | Where-Object { $_ }).Count | Should -Be @($example.Told | Where-Object { $_ }).Count -Because $example.Title
            }
        }
    }
}

Describe 'Get-Help <_>' -ForEach $topics {
    It 'finds the topic' {
        $lines = (Invoke-Fresh -More @{ Topic = $_ } -Script { @{ Lines = @([string] (Get-Help $Topic) -split '\r?\n') } }).Lines
        $lines[0..1] | ForEach-Object Trim | Should -Be 'TOPIC', $_
        $lines | Should -Contain 'LONG DESCRIPTION'
        $lines.Count | Should -BeGreaterThan 100
    }
}
