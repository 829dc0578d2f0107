param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeAll {
    Import-Module $Manifest -Force
    $at = [datetime]::new(2024, 5, 1, 10, 0, 12, [System.DateTimeKind]::Utc)
    $cause = [MrsDiag.Finding] @{
        RuleId = 'MRS9001'; Name = 'affinity-lost'; Severity = 'Error'; Confidence = 'High'; Role = 'Cause'; Owner = 'Network'
        Title = 'The load balancer does not keep one migration session on one server'
        Subject = 'CN=Adele Vance,OU=Research and Development,OU=Users,OU=Seattle,DC=corp,DC=contoso,DC=com'
        Message = 'The endpoint forgot the sequence 12 times; the faults name 2 servers (CAS1, CAS2) within 14 min. A session must stay on one Client Access server.'
        Count = 12; FirstSeen = $at; LastSeen = $at.AddMinutes(14); Servers = 'CAS1', 'CAS2'
        Evidence = @(
            [MrsDiag.Evidence] @{ Time = $at; Server = 'CAS1'; Text = "The remote endpoint`r`n" + ('no longer recognizes this sequence ' * 20); Source = 'Report.Failures[3]' }
            [MrsDiag.Evidence] @{ Text = 'An observation without a time.' }
        )
        Remediation = @(
            [MrsDiag.Remedy] @{ Text = 'Set source-address persistence for the virtual server that publishes /EWS/mrsproxy.svc, with a timeout of an hour or more.'; RunIn = 'LoadBalancer'; Owner = 'Network' }
            [MrsDiag.Remedy] @{ Text = 'Resume the move.'; RunIn = 'ExchangeOnline' }
        )
        References = 'Exchange: https://learn.microsoft.com/exchange/ (2024-05)'
        RulePack = 'test'; RulePackVersion = '1.0.0'
    }
    $note = [MrsDiag.Finding] @{
        RuleId = 'MRS0002'; Title = 'Nothing needs action'; Severity = 'Information'; Confidence = 'High'; Role = 'Normal'; Count = 1
        Subject = 'Megan Bowen'; Message = '412 entries, 9 failures, last progress 14:02 UTC.'
    }
    function Show([object[]] $Findings, [switch] $AsList) {
        $text = if ($AsList) { $Findings | Format-List | Out-String -Width 100 } else { $Findings | Out-String -Width 100 }
        @($text -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" } | Where-Object { $_.Trim() })
    }
    function Copy-ThroughFile([object[]] $Findings) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).clixml"
        $Findings | Export-Clixml -LiteralPath $file
        Import-Clixml -LiteralPath $file
    }
}

Describe 'A finding that leaves the session' {
    It 'keeps its evidence through Export-Clixml' {
        $read = Copy-ThroughFile $cause
        $read.Evidence[0].Time | Should -BeOfType datetime
        $read.Evidence[0].Time.ToUniversalTime() | Should -Be $at
        $read.Remediation[1].RunIn.ToString() | Should -Be 'ExchangeOnline'
        $read.Servers | Should -Be 'CAS1', 'CAS2'
    }

    It 'keeps its evidence when it is a property of something else' {
        $file = Join-Path $TestDrive 'nested.clixml'
        [pscustomobject] @{ Outcome = 'Failed'; Findings = @($cause) } | Export-Clixml -LiteralPath $file
        (Import-Clixml -LiteralPath $file).Findings[0].Evidence[0].Time.ToUniversalTime() | Should -Be $at
    }

    It 'keeps its evidence through a job' {
        $read = Start-Job -ArgumentList $Manifest, $at {
            param($Manifest, $At)
            Import-Module $Manifest
            [MrsDiag.Finding] @{ RuleId = 'MRS9001'; Evidence = @([MrsDiag.Evidence] @{ Time = $At; Text = 'seen' }) }
        } | Receive-Job -Wait -AutoRemoveJob
        $read.Evidence[0].Time.ToUniversalTime() | Should -Be $at
        $read.Evidence[0].Text | Should -Be 'seen'
    }
}

Describe 'The views of a finding' {
    It 'fit 100 columns as a table, one line a finding' {
        $lines = Show $cause, $note
        $lines.Count | Should -Be 4
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines[0] | Should -Match '^Severity +RuleId +Subject +Count Title'
        $lines[2] | Should -Match '^Error +MRS9001 CN=Adele Vance,.+com +12 The load balancer does not keep'
        $lines[3] | Should -Match '^Information +MRS0002 Megan Bowen +1 Nothing needs action'
    }

    It 'read like an answer as a list' {
        $lines = Show $cause -AsList
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        @($lines | ForEach-Object { if ($_ -match '^(\w[\w ]*?) +: ') { $Matches[1] } }) |
            Should -Be 'What', 'About', 'Why', 'How sure', 'Who acts', 'Seen', 'Evidence', 'What to do', 'References'
        $text = $lines -join "`n"
        $text | Should -Match 'What +: The load balancer .* \(Error, MRS9001\)'
        $text | Should -Match 'Who acts +: network'
        $text | Should -Match 'Seen +: 12 times, 2024-05-01 10:00 UTC to 2024-05-01 10:14 UTC, on CAS1, CAS2'
        $text | Should -Match '2024-05-01 10:00:12Z \[CAS1\] The remote endpoint no longer'
        $text | Should -Match '\n +and 10 more\n'
        $text | Should -Match 'What to do +: 1\. \[LoadBalancer\] Set source-address persistence'
        $text | Should -Match '\n +2\. \[ExchangeOnline\] Resume the move\.'
    }

    It 'leave out what a finding does not have' {
        @(Show $note -AsList | ForEach-Object { ($_ -split ' +: ')[0].Trim() }) | Should -Be 'What', 'About', 'Why', 'How sure', 'Seen'
    }

    It 'are the same for a finding from a file' {
        $read = @(Copy-ThroughFile $cause, $note)
        Show $read | Should -Be (Show $cause, $note)
        Show $read -AsList | Should -Be (Show $cause, $note -AsList)
    }

    It 'do not throw on a finding that is nearly empty' {
        $global:Error.Clear()
        Show ([MrsDiag.Finding] @{}) -AsList | Should -Not -BeNullOrEmpty
        $global:Error.Count | Should -Be 0
    }
}

Describe 'The views of a summary' {
    It 'count subjects and name the first of them' {
        $summary = [MrsDiag.FindingSummary] @{
            RuleId = 'MRS9001'; Severity = 'Error'; Confidence = 'High'; Role = 'Cause'; Owner = 'Network'; Count = 84
            Title = 'The load balancer does not keep one migration session on one server'
            SubjectCount = 7; Subjects = 'Adele Vance', 'Alex Wilber', 'Diego Siciliani', 'Grady Archie', 'Isaiah Langer', 'Lee Gu', 'Megan Bowen'
        }
        $lines = Show $summary
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines[2] | Should -Match '^Error +MRS9001 +7 +84 The load balancer'
        (Show $summary -AsList) -join "`n" | Should -Match 'Affects +: 7: Adele Vance, .*Isaiah Langer and 2\s+more'
    }
}
