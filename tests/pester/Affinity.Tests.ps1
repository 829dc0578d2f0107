param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeAll {
    Import-Module $Manifest -Force
    . "$PSScriptRoot/ExchangeStandIns.ps1"
    . "$PSScriptRoot/SampleBalancers.ps1"
    # The samples stand before the commands for the examples of the help; here the commands themselves are meant.
    Remove-Item Function:Test-LoadBalancerAffinity, Function:Invoke-Command
    if (-not ('MrsDiag.Journeys.AffinityListener' -as [type])) { Add-Type -Path "$PSScriptRoot/AffinityListener.cs" }
    $fail = @{ ErrorVariable = 'problems'; ErrorAction = 'SilentlyContinue' }
    $brief = @{ PauseSeconds = 0 }

    function New-Balancer([string] $Mode, [string[]] $Servers = @('CAS1', 'CAS2')) { [MrsDiag.Journeys.AffinityListener]::new($Mode, $Servers) }

    function Show([object[]] $Results, [switch] $AsList) {
        $text = if ($AsList) { $Results | Format-List | Out-String -Width 100 } else { $Results | Out-String -Width 100 }
        @($text -split '\r?\n' | ForEach-Object { $_ -replace "$([char] 27)\[[\d;]*m" } | Where-Object { $_.Trim() })
    }
    # What two ways of judging must agree on.
    function Get-Gist([object[]] $Results) {
        @($Results | ForEach-Object { '{0}|{1}|{2}|{3}|{4}|{5}' -f $_.Outcome, $_.Verdict, $_.HostName, $_.Message, ($_.Servers.Server -join ','), ($_.Findings.RuleId -join ',') })
    }
}

Describe 'A load balancer that takes turns' {
    BeforeAll {
        $balancer = New-Balancer turns
        $result = Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 2010 @brief
    }
    AfterAll { $balancer.Dispose() }

    It 'has no affinity, which is an error for Exchange 2010' {
        $result | Should -BeOfType MrsDiag.Affinity.AffinityResult
        $result.Verdict | Should -Be 'NoAffinity'
        $result.Outcome | Should -Be 'Failed'
        $result.Servers.Server | Sort-Object | Should -Be 'CAS1', 'CAS2'
        $result.Findings[0].Severity | Should -Be 'Error'
        $result.Message | Should -Match '45 minutes'
    }

    It 'is in order for Exchange 2013 and later' {
        $modern = Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 2019 @brief
        $modern.Verdict | Should -Be 'NoAffinity'
        $modern.Outcome | Should -Be 'Passed'
        Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 2019 -Quiet @brief | Should -BeTrue
        Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 2010 -Quiet @brief | Should -BeFalse
    }

    It 'gets no logon, only requests that say whose they are' {
        $balancer.Logons | Should -Be 0
        $balancer.UserAgents | Sort-Object -Unique | Should -Match '^MrsDiag/'
        $result.Requests | Should -Be $result.Observation.SentRequests
    }

    It 'is named by URL as an argument, by pipeline and as [uri]' {
        $results = @($balancer.Uri | Test-LoadBalancerAffinity @brief; [uri] $balancer.Uri | Test-LoadBalancerAffinity @brief)
        $results.Uri | Should -Be $balancer.Uri, $balancer.Uri
        @($balancer.Uri, $balancer.Uri | Test-LoadBalancerAffinity @brief).Count | Should -Be 1
    }

    It 'is told how many requests there will be before the first, with -Verbose' {
        $lines = @(Test-LoadBalancerAffinity $balancer.Uri -Verbose @brief 4>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.VerboseRecord]) { $_.Message } })
        $lines[0] | Should -Match '^At most \d+ requests to http://127\.0\.0\.1:\d+/'
    }

    It 'gets no more requests than allowed' {
        $before = $balancer.Requests
        $cut = Test-LoadBalancerAffinity $balancer.Uri -RequestLimit 5 @brief
        $balancer.Requests - $before | Should -Be 5
        $cut.Observation.StoppedEarly | Should -Not -BeNullOrEmpty
    }

    It 'is shown with its servers in a small table, within 100 columns' {
        $list = Show $result -AsList
        @($list -match '^Verdict +: FAILED, NoAffinity').Count | Should -Be 1
        @($list -match '^ +CAS[12] +\d+ +\d\d:\d\d:\d\d +\d\d:\d\d:\d\d +NTLM').Count | Should -BeGreaterThan 0
        @($list -match '^Proves +: ').Count | Should -Be 1
        ($list + (Show $result) + (Show $result.Servers) + (Show $result.Observation.Trials) | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        @((Show $result) -match '^Failed +NoAffinity +127\.0\.0\.1 +CAS[12] \d+, CAS[12] \d+').Count | Should -Be 1
        (Show $result.Servers)[0] | Should -Match '^Server +Hits +First +Last +Signs'
        (Show $result.Observation.Trials)[0] | Should -Match '^Variant +No\. +Conn\. +Began +Server +Answer'
    }
}

