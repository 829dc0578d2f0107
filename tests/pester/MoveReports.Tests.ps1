param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeAll {
    . "$PSScriptRoot/FreshSession.ps1"
    . "$PSScriptRoot/SampleReports.ps1"
    Import-Module $Manifest -Force
    $repository = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
    $affinity = New-SampleReport -Path (Join-Path $TestDrive 'affinity.clixml') -Scenario AffinityLost2010
    $batch = New-SampleReport -Path (Join-Path $TestDrive 'batch [1].clixml') -Scenario Healthy, AffinityLost2010, Auth401, Forbidden403, StalledTargetDisk
    # What two ways of reading must agree on.
    function Get-Gist([object[]] $Findings) {
        @($Findings | ForEach-Object { '{0}|{1}|{2}|{3}|{4}|{5}' -f $_.Subject, $_.RuleId, $_.Severity, $_.Confidence, $_.Message, $_.CausedBy })
    }
}

Describe 'A failed move, from its report to its cause' {
    It 'reads the file of an Exchange 2010 farm behind a balancer without affinity' {
        $found = Get-MoveReportFinding -Path $affinity
        $cause = $found | Where-Object RuleId -EQ MRS3001
        $cause.Severity | Should -Be 'Error'
        $cause.Confidence | Should -Be 'High'
        $cause.Owner | Should -Be 'Network'
        $cause.Servers | Should -Be 'CAS1.contoso.com', 'CAS2.contoso.com'
        $cause.Evidence[0].Time.Kind | Should -Be 'Utc'
        $cause.Remediation[0].RunIn | Should -Be 'LoadBalancer'
        ($found | Where-Object RuleId -EQ MRS3004).CausedBy | Should -Be 'MRS3001'
        @($found)[0].RuleId | Should -Be 'MRS3001' -Because 'causes come first'
    }

    It 'says the same of the object that Import-Clixml gives' {
        Get-Gist (Import-Clixml $affinity | Get-MoveReportFinding) | Should -Be (Get-Gist (Get-MoveReportFinding -Path $affinity))
        Get-Gist (Import-Clixml -LiteralPath $batch | Get-MoveReportFinding) | Should -Be (Get-Gist (Get-MoveReportFinding -LiteralPath $batch))
    }

    It 'takes the object as an argument, and files from the pipeline' {
        Get-Gist (Get-MoveReportFinding (Import-Clixml $affinity)) | Should -Be (Get-Gist (Get-MoveReportFinding -Path $affinity))
        Get-Gist (Get-Item -LiteralPath $batch | Get-MoveReportFinding) | Should -Be (Get-Gist (Get-MoveReportFinding -LiteralPath $batch))
    }

    It 'takes the name of a file for the file' {
        Get-Gist (Get-MoveReportFinding $affinity) | Should -Be (Get-Gist (Get-MoveReportFinding -Path $affinity))
        Push-Location $TestDrive
        try { Get-Gist ('affinity.clixml' | Get-MoveReportFinding) | Should -Be (Get-Gist (Get-MoveReportFinding -Path $affinity)) } finally { Pop-Location }
    }

    It 'takes wildcards and folders, and brackets in names literally' {
        (Get-MoveReportFinding -Path (Join-Path $TestDrive 'aff*.clixml')).Subject | Sort-Object -Unique | Should -Be 'Adele Vance'
        @((Get-MoveReportFinding -Path $TestDrive).Subject | Sort-Object -Unique).Count | Should -Be 5
        @((Get-MoveReportFinding -LiteralPath $batch).Subject | Sort-Object -Unique).Count | Should -Be 5
    }

    It 'gives a healthy mailbox its one line' {
        $line = Get-MoveReportFinding -LiteralPath $batch | Where-Object { $_.Subject -eq 'Adele Vance' -and $_.RuleId -eq 'MRS0002' }
        $line.Message | Should -Match '^26 entries, 1 failure, status Completed, last progress .* UTC: nothing that needs action\.$'
    }

    It 'rolls up over all mailboxes' {
        $rolls = Get-MoveReportFinding -LiteralPath $batch -Summary
        $rolls | ForEach-Object { $_ | Should -BeOfType MrsDiag.FindingSummary }
        $affinityRoll = $rolls | Where-Object RuleId -EQ MRS3001
        $affinityRoll.SubjectCount | Should -Be 1
        $affinityRoll.Subjects | Should -Be 'Alex Wilber'
        $affinityRoll.Servers | Should -Be 'CAS1.contoso.com', 'CAS2.contoso.com'
        @($rolls)[0].Role | Should -Be 'Cause'
    }
}

