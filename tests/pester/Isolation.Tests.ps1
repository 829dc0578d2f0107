param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeDiscovery {
    $isCore = $PSVersionTable.PSEdition -eq 'Core'
}

BeforeAll {
    . "$PSScriptRoot/FreshSession.ps1"
    $variables = @{
        Manifest = (Resolve-Path -LiteralPath $Manifest).ProviderPath
        Pack     = (Resolve-Path -LiteralPath "$PSScriptRoot/../fixtures/rule-packs/good.yml").ProviderPath
        Older    = Get-YamlCopy Older
        Newer    = Get-YamlCopy Newer
    }
    function Invoke-Fresh([scriptblock] $Script) { Invoke-FreshSession -Script $Script -Variables $variables }
}

Describe 'The module beside other copies of YamlDotNet' {
    It 'loads neither YamlDotNet nor the pack reader at import' {
        $seen = Invoke-Fresh {
            Import-Module $Manifest
            @{ Commands = @(Get-Command -Module MrsDiag).Count; Yaml = @(Get-Loaded YamlDotNet).Count; Packs = @(Get-Loaded MrsDiag.RulePacks).Count }
        }
        $seen.Commands | Should -BeGreaterThan 1
        $seen.Yaml | Should -Be 0
        $seen.Packs | Should -Be 0
    }

    It 'reads rule packs in a clean session, with one copy' {
        $seen = Invoke-Fresh {
            Import-Module $Manifest
            @{ Title = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title; Yaml = @(Get-Loaded YamlDotNet) }
        }
        $seen.Title | Should -Be 'Another process holds the mailbox'
        $seen.Yaml | Should -Be @(16)
    }

    It 'reads rule packs when an older copy was there first' {
        $seen = Invoke-Fresh {
            Add-Type -LiteralPath $Older
            Import-Module $Manifest
            @{ Title = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title; Yaml = @(Get-Loaded YamlDotNet) }
        }
        $seen.Title | Should -Be 'Another process holds the mailbox'
        $seen.Yaml | Should -Be @(13, 16)
    }

    It 'reads rule packs when a newer copy was there first' {
        $seen = Invoke-Fresh {
            Add-Type -LiteralPath $Newer
            Import-Module $Manifest
            @{
                Title = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title
                Yaml  = @(Get-Loaded YamlDotNet)
                Their = [YamlDotNet.RepresentationModel.YamlStream]::Copy
            }
        }
        $seen.Title | Should -Be 'Another process holds the mailbox'
        $seen.Yaml | Should -Be @(16, 99)
        $seen.Their | Should -Be 'newer'
    }

    It 'leaves a session free to load <_> later, and still reads rule packs then' -ForEach 'Older', 'Newer' {
        $seen = Invoke-FreshSession -Variables ($variables + @{ Later = $variables[$_] }) -Script {
            Import-Module $Manifest
            $before = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title
            Add-Type -LiteralPath $Later
            @{
                Before = $before
                After  = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title
                Their  = [System.Reflection.Assembly]::Load([System.Reflection.AssemblyName]::GetAssemblyName($Later).FullName).Location
                Wanted = $Later
            }
        }
        $seen.Before | Should -Be 'Another process holds the mailbox'
        $seen.After | Should -Be $seen.Before
        $seen.Their | Should -Be $seen.Wanted
    }

    It 'keeps its copy out of sight of the session' -Skip:(-not $isCore) {
        $seen = Invoke-Fresh {
            Import-Module $Manifest
            $null = Get-MrsDiagRule MRS9001 -RulePath $Pack
            @{ Visible = $null -ne ('YamlDotNet.RepresentationModel.YamlStream' -as [type]); Yaml = @(Get-Loaded YamlDotNet) }
        }
        $seen.Visible | Should -BeFalse
        $seen.Yaml | Should -Be @(16)
    }
}

