param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeAll {
    Import-Module $Manifest -Force
    . "$PSScriptRoot/SampleEndpoints.ps1"
    # The samples stand before the command for the examples of the help; here the command itself is meant.
    Remove-Item Function:Test-MrsProxyEndpoint, Function:Get-Credential
    if (-not ('MrsDiag.Journeys.EndpointListener' -as [type])) { Add-Type -Path "$PSScriptRoot/EndpointListener.cs" }
    $repository = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
    $fail = @{ ErrorVariable = 'problems'; ErrorAction = 'SilentlyContinue' }

    function Show([object[]] $Results, [switch] $AsList, [int] $Width = 100) {
        $text = if ($AsList) { $Results | Format-List | Out-String -Width $Width } else { $Results | Out-String -Width $Width }
        @($text -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" } | Where-Object { $_.Trim() })
    }
    # What two ways of judging must agree on.
    function Get-Gist([object[]] $Results) {
        @($Results | ForEach-Object { '{0}|{1}|{2}|{3}|{4}|{5}|{6}' -f $_.Outcome, $_.HostName, $_.Address, $_.Server, $_.StoppedAt, $_.Message, ($_.Findings.RuleId -join ',') })
    }
}

Describe 'An endpoint at work' {
    BeforeAll { $listener = [MrsDiag.Journeys.EndpointListener]::new($true, 0) }
    AfterAll { $listener.Dispose() }

    It 'is tested by URL as an argument, by pipeline and as [uri]' {
        $results = @(Test-MrsProxyEndpoint $listener.Uri; $listener.Uri | Test-MrsProxyEndpoint; [uri] $listener.Uri | Test-MrsProxyEndpoint; Test-MrsProxyEndpoint -Url $listener.Uri)
        $results.Count | Should -Be 4
        $results | ForEach-Object { $_ | Should -BeOfType MrsDiag.Endpoints.EndpointResult }
        $results | ForEach-Object Address | Sort-Object -Unique | Should -Be '127.0.0.1'
        $results.Uri | Sort-Object -Unique | Should -Be $listener.Uri
        $results[0].Observation.Tcp.End | Should -Be 'Succeeded'
        ($results[0].Observation.Exchanges | Where-Object Purpose -EQ Get).Status | Should -Be 401
        $results[0].Findings.Count | Should -BeGreaterThan 0 -Because 'a healthy answer is stated too'
        $listener.Requests | Should -BeGreaterThan 3
    }

    It 'is tested once, however often it is named' {
        @($listener.Uri, $listener.Uri.ToUpperInvariant().Replace('HTTP:', 'http:') | Test-MrsProxyEndpoint).Count | Should -Be 1
    }

    It 'tells with -Verbose what is sent where, and no password' {
        $password = 'S3cret-Pass!'
        $credential = [pscredential]::new('CONTOSO\migration', (ConvertTo-SecureString $password -AsPlainText -Force))
        $lines = Test-MrsProxyEndpoint $listener.Uri -Credential $credential -Verbose 4>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.VerboseRecord]) { $_.Message } }
        @($lines -match [regex]::Escape("127.0.0.1")).Count | Should -BeGreaterThan 0
        $lines -join "`n" | Should -Not -Match ([regex]::Escape($password))
    }

    It 'gets no credential without TLS, and the result holds none' {
        $password = 'S3cret-Pass!'
        $credential = [pscredential]::new('CONTOSO\migration', (ConvertTo-SecureString $password -AsPlainText -Force))
        $result = Test-MrsProxyEndpoint $listener.Uri -Credential $credential -Authentication Basic
        @($result.Observation.Logons | Where-Object End -NE 'NotTried').Count | Should -Be 0
        ($result.Observation.NotTested | Where-Object Stage -EQ Logon).Reason | Should -Not -BeNullOrEmpty
        $file = Join-Path $TestDrive 'result.clixml'
        $result | Export-Clixml $file
        Get-Content $file -Raw | Should -Not -Match ([regex]::Escape($password))
    }

    It 'warns of an account written as a user principal name' {
        $credential = [pscredential]::new('migration@contoso.com', (ConvertTo-SecureString 'x' -AsPlainText -Force))
        $null = Test-MrsProxyEndpoint $listener.Uri -Credential $credential -WarningVariable warnings -WarningAction SilentlyContinue
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match 'DOMAIN\\user'
    }
}