Describe 'Affinity by the address of the client' {
    BeforeAll { $balancer = New-Balancer source 'CAS1', 'CAS2' }
    AfterAll { $balancer.Dispose() }

    It 'looks like one server from one address' {
        $result = Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 14.3 @brief
        $result.Verdict | Should -Be 'OneServerSeen'
        $result.Outcome | Should -Be 'Passed'
    }

    It 'is known by a second source address' -Skip:($IsMacOS) {
        $result = Test-LoadBalancerAffinity $balancer.Uri -ServerVersion 2010 -SourceAddress 127.0.0.2, 127.0.0.3 @brief
        $result.Verdict | Should -Be 'SourceAffinity'
        $result.Observation.Trials.SourceAddress | Sort-Object -Unique | Should -Be '127.0.0.2', '127.0.0.3'
    }
}

Describe 'A device that shares the requests of one connection out' {
    It 'is an error for every version' {
        $balancer = New-Balancer request
        try {
            $result = Test-LoadBalancerAffinity $balancer.Uri -ServerVersion SE @brief
            $result.Verdict | Should -Be 'ConnectionMultiplexed'
            $result.Outcome | Should -Be 'Failed'
        }
        finally { $balancer.Dispose() }
    }
}

Describe 'An endpoint that gives no verdict' {
    It 'which is busy is left in peace' {
        $balancer = New-Balancer busy
        try {
            $result = Test-LoadBalancerAffinity $balancer.Uri @brief
            $result.Verdict | Should -Be 'Inconclusive'
            $result.Observation.StoppedEarly | Should -Match '503'
            $balancer.Requests | Should -BeLessThan 15
        }
        finally { $balancer.Dispose() }
    }

    It 'which is not there is a result all the same' {
        $closed = New-Balancer turns
        $uri = $closed.Uri
        $closed.Dispose()
        $result = Test-LoadBalancerAffinity $uri -TimeoutSec 5 @brief
        $result.Verdict | Should -Be 'Inconclusive'
        $result.Outcome | Should -Be 'NotTested'
        Test-LoadBalancerAffinity $uri -TimeoutSec 5 -Quiet @brief | Should -BeFalse
    }
}