Describe 'The module in a session' {
    It 'works after a second Import-Module -Force, and after it was removed and imported again' {
        $seen = Invoke-Fresh {
            $titles = foreach ($step in 1..4) {
                if ($step -eq 4) { Remove-Module MrsDiag }
                Import-Module $Manifest -Force
                (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title
            }
            @{ Titles = @($titles); Yaml = @(Get-Loaded YamlDotNet) }
        }
        $seen.Titles | Should -Be @(, 'Another process holds the mailbox' * 4)
        $seen.Yaml | Should -Be @(16)
    }

    It 'gives ordinary types that scripts can name' {
        $seen = Invoke-Fresh {
            Import-Module $Manifest
            $finding = [MrsDiag.Finding] @{ RuleId = 'MRS9001'; Severity = 'Warning' }
            @{
                Text   = "$($finding.Severity) $($finding.RuleId)"
                IsRule = (Get-MrsDiagRule MRS9001 -RulePath $Pack) -is [MrsDiag.RuleInfo]
            }
        }
        $seen.Text | Should -Be 'Warning MRS9001'
        $seen.IsRule | Should -BeTrue
    }

    It 'is used by several runspaces at once from the first moment' -Skip:(-not $isCore) {
        $seen = Invoke-Fresh {
            $titles = 1..6 | ForEach-Object -ThrottleLimit 6 -Parallel {
                Import-Module $using:Manifest
                (Get-MrsDiagRule MRS9001 -RulePath $using:Pack).Title
            }
            @{ Titles = @($titles); Yaml = @(Get-Loaded YamlDotNet) }
        }
        $seen.Titles | Should -Be @(, 'Another process holds the mailbox' * 6)
        $seen.Yaml | Should -Be @(16)
    }

    It 'works in the culture <_>' -ForEach 'tr-TR', 'de-DE', 'th-TH' {
        $seen = Invoke-FreshSession -Variables ($variables + @{ Culture = $_ }) -Script {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $Culture
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = $Culture
            Import-Module $Manifest
            $rule = get-mrsdiagrule mrs9001 -rulepath $Pack -severity information
            @{ Id = $rule.Id; Few = $rule.Settings[0].Value; Checks = @(Test-MrsDiagRulePack $Pack | Where-Object Outcome -ne Passed).Count }
        }
        $seen.Id | Should -Be 'MRS9001'
        $seen.Few | Should -Be '1'
        $seen.Checks | Should -Be 0
    }

    It 'works from a folder with a space and an apostrophe' {
        $folder = Join-Path ([System.IO.Path]::GetTempPath()) "mrs diag's $([guid]::NewGuid())"
        $null = New-Item -ItemType Directory -Path $folder
        try {
            $root = Split-Path -Parent $variables.Manifest
            Copy-Item -LiteralPath $variables.Manifest, "$root/bin" -Destination $folder -Recurse
            $seen = Invoke-FreshSession -Variables ($variables + @{ Copy = (Join-Path $folder 'MrsDiag.psd1') }) -Script {
                Import-Module $Copy
                @{ Title = (Get-MrsDiagRule MRS9001 -RulePath $Pack).Title }
            }
            $seen.Title | Should -Be 'Another process holds the mailbox'
        }
        finally {
            Remove-Item -LiteralPath $folder -Recurse
        }
    }

    It 'says what is missing when its files are incomplete' {
        $folder = Join-Path ([System.IO.Path]::GetTempPath()) "mrsdiag-$([guid]::NewGuid())"
        $null = New-Item -ItemType Directory -Path $folder
        try {
            $root = Split-Path -Parent $variables.Manifest
            Copy-Item -LiteralPath $variables.Manifest, "$root/bin" -Destination $folder -Recurse
            Remove-Item -LiteralPath "$folder/bin/private" -Recurse
            $seen = Invoke-FreshSession -Variables ($variables + @{ Copy = (Join-Path $folder 'MrsDiag.psd1') }) -Script {
                Import-Module $Copy
                try { Get-MrsDiagRule -RulePath $Pack } catch { @{ Id = $_.FullyQualifiedErrorId; Text = "$_" } }
            }
            $seen.Id | Should -Be 'ModuleIncomplete,MrsDiag.Commands.GetMrsDiagRuleCommand'
            $seen.Text | Should -BeLike '*YamlDotNet.dll*is missing*'
        }
        finally {
            Remove-Item -LiteralPath $folder -Recurse
        }
    }
}