Describe 'An endpoint that does not answer' {
    It 'is refused, and a result all the same' {
        $closed = [MrsDiag.Journeys.EndpointListener]::new($true, 0)
        $uri = $closed.Uri
        $closed.Dispose()
        $result = Test-MrsProxyEndpoint $uri -StageTimeoutSec 5
        $result.Observation.Tcp.End | Should -Be 'Refused'
        $result.StoppedAt | Should -Be 'Tcp'
        Test-MrsProxyEndpoint $uri -Quiet | Should -BeFalse
    }

    It 'is left at once on Ctrl+C' {
        $silent = [MrsDiag.Journeys.EndpointListener]::new($false, 0)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$Manifest'; Test-MrsProxyEndpoint '$($silent.Uri)' -StageTimeoutSec 300 -TimeoutSec 600")
            $run = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(60)
            while ($silent.Connections -eq 0 -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 50 }
            $silent.Connections | Should -BeGreaterThan 0
            $run.IsCompleted | Should -BeFalse
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # The promise is one second; ten times that guards against hanging.
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            while ($silent.Closed -lt $silent.Connections -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 50 }
            $silent.Closed | Should -Be $silent.Connections -Because 'no connection stays behind'
        }
        finally {
            $shell.Dispose()
            $silent.Dispose()
        }
    }

    It 'does not hold up a pipeline that has enough' {
        $silent = [MrsDiag.Journeys.EndpointListener]::new($false, 0)
        $quick = [MrsDiag.Journeys.EndpointListener]::new($true, 0)
        try {
            $took = Measure-Command { $script:first = $silent.Uri, $quick.Uri | Test-MrsProxyEndpoint -StageTimeoutSec 300 -TimeoutSec 600 | Select-Object -First 1 }
            $first.Uri | Should -Be $quick.Uri
            $took.TotalSeconds | Should -BeLessThan 100
        }
        finally {
            $silent.Dispose()
            $quick.Dispose()
        }
    }

    It 'shows how far the run is' {
        $silent = [MrsDiag.Journeys.EndpointListener]::new($false, 0)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$Manifest'; Test-MrsProxyEndpoint '$($silent.Uri)' -StageTimeoutSec 3 -TimeoutSec 3").Invoke()
            @($shell.Streams.Progress | Where-Object StatusDescription -EQ '0 of 1 endpoints').Count | Should -BeGreaterThan 0
            $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        }
        finally {
            $shell.Dispose()
            $silent.Dispose()
        }
    }
}

Describe 'Several endpoints' {
    BeforeAll {
        $slow = [MrsDiag.Journeys.EndpointListener]::new($true, 700)
        $quick = [MrsDiag.Journeys.EndpointListener]::new($true, 0)
    }
    AfterAll { $slow, $quick | ForEach-Object Dispose }

    It 'come as they are done' {
        ($slow.Uri, $quick.Uri | Test-MrsProxyEndpoint).Uri | Should -Be $quick.Uri, $slow.Uri
    }

    It 'come in the order of the input with -Ordered' {
        ($slow.Uri, $quick.Uri | Test-MrsProxyEndpoint -Ordered).Uri | Should -Be $slow.Uri, $quick.Uri
    }

    It 'are one $true or $false each with -Quiet' {
        $answers = @(Test-MrsProxyEndpoint $quick.Uri, 'http://127.0.0.1:9/' -Quiet -Ordered -StageTimeoutSec 5)
        $answers.Count | Should -Be 2
        $answers | ForEach-Object { $_ | Should -BeOfType bool }
        $answers[1] | Should -BeFalse
    }

    It 'are read from a file of names' {
        $file = Join-Path $TestDrive 'names.txt'
        "# endpoints`n$($slow.Uri)`n`n$($quick.Uri)" | Set-Content $file
        (Get-Item $file | Test-MrsProxyEndpoint -Ordered).Uri | Should -Be $slow.Uri, $quick.Uri
        ($file | Test-MrsProxyEndpoint -Ordered).Uri | Should -Be $slow.Uri, $quick.Uri
    }
}

