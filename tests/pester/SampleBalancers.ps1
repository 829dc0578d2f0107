# Observations of load balancers, as a test writes them down: one for each verdict. They are judged for real; only the network is
# missing. Needs the module to be imported.

$script:BalancerTime = [datetime]::new(2024, 5, 1, 10, 0, 0, [System.DateTimeKind]::Utc)

# Each way of asking with the number of its requests, in the order in which a test goes through them.
$script:SampleVariants = [ordered] @{ NewConnection = 12; Cookies = 6; TlsResumption = 6; OneConnection = 4; HeldOpen = 8; EachAddress = 6; SecondSource = 6; AfterPause = 3 }

# $Server gives the server of the request: it gets the variant and the number of the request within it, from 0.
function New-SampleTest([string] $HostName, [scriptblock] $Server, [hashtable] $More = @{}, [string[]] $Cookie = @(), [int] $Build = 15, [scriptblock] $Address = { '203.0.113.10' }) {
    $without = @(if (-not $Cookie) { 'Cookies' }; if (-not $More.Second) { 'SecondSource' }; if (-not $More.Addresses) { 'EachAddress' })
    $at = $script:BalancerTime
    $connection = 0
    $trials = foreach ($variant in $script:SampleVariants.Keys | Where-Object { $_ -notin $without }) {
        if ($variant -eq 'AfterPause') { $at = $at.AddSeconds(5) }
        for ($i = 0; $i -lt $script:SampleVariants[$variant]; $i++) {
            $isSame = $variant -eq 'OneConnection' -and $i -gt 0
            if (-not $isSame) { $connection++ }
            $name = & $Server $variant $i
            $trial = [MrsDiag.Affinity.AffinityTrial] @{
                Variant = $variant; Number = $i + 1; Connection = $connection; RequestOnConnection = if ($isSame) { $i + 1 } else { 1 }
                Address = & $Address $variant $i; SourceAddress = if ($variant -eq 'SecondSource') { '198.51.100.21' } else { '198.51.100.20' }
                StartedAt = $at; Duration = [timespan]::FromMilliseconds(90); End = 'Succeeded'; Status = 401
                NtlmComputer = $name; NtlmDnsComputer = "$name.contoso.com"; OsVersion = if ($Build -eq 14) { '6.1.7601' } else { '10.0.17763' }
                FrontEndServer = if ($Build -eq 14) { '' } else { $name }; ServerHeader = if ($Build -eq 14) { 'Microsoft-IIS/7.5' } else { 'Microsoft-IIS/10.0' }
                CertificateSha256 = '5F' * 32; Resumed = $variant -eq 'TlsResumption'; AfterChallenge = $isSame; ConnectionClosed = $variant -ne 'OneConnection'
                SentCookies = if ($variant -eq 'Cookies') { $Cookie } else { @() }; SetCookies = if ($variant -eq 'NewConnection') { $Cookie } else { @() }
            }
            if ($variant -eq 'NewConnection' -and $i % 5 -eq 0 -and $Build -ne 14) { $trial.HealthServer = "$name.contoso.com" }
            foreach ($key in $More.Trial.Keys) { $trial.$key = $More.Trial[$key] }
            $trial
            $at = $at.AddMilliseconds(150)
        }
    }
    $seen = [MrsDiag.Affinity.AffinityObservation] @{
        Uri = "https://$HostName/EWS/mrsproxy.svc"; Host = $HostName; StartedAt = $script:BalancerTime; Duration = $at - $script:BalancerTime
        ComputerName = 'ADMIN01'; Vantage = 'External'; Count = 12; PlannedRequests = $trials.Count + 4; SentRequests = $trials.Count + 3; Trials = $trials
        Dns = [MrsDiag.Endpoints.DnsObservation] @{ End = 'Succeeded'; Addresses = @($trials.Address | Sort-Object -Unique); TimeToLive = 300 }
        NotTested = @(
            if ('Cookies' -in $without) { 'Cookies: no answer set one.' }
            if ('EachAddress' -in $without) { 'Each address: there is one only.' }
            if ('SecondSource' -in $without) { 'Second source address: none was given.' }
            'Long watch: no duration was given.'
            if (-not $More.Idle) { 'Idle time: no silence to measure was given.' }
        )
    }
    foreach ($key in $More.Keys | Where-Object { $_ -notin 'Trial', 'Second', 'Addresses' }) { $seen.$key = $More[$key] }
    $seen
}

# One connection stays with one server also where new ones take turns.
$script:TakeTurns = { param($Variant, $Number) if ($Variant -eq 'OneConnection') { 'CAS2' } else { "CAS$(1 + $Number % 2)" } }