Describe 'A long watch' {
    It 'shows how far it is, and is left at once on Ctrl+C' {
        $balancer = New-Balancer turns
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$Manifest'; Test-LoadBalancerAffinity '$($balancer.Uri)' -Duration 10m -Interval 1s -PauseSeconds 0 -Count 2")
            $run = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(100)
            while (-not (@($shell.Streams.Progress) -match 'watching 127\.0\.0\.1: \d+ requests, 2 servers') -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 100 }
            @($shell.Streams.Progress | Where-Object StatusDescription -Match '^watching 127\.0\.0\.1: \d+ requests, 2 servers$').Count | Should -BeGreaterThan 0
            $run.IsCompleted | Should -BeFalse
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # The promise is one second; ten times that guards against hanging.
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            while ($balancer.Closed -lt $balancer.Connections -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 50 }
            $balancer.Closed | Should -Be $balancer.Connections -Because 'no connection stays behind'
        }
        finally {
            $shell.Dispose()
            $balancer.Dispose()
        }
    }

    It 'is left at once also where nobody answers' {
        $silent = New-Balancer silent
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$Manifest'; Test-LoadBalancerAffinity '$($silent.Uri)' -TimeoutSec 300 -PauseSeconds 0")
            $null = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(60)
            while ($silent.Connections -eq 0 -and [datetime]::UtcNow -lt $deadline) { Start-Sleep -Milliseconds 50 }
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $shell.Dispose()
            $silent.Dispose()
        }
    }
}

Describe 'Idle connections' {
    It 'are measured at the same time, and compared with what is known' {
        $balancer = New-Balancer source
        try {
            $result = Test-LoadBalancerAffinity $balancer.Uri -IdleTime 1, '2s' -DeviceIdleTimeout 15m -FirewallIdleTimeout 3600 -KeepAliveTime 1800000 -ServerVersion 2010 @brief
            $result.Observation.Idle.Wait.TotalSeconds | Sort-Object | Should -Be 1, 2
            $result.Observation.Idle.End | Sort-Object -Unique | Should -Be 'Succeeded'
            $result.Observation.DeviceIdleTimeout.TotalMinutes | Should -Be 15
            $result.Observation.FirewallIdleTimeout.TotalMinutes | Should -Be 60
            $result.Observation.KeepAlive.KeepAliveTime.TotalMinutes | Should -Be 30
            $result.Outcome | Should -Be 'Warning' -Because 'the device cuts before the keep-alive comes'
            @((Show $result -AsList) -match '1 s of silence: could still be used').Count | Should -Be 1
        }
        finally { $balancer.Dispose() }
    }

    It 'are held for 30, 60 and 110 seconds with -MeasureIdleTime' {
        (Get-Command Test-LoadBalancerAffinity).Parameters['MeasureIdleTime'].SwitchParameter | Should -BeTrue
        [MrsDiag.Affinity.AffinityProbeOptions]::UsualIdleTimes.TotalSeconds | Should -Be 30, 60, 110
    }
}

Describe 'What objects tell' {
    BeforeAll { $balancer = New-Balancer source }
    AfterAll { $balancer.Dispose() }

    It 'keep-alive times of servers are known beside an endpoint by name' {
        $keys = @(
            [pscustomobject] @{ PSComputerName = 'CAS1'; KeepAliveTime = 900000 }
            [pscustomobject] @{ PSComputerName = 'CAS2'; PSPath = 'Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' }
        )
        $result = $keys | Test-LoadBalancerAffinity $balancer.Uri @brief
        @($result.Observation.KeepAlive | ForEach-Object { "$($_.Server) $($_.KeepAliveTime)" }) | Should -Be 'CAS1 00:15:00', 'CAS2 '
    }

    It 'keep-alive times alone name no endpoint' {
        [pscustomobject] @{ PSComputerName = 'CAS1'; KeepAliveTime = 900000 } | Test-LoadBalancerAffinity -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -Match 'name no endpoint'
    }

    It 'a move names the endpoint, its servers and their version' {
        $move = Get-MoveRequestStatistics adele@contoso.com -IncludeReport
        $move.RemoteHostName = $balancer.Uri
        $result = $move | Test-LoadBalancerAffinity @brief
        $result.Uri | Should -Be $balancer.Uri
        $result.Observation.GivenServers | Sort-Object | Should -Be 'CAS1', 'CAS2'
        $result.Observation.GivenVersion | Should -Be '14.3.178.0'
    }
}