Describe 'What a caller may choose' {
    It 'shows only some rules, and still knows their causes' {
        $locked = Get-MoveReportFinding -Path $affinity -RuleId MRS3004
        $locked.RuleId | Should -Be 'MRS3004'
        $locked.CausedBy | Should -Be 'MRS3001'
        (Get-MoveReportFinding -Path $affinity -ExcludeRule MRS3*, nothing-*).RuleId | Should -BeNullOrEmpty
        (Get-MoveReportFinding -Path $affinity -RuleId affinity-*).RuleId | Should -Be 'MRS3001'
    }

    It 'shows from a severity upwards' {
        (Get-MoveReportFinding -LiteralPath $batch -Severity Error).Severity | Sort-Object -Unique | Should -Be 'Error'
        @(Get-MoveReportFinding -LiteralPath $batch -Severity Warning).Count | Should -BeLessThan @(Get-MoveReportFinding -LiteralPath $batch).Count
    }

    It 'shows as much evidence as asked for' {
        @((Get-MoveReportFinding -Path $affinity -RuleId MRS3001 -EvidenceCount 1).Evidence).Count | Should -Be 1
        @((Get-MoveReportFinding -Path $affinity -RuleId MRS3001 -EvidenceCount 0).Evidence).Count | Should -Be 0
    }

    It 'changes a threshold by name, number, time span or text' {
        $setting = (Get-MrsDiagRule MRS3001).Settings | Where-Object Name -Like '*.window'
        $setting | Should -Not -BeNullOrEmpty
        (Get-MoveReportFinding -Path $affinity -RuleId MRS3001).Confidence | Should -Be 'High'
        (Get-MoveReportFinding -Path $affinity -RuleId MRS3001 -Setting @{ $setting.Name = '1m' }).Confidence | Should -Be 'Medium'
        (Get-MoveReportFinding -Path $affinity -RuleId MRS3001 -Setting @{ $setting.Name = [timespan]::FromMinutes(1) }).Confidence | Should -Be 'Medium'
    }

    It 'refuses a threshold that no rule has, once, with what there is' {
        { Get-MoveReportFinding -Path $affinity -Setting @{ 'MRS3001.windw' = '1m' } } | Should -Throw -ErrorId 'SettingInvalid,MrsDiag.Commands.GetMoveReportFindingCommand' -ExpectedMessage '*MRS3001.window*'
    }

    It 'leaves out what happened before a time' {
        (Get-MoveReportFinding -Path $affinity -Since ([datetime]::new(2099, 1, 1))).RuleId | Should -Not -Contain 'MRS3001'
    }

    It 'judges with a pack and an overlay of the user' {
        $overlay = Join-Path $TestDrive 'mine.yml'
        "format: mrsdiag-overrides/v1`ndisable: [MRS3004]`nseverity: { MRS3001: warning }" | Set-Content $overlay
        $found = Get-MoveReportFinding -Path $affinity -RulePath $overlay
        $found.RuleId | Should -Not -Contain 'MRS3004'
        ($found | Where-Object RuleId -EQ MRS3001).Severity | Should -Be 'Warning'
    }

    It 'tells a mistake in the pack with its place and goes on with the others' {
        $broken = Join-Path $TestDrive 'broken.yml'
        "format: mrsdiag-overrides/v1`ndisabel: [MRS3004]" | Set-Content $broken
        $found = Get-MoveReportFinding -Path $affinity -RulePath $broken -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -Be 'RulePackInvalid,MrsDiag.Commands.GetMoveReportFindingCommand'
        $problems[0].TargetObject.Line | Should -Be 2
        $found.RuleId | Should -Contain 'MRS3001'
    }
}