$script:SampleBalancers = @{
    # The load balancer in front of two servers with Exchange 2010 whose persistence was lost.
    'before'               = { New-SampleTest mail.contoso.com $script:TakeTurns @{ GivenVersion = '14.3.178.0'; GivenServers = 'CAS1', 'CAS2' } -Build 14 }
    # The same, put right.
    'mail.contoso.com'     = { New-SampleTest mail.contoso.com { 'CAS1' } @{ GivenVersion = '14.3'; GivenServers = 'CAS1', 'CAS2' } -Build 14 }
    'sticky.contoso.com'   = { New-SampleTest sticky.contoso.com { param($Variant) if ($Variant -eq 'SecondSource') { 'CAS2' } else { 'CAS1' } } @{ GivenVersion = '14.3'; Second = $true } -Build 14 }
    'cookie.contoso.com'   = {
        New-SampleTest cookie.contoso.com { param($Variant, $Number) if ($Variant -in 'Cookies', 'OneConnection') { 'CAS1' } else { "CAS$(1 + $Number % 2)" } } @{ GivenVersion = '14.3' } `
            -Cookie 'BIGipServerpool_ews' -Build 14
    }
    'ews.contoso.com'      = { New-SampleTest ews.contoso.com { param($Variant, $Number) "EX0$(1 + $Number % 2)" } }
    'two.contoso.com'      = {
        New-SampleTest two.contoso.com { param($Variant, $Number) if ($Variant -eq 'EachAddress' -and $Number -ge 3) { 'CAS2' } else { 'CAS1' } } @{ GivenVersion = '14.3'; Addresses = $true } -Build 14 `
            -Address { param($Variant, $Number) if ($Variant -eq 'EachAddress' -and $Number -ge 3) { '203.0.113.11' } else { '203.0.113.10' } }
    }
    'edge.contoso.com'     = { New-SampleTest edge.contoso.com { 'EX01' } @{ Trial = @{ NtlmComputer = ''; NtlmDnsComputer = ''; OsVersion = ''; HealthServer = '' } } }
    'mail.fabrikam.com'    = { New-SampleTest mail.fabrikam.com { param($Variant, $Number) if ($Variant -eq 'OneConnection') { 'EX01' } else { "EX0$(1 + $Number % 3)" } } }
    # Nothing wrong with affinity; an idle connection is cut off after 40 seconds.
    'idle.contoso.com'     = {
        New-SampleTest idle.contoso.com { 'CAS1' } @{
            GivenVersion = '14.3'; DeviceIdleTimeout = [timespan]::FromMinutes(15)
            KeepAlive = @(
                [MrsDiag.Affinity.KeepAliveSetting] @{ Server = 'CAS1'; KeepAliveTime = [timespan]::FromMinutes(30) }
                [MrsDiag.Affinity.KeepAliveSetting] @{ Server = 'CAS2' }
            )
            Idle = @(
                [MrsDiag.Affinity.IdleObservation] @{ Wait = [timespan]::FromSeconds(30); Address = '203.0.113.10'; End = 'Succeeded'; Status = 401; ServerBefore = 'CAS1'; ServerAfter = 'CAS1' }
                [MrsDiag.Affinity.IdleObservation] @{ Wait = [timespan]::FromSeconds(60); Address = '203.0.113.10'; End = 'Reset'; EndedAfter = [timespan]::FromSeconds(40); ServerBefore = 'CAS1' }
                [MrsDiag.Affinity.IdleObservation] @{ Wait = [timespan]::FromSeconds(110); Address = '203.0.113.10'; End = 'Reset'; EndedAfter = [timespan]::FromSeconds(40); ServerBefore = 'CAS1' }
            )
        } -Build 14
    }
}

function Get-SampleBalancer([string] $HostName) { & $script:SampleBalancers[$HostName] }

# What Invoke-Command brings back of the registry of the servers.
function Invoke-Command {
    param([string[]] $ComputerName, [scriptblock] $ScriptBlock)
    [pscustomobject] @{ KeepAliveTime = 1800000; PSComputerName = 'CAS1' }
    [pscustomobject] @{ PSPath = 'Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'; PSComputerName = 'CAS2' }
}

# Stands before the command of the module in the examples of the help: what the network would have shown comes from the samples.
function Test-LoadBalancerAffinity {
    param(
        [Parameter(Position = 0)] [string[]] $Uri, [string[]] $SourceAddress, [string] $ServerVersion, [switch] $MeasureIdleTime, $DeviceIdleTimeout, [switch] $Quiet,
        [Parameter(ValueFromPipeline)] $InputObject
    )
    begin {
        $seen = @($Uri | Where-Object { $_ } | ForEach-Object { Get-SampleBalancer $_ })
    }
    process {
        # The move failed before the load balancer was put right.
        if ($InputObject.RemoteHostName -eq 'mail.contoso.com') { $seen += Get-SampleBalancer before }
        elseif ($InputObject.Observation) { $seen += $InputObject }
    }
    end { $seen | MrsDiag\Test-LoadBalancerAffinity -Quiet:$Quiet }
}