Describe 'A saved observation' {
    It 'of <_> is judged again as it was' -ForEach 'before', 'mail.contoso.com', 'sticky.contoso.com', 'cookie.contoso.com', 'ews.contoso.com', 'two.contoso.com', 'edge.contoso.com', 'idle.contoso.com' {
        $file = Join-Path $TestDrive 'results.clixml'
        $first = Get-SampleBalancer $_ | Test-LoadBalancerAffinity
        $first | Export-Clixml $file
        Get-Gist (Import-Clixml $file | Test-LoadBalancerAffinity) | Should -Be (Get-Gist $first)
        Get-Gist (Get-Item $file | Test-LoadBalancerAffinity) | Should -Be (Get-Gist $first)
        Show (Import-Clixml $file) -AsList | Should -Be (Show $first -AsList)
        Get-SampleBalancer $_ | Export-Clixml $file
        Get-Gist (Import-Clixml $file | Test-LoadBalancerAffinity) | Should -Be (Get-Gist $first)
    }

    It 'gives each verdict' {
        $verdicts = 'before', 'mail.contoso.com', 'sticky.contoso.com', 'cookie.contoso.com', 'ews.contoso.com', 'two.contoso.com', 'edge.contoso.com' | ForEach-Object { (Get-SampleBalancer $_ | Test-LoadBalancerAffinity).Verdict }
        $verdicts | Should -Be 'NoAffinity', 'OneServerSeen', 'SourceAffinity', 'CookieOnly', 'ConnectionMultiplexed', 'DnsRoundRobin', 'Inconclusive'
    }

    It 'comes back whole from a job' {
        $found = Start-Job -ArgumentList $Manifest, "$PSScriptRoot/SampleBalancers.ps1" {
            param($Manifest, $Samples)
            Import-Module $Manifest
            . $Samples
            Get-SampleBalancer idle.contoso.com | MrsDiag\Test-LoadBalancerAffinity
        } | Receive-Job -Wait -AutoRemoveJob
        $here = Get-SampleBalancer idle.contoso.com | Test-LoadBalancerAffinity
        $found.Observation.Trials[0].NtlmComputer | Should -Be $here.Observation.Trials[0].NtlmComputer
        $found.Observation.KeepAlive[0].KeepAliveTime | Should -Be $here.Observation.KeepAlive[0].KeepAliveTime
        $found.Servers[0].First | Should -Be $here.Servers[0].First
        Get-Gist ($found | Test-LoadBalancerAffinity) | Should -Be (Get-Gist $here)
        Show $found -AsList | Should -Be (Show $here -AsList)
        Show $found | Should -Be (Show $here)
    }

    It 'holds names of cookies and never their values' {
        $balancer = Get-SampleBalancer cookie.contoso.com | Test-LoadBalancerAffinity
        $balancer.Observation.Trials.SetCookies | Sort-Object -Unique | Should -Be 'BIGipServerpool_ews'
        [MrsDiag.Affinity.AffinityTrial].GetProperties().Name -match 'Cookie' | Should -Be 'SentCookies', 'SetCookies'
    }
}

Describe 'What a caller may choose' {
    It 'shows only some findings, and does not change the outcome by it' {
        $all = Get-SampleBalancer before | Test-LoadBalancerAffinity
        $some = Get-SampleBalancer before | Test-LoadBalancerAffinity -ExcludeRule *
        $some.Outcome | Should -Be $all.Outcome
        @($some.Findings).Count | Should -Be 0
        (Get-SampleBalancer idle.contoso.com | Test-LoadBalancerAffinity -Severity Warning).Findings.Severity | Sort-Object -Unique | Should -Be 'Warning'
    }

    It 'completes versions, rules and places' {
        (TabExpansion2 'Test-LoadBalancerAffinity x -ServerVersion ').CompletionMatches.CompletionText | Should -Be '2010', '2013', '2016', '2019', 'SE'
        (TabExpansion2 'Test-LoadBalancerAffinity x -RuleId MRS200').CompletionMatches.CompletionText | Should -Contain 'MRS2004'
        (TabExpansion2 'Test-LoadBalancerAffinity x -Vantage ').CompletionMatches.CompletionText | Should -Be 'External', 'Internal', 'Unknown'
    }
}