Describe 'An error text (J4)' {
    BeforeAll {
        $forbidden = "The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed. Error details: The HTTP request was forbidden with client authentication scheme 'Negotiate'. --> The remote server returned an error: (403) Forbidden."
    }

    It 'is judged from -Text and from the pipeline alike' {
        (Get-MoveReportFinding -Text $forbidden).RuleId | Should -Be 'MRS7003'
        ($forbidden | Get-MoveReportFinding).RuleId | Should -Be 'MRS7003'
        @($forbidden, $forbidden | Get-MoveReportFinding).Count | Should -Be 2 -Because 'each string is a text of its own'
    }

    It 'is judged from an error record' {
        try { throw [System.InvalidOperationException]::new('outer', [System.Exception]::new($forbidden)) } catch { $record = $_ }
        ($record | Get-MoveReportFinding).RuleId | Should -Contain 'MRS7003'
        (Get-MoveReportFinding -InputObject $record).RuleId | Should -Contain 'MRS7003'
    }

    It 'is judged from the output of Test-MigrationServerAvailability' {
        $failed = [pscustomobject] @{ Result = 'Failed'; Message = $forbidden; ConnectionSettings = $null; SupportsCutover = $false; ErrorDetail = ''; TestedEndpoint = 'mail.contoso.com'; IsValid = $true; Identity = ''; ObjectState = 'New' }
        ($failed | Get-MoveReportFinding).RuleId | Should -Contain 'MRS7003'
        $passed = [pscustomobject] @{ Result = 'Success'; Message = ''; ConnectionSettings = $null; SupportsCutover = $false; ErrorDetail = ''; TestedEndpoint = 'mail.contoso.com'; IsValid = $true; Identity = ''; ObjectState = 'New' }
        ($passed | Get-MoveReportFinding).RuleId | Should -Be 'MRS0002'
    }

    It 'is judged from a migration user' {
        $user = [pscustomobject] @{ Identity = 'adele@contoso.com'; Status = 'Failed'; ErrorSummary = $forbidden }
        ($user | Get-MoveReportFinding).RuleId | Should -Contain 'MRS7003'
        $user.ErrorSummary | Get-MoveReportFinding | ForEach-Object RuleId | Should -Be 'MRS7003'
    }

    It 'keeps the lines of a file together' {
        $file = "$repository/tests/fixtures/healthy/completed.txt"
        Get-Gist (Get-Content $file | Get-MoveReportFinding) | Should -Be (Get-Gist (Get-MoveReportFinding -Path $file))
    }
}

Describe 'Input that cannot be judged' {
    It 'says that the report is missing and how to get it, and goes on' {
        $without = [pscustomobject] @{ DisplayName = 'Megan Bowen'; Status = 'InProgress'; StatusDetail = 'CopyingMessages'; SyncStage = 'CopyingMessages'; PercentComplete = 40; Report = $null }
        $without.PSObject.TypeNames.Insert(0, 'Deserialized.Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics')
        $found = $without, (Import-Clixml $affinity) | Get-MoveReportFinding -ErrorVariable problems -ErrorAction SilentlyContinue
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'ReportMissing,MrsDiag.Commands.GetMoveReportFindingCommand'
        $problems[0].Exception.Message | Should -Match '-IncludeReport'
        $found.RuleId | Should -Contain 'MRS3001'
    }

    It 'names what is no move report' {
        $null = Get-Item $repository | Select-Object Name, CreationTime | Get-MoveReportFinding -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problems[0].Exception.Message | Should -Not -BeNullOrEmpty
    }

    It 'reports each bad file once and judges the others' {
        $empty = Join-Path $TestDrive 'empty.xml'
        [System.IO.File]::WriteAllText($empty, '')
        $found = Get-MoveReportFinding -Path $empty, (Join-Path $TestDrive 'missing.xml'), $affinity -ErrorVariable problems -ErrorAction SilentlyContinue
        @($problems).Count | Should -Be 2
        $found.RuleId | Should -Contain 'MRS3001'
        Remove-Item $empty
    }

    It 'stops at the first error where the caller wants that' {
        $script = {
            $ErrorActionPreference = 'Stop'
            Get-MoveReportFinding -Path (Join-Path $TestDrive 'missing.xml'), $affinity
        }
        $script | Should -Throw -ErrorId 'PathNotFound,MrsDiag.Commands.GetMoveReportFindingCommand'
    }

    It 'judges what stands before the break of a truncated file, and says so' {
        $bytes = [System.IO.File]::ReadAllBytes($batch)
        $cut = Join-Path $TestDrive 'cut.xml'
        [System.IO.File]::WriteAllBytes($cut, [byte[]] $bytes[0..([int] ($bytes.Length * 0.7))])
        $found = Get-MoveReportFinding -Path $cut -ErrorVariable problems -ErrorAction SilentlyContinue
        $found.RuleId | Should -Contain 'MRS3001'
        ($found.RuleId -contains 'MRS0004' -or $problems.Count -gt 0) | Should -BeTrue
        Remove-Item $cut
    }
}