Describe 'Virtual directories' {
    It 'are tested under the published name and on each server, and bad objects do not stop the others' {
        $directories = @(Get-WebServicesVirtualDirectory) + [pscustomobject] @{ Colour = 'blue' }
        # A name that is never resolved; what is looked at is what was asked for.
        foreach ($d in $directories) { if ($d.ExternalUrl) { $d.ExternalUrl = 'https://mail.contoso.invalid/EWS/Exchange.asmx'; $d.Server = "$($d.Server).contoso.invalid" } }
        $results = @($directories | Test-MrsProxyEndpoint -StageTimeoutSec 3 -TimeoutSec 10 @fail)
        $problems.FullyQualifiedErrorId | Should -Be 'NotAnEndpoint,MrsDiag.Commands.TestMrsProxyEndpointCommand'
        $results.HostName | Sort-Object -Unique | Should -Be 'mail.contoso.invalid'
        @($results | Where-Object Route -EQ Direct).Observation.PinnedName | Sort-Object | Should -Match '^EX0[12]\.contoso\.invalid$'
        @($results | Where-Object Route -EQ Name).Count | Should -Be 1
        ($results | Where-Object Route -EQ Name).Observation.Dns.End | Should -Not -Be 'Succeeded'
    }
}

Describe 'A saved observation' {
    It 'of <Name> is judged again as it was, from a file of results and one of observations' -ForEach @(
        @{ Name = 'mail.contoso.com' }
        @{ Name = 'hybrid.contoso.com' }
        @{ Name = 'mail.contosso.com' }
    ) {
        $results = Join-Path $TestDrive 'results.clixml'
        $first = Get-SampleObservation $Name | Test-MrsProxyEndpoint
        $first | Export-Clixml $results
        Get-Gist (Import-Clixml $results | Test-MrsProxyEndpoint) | Should -Be (Get-Gist $first)
        Get-Gist (Test-MrsProxyEndpoint -InputObject (Import-Clixml $results)) | Should -Be (Get-Gist $first)
        Get-Gist (Get-Item $results | Test-MrsProxyEndpoint) | Should -Be (Get-Gist $first)
        Get-SampleObservation $Name | Export-Clixml $results
        Get-Gist (Import-Clixml $results | Test-MrsProxyEndpoint) | Should -Be (Get-Gist $first)
    }

    It 'comes back whole from a job' {
        $found = Start-Job -ArgumentList $Manifest, "$PSScriptRoot/SampleEndpoints.ps1" {
            param($Manifest, $Samples)
            Import-Module $Manifest
            . $Samples
            Get-SampleObservation hybrid.contoso.com | MrsDiag\Test-MrsProxyEndpoint
        } | Receive-Job -Wait -AutoRemoveJob
        $here = Get-SampleObservation hybrid.contoso.com | Test-MrsProxyEndpoint
        $found.Observation.Tls.Certificates[0].Names | Should -Be $here.Observation.Tls.Certificates[0].Names
        $found.Observation.Exchanges[0].Headers[0].Value | Should -Be $here.Observation.Exchanges[0].Headers[0].Value
        Get-Gist ($found | Test-MrsProxyEndpoint) | Should -Be (Get-Gist $here)
        Show $found -AsList | Should -Be (Show $here -AsList)
        Show $found | Should -Be (Show $here)
    }
}

Describe 'What a caller may choose' {
    It 'shows only some findings, and does not change the outcome by it' {
        $all = Get-SampleObservation hybrid.contoso.com | Test-MrsProxyEndpoint
        $all.Outcome | Should -Be 'Failed'
        $some = Get-SampleObservation hybrid.contoso.com | Test-MrsProxyEndpoint -ExcludeRule *
        $some.Outcome | Should -Be 'Failed'
        $some.Message | Should -Be $all.Message
        @($some.Findings).Count | Should -Be 0
        (Get-SampleObservation hybrid.contoso.com | Test-MrsProxyEndpoint -Severity Error).Findings.Severity | Sort-Object -Unique | Should -Be 'Error'
        $id = $all.Findings[0].RuleId
        (Get-SampleObservation hybrid.contoso.com | Test-MrsProxyEndpoint -RuleId $id).Findings.RuleId | Sort-Object -Unique | Should -Be $id
    }

    It 'refuses a threshold that no rule has' {
        { Test-MrsProxyEndpoint mail.contoso.com -Setting @{ 'MRS1001.windw' = '1m' } } | Should -Throw -ErrorId 'SettingInvalid,MrsDiag.Commands.TestMrsProxyEndpointCommand'
    }

    It 'completes schemes and places' {
        (TabExpansion2 'Test-MrsProxyEndpoint x -Authentication ').CompletionMatches.CompletionText | Sort-Object | Should -Be 'Basic', 'Negotiate', 'NTLM'
        (TabExpansion2 'Test-MrsProxyEndpoint x -Vantage ').CompletionMatches.CompletionText | Should -Be 'External', 'Internal', 'Unknown'
        (TabExpansion2 'Test-MrsProxyEndpoint x -RuleId MRS700').CompletionMatches.CompletionText | Should -Contain 'MRS7003'
    }
}