Describe 'Input that cannot be used' {
    It '<What> is one error with its id' -ForEach @(
        @{ What = 'a null'; Script = { $null | Test-LoadBalancerAffinity @fail }; Id = 'InputNull' }
        @{ What = 'a text with a space'; Script = { 'bad host!' | Test-LoadBalancerAffinity @fail }; Id = 'UriInvalid' }
        @{ What = 'a bad computer name'; Script = { Test-LoadBalancerAffinity -ComputerName 'a b' @fail }; Id = 'UriInvalid' }
        @{ What = 'an object of another kind'; Script = { [pscustomobject] @{ Colour = 'blue' } | Test-LoadBalancerAffinity @fail }; Id = 'NotAnEndpoint' }
        @{ What = 'a keep-alive time that is none'; Script = { [pscustomobject] @{ Server = 'EX01'; KeepAliveTime = 'soon' } | Test-LoadBalancerAffinity @fail }; Id = 'KeepAliveInvalid' }
        @{ What = 'half a result'; Script = { [pscustomobject] @{ Verdict = 'NoAffinity'; HostName = 'x'; Observation = 'text' } | Test-LoadBalancerAffinity @fail }; Id = 'ObservationInvalid' }
    ) {
        . $Script | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be "$Id,MrsDiag.Commands.TestLoadBalancerAffinityCommand"
        $problems[0].TargetObject | Should -Not -BeNullOrEmpty
    }

    It '<What> ends the command' -ForEach @(
        @{ What = 'a bad address'; Script = { Test-LoadBalancerAffinity mail.contoso.com -Address 'a b' }; Id = 'AddressInvalid' }
        @{ What = 'a version that is none'; Script = { Test-LoadBalancerAffinity mail.contoso.com -ServerVersion 2003 }; Id = 'ServerVersionInvalid' }
        @{ What = 'a bad DNS server'; Script = { Test-LoadBalancerAffinity mail.contoso.com -DnsServer '10.0.0.1:99999' }; Id = 'DnsServerInvalid' }
        @{ What = 'a keep-alive time in seconds'; Script = { Test-LoadBalancerAffinity mail.contoso.com -KeepAliveTime 900 }; Id = 'ParameterArgumentTransformationError' }
        @{ What = 'a duration that is none'; Script = { Test-LoadBalancerAffinity mail.contoso.com -Duration soon }; Id = 'ParameterArgumentTransformationError' }
        @{ What = 'three source addresses'; Script = { Test-LoadBalancerAffinity mail.contoso.com -SourceAddress 127.0.0.1, 127.0.0.2, 127.0.0.3 }; Id = 'ParameterArgumentValidationError' }
        @{ What = 'no connection at all'; Script = { Test-LoadBalancerAffinity mail.contoso.com -Count 0 }; Id = 'ParameterArgumentValidationError' }
    ) {
        $Script | Should -Throw -ErrorId "$Id,MrsDiag.Commands.TestLoadBalancerAffinityCommand"
    }
}

Describe 'Several endpoints' {
    It 'are tested at once and come in the order of the input with -Ordered' {
        $one = New-Balancer turns
        $other = New-Balancer source
        try {
            ($one.Uri, $other.Uri | Test-LoadBalancerAffinity -Ordered @brief).Uri | Should -Be $one.Uri, $other.Uri
            @($one.Uri, $other.Uri | Test-LoadBalancerAffinity -ThrottleLimit 1 @brief).Count | Should -Be 2
        }
        finally { $one, $other | ForEach-Object Dispose }
    }
}