Describe 'A long file' {
    BeforeAll {
        $long = New-SampleReport -Path (Join-Path ([System.IO.Path]::GetTempPath()) "mrsdiag-long-$([guid]::NewGuid()).clixml") -Scenario AffinityLost2010, Healthy -Size 120MB
    }

    AfterAll { Remove-Item -LiteralPath $long -ErrorAction Ignore }

    It 'is left as soon as the pipeline has enough' {
        $whole = (Measure-Command { $script:count = @(Get-MoveReportFinding -Path $long -RuleId MRS3001).Count }).TotalSeconds
        $count | Should -BeGreaterThan 10
        $first = (Measure-Command { $script:one = Get-MoveReportFinding -Path $long -RuleId MRS3001 | Select-Object -First 1 }).TotalSeconds
        $one.RuleId | Should -Be 'MRS3001'
        $first | Should -BeLessThan ([math]::Max(10, $whole))
        # Nothing holds the file afterwards.
        [System.IO.File]::Open($long, 'Open', 'ReadWrite', 'None').Dispose()
    }

    It 'is left at once on Ctrl+C' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$Manifest'; 1..1000 | ForEach-Object { Get-MoveReportFinding -Path '$long' -RuleId none }")
            $run = $shell.BeginInvoke()
            Start-Sleep -Seconds 3
            $run.IsCompleted | Should -BeFalse
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # The promise is one second; ten times that guards against hanging.
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally { $shell.Dispose() }
        [System.IO.File]::Open($long, 'Open', 'ReadWrite', 'None').Dispose()
    }
}

Describe 'Findings elsewhere' {
    It 'come back whole from a job' {
        $found = Start-Job -ArgumentList $Manifest, $affinity {
            param($Manifest, $File)
            Import-Module $Manifest
            Get-MoveReportFinding -Path $File
        } | Receive-Job -Wait -AutoRemoveJob
        $cause = $found | Where-Object RuleId -EQ MRS3001
        $cause.Evidence[0].Time.ToUniversalTime() | Should -Be (Get-MoveReportFinding -Path $affinity -RuleId MRS3001).Evidence[0].Time
        $cause.Remediation[0].Text | Should -Not -BeNullOrEmpty
        Get-Gist $found | Should -Be (Get-Gist (Get-MoveReportFinding -Path $affinity))
    }

    It 'are the same in <culture>' -ForEach @(@{ culture = 'de-DE' }, @{ culture = 'tr-TR' }, @{ culture = 'ja-JP' }) {
        $result = Invoke-FreshSession -Variables @{ Manifest = $Manifest; File = $affinity; Culture = $culture } -Script {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $Culture
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = $Culture
            Import-Module $Manifest
            @{ Culture = [cultureinfo]::CurrentCulture.Name; Messages = @((Get-MoveReportFinding -Path $File).Message) }
        }
        $result.Culture | Should -Be $culture
        $result.Messages | Should -Be @((Get-MoveReportFinding -Path $affinity).Message)
    }

    It 'are those of the console program' {
        $program = Get-ChildItem "$repository/src/MrsDiag.Cli/bin/*/net10.0/mrsdiag.dll" | Sort-Object LastWriteTime | Select-Object -Last 1
        $program | Should -Not -BeNullOrEmpty -Because 'dotnet build builds it'
        $lines = dotnet $program.FullName report --json $batch
        $LASTEXITCODE | Should -Be 1 -Because 'there are errors among the findings'
        Get-Gist ($lines | ConvertFrom-Json) | Should -Be (Get-Gist (Get-MoveReportFinding -LiteralPath $batch))
        $null = dotnet $program.FullName report --json --fail-on Error "$repository/tests/fixtures/healthy"
        $LASTEXITCODE | Should -Be 0
        $null = dotnet $program.FullName report (Join-Path $TestDrive 'missing.xml') $affinity 2>&1
        $LASTEXITCODE | Should -Be 2
    }
}