Describe 'Input that names no endpoint' {
    It '<What> is one error with its id' -ForEach @(
        @{ What = 'a null'; Script = { $null | Test-MrsProxyEndpoint @fail }; Id = 'InputNull' }
        @{ What = 'a text with a space'; Script = { 'bad host!' | Test-MrsProxyEndpoint @fail }; Id = 'UriInvalid' }
        @{ What = 'another scheme'; Script = { Test-MrsProxyEndpoint ftp://mail.contoso.com @fail }; Id = 'UriInvalid' }
        @{ What = 'a bad computer name'; Script = { Test-MrsProxyEndpoint -ComputerName 'a b' @fail }; Id = 'UriInvalid' }
        @{ What = 'an object of another kind'; Script = { [pscustomobject] @{ Colour = 'blue' } | Test-MrsProxyEndpoint @fail }; Id = 'NotAnEndpoint' }
        @{ What = 'a list of such'; Script = { Test-MrsProxyEndpoint -InputObject @([pscustomobject] @{ Colour = 'blue' }) @fail }; Id = 'NotAnEndpoint' }
        @{ What = 'no e-mail address'; Script = { Test-MrsProxyEndpoint -EmailAddress adele @fail }; Id = 'EmailAddressInvalid' }
    ) {
        . $Script | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be "$Id,MrsDiag.Commands.TestMrsProxyEndpointCommand"
        $problems[0].TargetObject | Should -Not -BeNullOrEmpty
    }

    It '<What> ends the command' -ForEach @(
        @{ What = 'a bad server to pin'; Script = { Test-MrsProxyEndpoint mail.contoso.com -Address 'a b' }; Id = 'AddressInvalid' }
        @{ What = 'a bad device'; Script = { Test-MrsProxyEndpoint mail.contoso.com -Via 'https://x/' }; Id = 'AddressInvalid' }
        @{ What = 'a bad DNS server'; Script = { Test-MrsProxyEndpoint mail.contoso.com -DnsServer '10.0.0.1:99999' }; Id = 'DnsServerInvalid' }
        @{ What = 'another scheme of logon'; Script = { Test-MrsProxyEndpoint mail.contoso.com -Authentication Digest }; Id = 'ParameterArgumentValidationError' }
        @{ What = 'no room for one'; Script = { Test-MrsProxyEndpoint mail.contoso.com -ThrottleLimit 0 }; Id = 'ParameterArgumentValidationError' }
    ) {
        $Script | Should -Throw -ErrorId "$Id,MrsDiag.Commands.TestMrsProxyEndpointCommand"
    }

    It 'does not stop the inputs behind it' {
        $answers = @([pscustomobject] @{ Colour = 'blue' }), (Get-SampleObservation mail.contoso.com) | Test-MrsProxyEndpoint @fail
        $problems.Count | Should -Be 1
        $answers.HostName | Should -Be 'mail.contoso.com'
    }

    It 'gives up on a file that is no list of endpoints' {
        $file = Join-Path $TestDrive 'prose.txt'
        1..500 | ForEach-Object { "This is line $_ of a text." } | Set-Content $file
        Get-Item $file | Test-MrsProxyEndpoint @fail | Should -BeNullOrEmpty
        $problems.Count | Should -BeLessThan 20
    }
}

Describe 'The views of an endpoint' {
    BeforeAll { $all = foreach ($name in $SampleEndpoints.Keys) { Get-SampleObservation $name | Test-MrsProxyEndpoint } }

    It 'fit 100 columns as a table, with outcome, host and message' {
        $lines = Show $all
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines[0] | Should -Match '^Outcome +Host +Address +Server +Stopped at Message'
        @($lines -match '^Failed +mail\.contosso\.com +DNS +\w').Count | Should -Be 1
        @($lines -match '^Passed +mail\.contoso\.com +203\.0\.113\.10 +EX01 +\w').Count | Should -Be 1
    }

    It 'read like an answer as a list' {
        foreach ($result in $all) {
            $lines = Show $result -AsList
            # Addresses and commands stay whole, so that they can be copied.
            @($lines | Where-Object { $_.Length -gt 100 -and $_ -match '^ *\S+ \S' }) | Should -Be @()
            $labels = @($lines | ForEach-Object { if ($_ -match '^(\w[\w ]*?) +: ') { $Matches[1] } })
            $labels | Where-Object { $_ -ne 'Server' } | Should -Be 'Endpoint', 'Answer', 'Tested', 'Stages', 'Not tested', 'Findings', 'When'
            $text = $lines -join "`n"
            $text | Should -Match 'Stages +: \[( ok |FAIL|look)\] DNS'
            if ($result.Outcome -eq 'Failed') { $text | Should -Match '\[FAIL\]'; $text | Should -Match 'Answer +: FAILED' }
            $text | Should -Match "Findings +: 1\. .*"
            # Consoles of Windows PowerShell lack other marks.
            $text | Should -Not -Match '[^\x00-\x7f]'
        }
    }

    It 'show checks as a table' {
        $lines = Show $all[0].Checks
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines[0] | Should -Match '^Outcome +Stage +Name +Detail'
        @($lines -match '^Passed +TCP ').Count | Should -Be 1
    }

    It 'do not throw on what is nearly empty' {
        $global:Error.Clear()
        Show ([MrsDiag.Endpoints.EndpointResult] @{}) -AsList | Should -Not -BeNullOrEmpty
        Show ([MrsDiag.Endpoints.EndpointResult] @{}) | Should -Not -BeNullOrEmpty
        Show ([MrsDiag.Endpoints.EndpointCheck] @{}) | Should -Not -BeNullOrEmpty
        $global:Error.Count | Should -Be 0
    }
}

Describe 'The program mrsdiag' {
    BeforeAll {
        $program = (Get-ChildItem "$repository/src/MrsDiag.Cli/bin/*/net10.0/mrsdiag.dll" | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
        $program | Should -Not -BeNullOrEmpty -Because 'dotnet build builds it'
        Push-Location $TestDrive
        'mail.contoso.com', 'hybrid.contoso.com' | ForEach-Object { Get-SampleObservation $_ | Test-MrsProxyEndpoint } | Export-Clixml both.clixml
        Get-SampleObservation mail.contoso.com | Export-Clixml good.clixml
    }
    AfterAll { Pop-Location }

    It 'gives the results of the command' {
        $lines = dotnet $program endpoint --json both.clixml
        $LASTEXITCODE | Should -Be 1
        $read = @($lines | ConvertFrom-Json)
        $here = @(Import-Clixml both.clixml | Test-MrsProxyEndpoint)
        Get-Gist $read | Should -Be (Get-Gist $here)
        $read[0].Observation.Tls.Certificates[0].Subject | Should -Be 'CN=mail.contoso.com'
        $null = dotnet $program endpoint good.clixml
        $LASTEXITCODE | Should -Be 0
    }

    It 'reads like an answer' {
        $text = dotnet $program endpoint both.clixml
        ($text | Where-Object { $_ -match '^ *\S+ \S' } | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $text -join "`n" | Should -Match '(?s)== https://mail\.contoso\.com/EWS/mrsproxy\.svc\n.*\[ ok \] TCP.*== https://hybrid\.contoso\.com'
        $text -join "`n" | Should -Match 'FAILED at logon'
    }

    It 'tests an endpoint over the network' {
        $listener = [MrsDiag.Journeys.EndpointListener]::new($true, 0)
        try {
            $read = dotnet $program endpoint $listener.Uri --json --verbose --fail-on Error 2>"$TestDrive/errors.txt" | ConvertFrom-Json
            $read.Address | Should -Be '127.0.0.1'
            Get-Content "$TestDrive/errors.txt" -Raw | Should -Match '127\.0\.0\.1'
        }
        finally { $listener.Dispose() }
    }

    It 'ends with 2 on <What>' -ForEach @(
        @{ What = 'bad input beside good'; Arguments = 'good.clixml', 'bad host!' }
        @{ What = 'a file that is not there'; Arguments = @('missing.clixml') }
        @{ What = 'no endpoint'; Arguments = @() }
        @{ What = 'a user without a password'; Arguments = 'good.clixml', '--user', 'CONTOSO\x' }
        @{ What = 'a bad number'; Arguments = 'good.clixml', '--throttle', '0' }
        @{ What = 'a bad server'; Arguments = 'good.clixml', '--via', 'a b' }
    ) {
        $null = dotnet $program endpoint @Arguments 2>&1
        $LASTEXITCODE | Should -Be 2
    }
}
