param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeAll {
    Import-Module $Manifest -Force
    $packs = (Resolve-Path -LiteralPath "$PSScriptRoot/../fixtures/rule-packs").ProviderPath
    $good = Join-Path $packs 'good.yml'
    $failing = Join-Path $packs 'failing-test.yml'
    $broken = Join-Path $packs 'broken.yml'
    $overlay = Join-Path $packs 'overlay.yml'
}

Describe 'Get-MrsDiagRule' {
    It 'lists a rule with all that a user wants to know' {
        $rule = Get-MrsDiagRule MRS9001 -RulePath $good
        $rule.Name | Should -Be 'test-lock'
        $rule.Pack | Should -Be 'test-good'
        $rule.PackVersion | Should -Be '1.2.3'
        $rule.Severity | Should -Be 'Warning'
        $rule.Enabled | Should -BeTrue
        $rule.Sources | Should -Be 'move-report'
        $rule.Settings[0].Name | Should -Be 'MRS9001.few'
        "$($rule.Settings[0].Minimum)..$($rule.Settings[0].Maximum) $($rule.Settings[0].Unit)" | Should -Be '1..10 failures'
        $rule.Remediation.Text | Should -Be 'Wait for the other process to end.', 'Resume the move.'
        $rule.References | Should -Be 'Exchange: https://learn.microsoft.com/exchange/ (2024-05)'
        $rule.Tests | Should -Be 2
        $rule.Location | Should -BeLike '*good.yml:*'
        $rule.RuleId | Should -Be 'MRS9001'
    }

    It 'finds rules by wildcard, by name, by pack and by lowest severity' {
        (Get-MrsDiagRule 'MRS900?' -RulePath $good).Id | Should -Be 'MRS9001', 'MRS9002'
        (Get-MrsDiagRule test-note -RulePath $good).Id | Should -Be 'MRS9002'
        (Get-MrsDiagRule -Pack test-g* -RulePath $good).Id | Should -Be 'MRS9001', 'MRS9002'
        (Get-MrsDiagRule -Pack test-good -Severity Warning -RulePath $good).Id | Should -Be 'MRS9001'
        (Get-MrsDiagRule -Pack test-good -Path $good).Id | Should -Be 'MRS9001', 'MRS9002'
    }

    It 'takes ids from findings in the pipeline, and lists each rule once' {
        $findings = [MrsDiag.Finding] @{ RuleId = 'MRS9001' }, [MrsDiag.Finding] @{ RuleId = 'MRS9001' }
        ($findings | Get-MrsDiagRule -RulePath $good).Title | Should -Be 'Another process holds the mailbox'
    }

    It 'tells of an id that no pack has, and not of a pattern that fits none' {
        Get-MrsDiagRule MRS8888 -RulePath $good -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -Be 'RuleNotFound,MrsDiag.Commands.GetMrsDiagRuleCommand'
        $problem[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problem[0].TargetObject | Should -Be 'MRS8888'
        Get-MrsDiagRule 'MRS88*' -RulePath $good -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'applies overlays' {
        (Get-MrsDiagRule MRS9001 -RulePath $good, $overlay).Severity | Should -Be 'Error'
        (Get-MrsDiagRule MRS9001 -RulePath $good, $overlay).Settings[0].Value | Should -Be '3'
        (Get-MrsDiagRule MRS9001 -RulePath $good, $overlay).Settings[0].Default | Should -Be '1'
        (Get-MrsDiagRule MRS9002 -RulePath $good, $overlay).Enabled | Should -BeFalse
    }

    It 'tells the place of a slip in a pack, and goes on with the others' {
        (Get-MrsDiagRule MRS9001 -RulePath $good, $broken -ErrorVariable problem -ErrorAction SilentlyContinue).Id | Should -Be 'MRS9001'
        $problem[0].FullyQualifiedErrorId | Should -Be 'RulePackInvalid,MrsDiag.Commands.GetMrsDiagRuleCommand'
        $problem[0].CategoryInfo.Category | Should -Be 'ParserError'
        $place = $problem[0].TargetObject
        $place.File | Should -Be $broken
        $place.Line | Should -Be 19
        $place.LineText.Substring($place.StartColumn - 1, $place.EndColumn - $place.StartColumn) | Should -Be 'were'
        "$($problem[0])" | Should -BeLike "*broken.yml:19:5: error RP*where*"
    }

    It 'tells of bad paths one by one' {
        Get-MrsDiagRule 'MRS900*' -RulePath "$packs/none.yml", $good, "$packs/none*", 'nodrive:/x', 'Variable:HOME' -ErrorVariable problem -ErrorAction SilentlyContinue |
            Should -HaveCount 2
        $problem.FullyQualifiedErrorId | ForEach-Object { ($_ -split ',')[0] } |
            Should -Be 'PathNotFound', 'PathNotFound', 'PathInvalid', 'PathNotFileSystem'
    }

    It 'completes ids and packs of the module with titles as tooltips' {
        $shipped = @(Get-MrsDiagRule)
        $text = "Get-MrsDiagRule $($shipped[0].Id.Substring(0, 4))"
        $found = (TabExpansion2 $text $text.Length).CompletionMatches
        $found.CompletionText | Should -Contain $shipped[0].Id
        ($found | Where-Object CompletionText -eq $shipped[0].Id).ToolTip | Should -Be $shipped[0].Title
        $text = 'Get-MrsDiagRule -Pack '
        (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText | Should -Be @($shipped.Pack | Sort-Object -Unique)
        $text = 'Get-MrsDiagRule -Severity '
        (TabExpansion2 $text $text.Length).CompletionMatches.CompletionText | Should -Be 'Error', 'Information', 'Warning'
    }

    It 'shows rules in 100 columns, as table and as list' {
        foreach ($text in (Get-MrsDiagRule 'MRS9*' -RulePath $good | Out-String -Width 100), (Get-MrsDiagRule MRS9001 -RulePath $good | Format-List | Out-String -Width 100)) {
            $lines = $text -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" }
            ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        }
        $text | Should -Match 'Settings +: MRS9001\.few = 1 failures: How many failures it takes\. \(at least 1, at most 10\)'
    }
}

Describe 'Test-MrsDiagRulePack' {
    It 'gives one passed check for each test of a good pack' {
        $checks = Test-MrsDiagRulePack $good
        $checks.Count | Should -Be 4
        $checks.Outcome | Sort-Object -Unique | Should -Be 'Passed'
        $checks[0].RuleId | Should -Be 'MRS9001'
        $checks[0].Name | Should -Be 'a failure that names the lock'
        $checks[0].File | Should -Be $good
        $checks[0].Line | Should -BeGreaterThan 30
        Test-MrsDiagRulePack $good -Quiet | Should -BeTrue
    }

    It 'tells what a failed test expected and what came' {
        $failed = @(Test-MrsDiagRulePack $failing | Where-Object Outcome -eq Failed)
        $failed.Count | Should -Be 1
        $failed[0].Kind | Should -Be 'Test'
        $failed[0].Message | Should -Match 'Locked twice\..*Locked 1 time\(s\)\.'
        Test-MrsDiagRulePack $failing -Quiet | Should -BeFalse
    }

    It 'tells the place of a slip with a caret' {
        $check = @(Test-MrsDiagRulePack $broken)[0]
        $check.Outcome | Should -Be 'Failed'
        $check.Kind | Should -Be 'Problem'
        "$($check.Line):$($check.Column)" | Should -Be '19:5'
        $check.Code | Should -Match '^RP\d{4}$'
        ($check.Detail -split '\n')[3] | Should -Match '^ +\| {5}\^~~~'
        Test-MrsDiagRulePack $broken -Quiet | Should -BeFalse
    }

    It 'checks the packs of the module itself' {
        $own = Join-Path (Split-Path -Parent $Manifest) 'bin/rules'
        $checks = @(Test-MrsDiagRulePack -LiteralPath $own)
        $checks.Count | Should -BeGreaterThan 10
        @($checks | Where-Object Outcome -ne Passed | ForEach-Object { "$_" }) | Should -Be @()
    }

    It 'takes files from the pipeline, also with brackets in their names' {
        Copy-Item -LiteralPath $good -Destination (Join-Path $TestDrive 'my [best] pack.yml')
        @(Get-ChildItem -LiteralPath $TestDrive -Filter '*pack.yml' | Test-MrsDiagRulePack).Count | Should -Be 4
        @($good, $failing | Test-MrsDiagRulePack).Count | Should -Be 8
        @([pscustomobject] @{ FullName = $good } | Test-MrsDiagRulePack).Count | Should -Be 4
    }

    It 'takes folders and wildcards' {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'folder')).FullName
        Copy-Item -LiteralPath $good, $failing -Destination $folder
        @(Test-MrsDiagRulePack $folder).Count | Should -Be 8
        @(Test-MrsDiagRulePack "$folder/g*.yml").Count | Should -Be 4
        $empty = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'empty')).FullName
        Test-MrsDiagRulePack $empty -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -Be 'FolderEmpty,MrsDiag.Commands.TestMrsDiagRulePackCommand'
        $problem[0].TargetObject | Should -Be $empty
    }

    It 'says no when a path is bad, and checks the others' {
        Test-MrsDiagRulePack $good, 'none.yml' -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
        @(Test-MrsDiagRulePack $good, 'none.yml' -ErrorAction SilentlyContinue).Count | Should -Be 4
    }

    It 'stops when the pipeline has enough' {
        @(Test-MrsDiagRulePack $good | Select-Object -First 1).Count | Should -Be 1
    }

    It 'shows checks in 100 columns' {
        $lines = (Test-MrsDiagRulePack $failing, $broken | Out-String -Width 100) -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" }
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        "$lines" | Should -Match 'Failed +Problem broken\.yml:19:5'
        $lines = (Test-MrsDiagRulePack $broken | Format-List | Out-String -Width 100) -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" }
        $place = 0..($lines.Count - 1) | Where-Object { $lines[$_] -match '\^~~~' }
        $lines[$place - 1].Substring($lines[$place].IndexOf('^'), 4) | Should -Be 'were'
        ($lines | Where-Object { $_ -match 'allowed here|falsepositives' } | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }
}
