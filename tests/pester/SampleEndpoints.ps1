# Observations of endpoints, as a probe writes them down: a healthy one, and one for each stage at which the way to MRS Proxy can end.
# They are judged for real; only the network is missing. Needs the module to be imported.

function New-SampleExchange([string] $Purpose, [int] $Status, [hashtable] $More = @{}) {
    $reasons = @{ 200 = 'OK'; 302 = 'Found'; 401 = 'Unauthorized'; 403 = 'Forbidden'; 500 = 'Internal Server Error'; 501 = 'Not Implemented'; 503 = 'Service Unavailable' }
    $get = $Purpose -in 'Get', 'HealthCheck'
    $exchange = [MrsDiag.Endpoints.HttpExchange] @{
        Purpose = $Purpose; Method = if ($get) { 'GET' } else { 'POST' }; StartedAt = $script:SampleTime; End = 'Succeeded'
        Path = if ($Purpose -eq 'HealthCheck') { '/EWS/healthcheck.htm' } else { '/EWS/mrsproxy.svc' }
        Status = $Status; Reason = $reasons[$Status]; TimeToAnswer = [timespan]::FromMilliseconds(14)
        SentExpect = $Purpose -like 'Expect*'; SentBody = -not $get -and $Purpose -ne 'ExpectBodyHeldBack'
        Headers = New-SampleHeader @{ Server = 'Microsoft-IIS/10.0'; 'X-Powered-By' = 'ASP.NET' }
    }
    if ($Status -eq 401) {
        $exchange.AuthenticationSchemes = 'negotiate', 'ntlm'
        $exchange.Headers += New-SampleHeader @{ 'X-FEServer' = 'EX01'; 'WWW-Authenticate' = 'Negotiate' }
        $exchange.Headers += New-SampleHeader @{ 'WWW-Authenticate' = 'NTLM' }
    }
    foreach ($key in $More.Keys) { $exchange.$key = $More[$key] }
    $exchange
}

function New-SampleHeader([hashtable] $Headers) {
    @(foreach ($name in $Headers.Keys | Sort-Object) { [MrsDiag.Endpoints.HttpHeaderObservation] @{ Name = $name; Value = $Headers[$name] } })
}

function New-SampleCertificate([string] $Subject, [string] $Issuer, [string[]] $Names = @()) {
    [MrsDiag.Endpoints.CertificateObservation] @{
        Subject = $Subject; Issuer = $Issuer; Names = $Names; SerialNumber = '0A1B2C'
        NotBefore = $script:SampleTime.AddDays(-100); NotAfter = $script:SampleTime.AddDays(265)
        Sha256 = -join ([System.Security.Cryptography.SHA256]::Create().ComputeHash([System.Text.Encoding]::UTF8.GetBytes("$Subject|$Names")) | ForEach-Object { $_.ToString('X2') })
        Thumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
    }
}

# A healthy endpoint that was tested from outside, without credentials.
function New-SampleObservation([string] $HostName, [string] $Address = '203.0.113.10') {
    $ms = { param($n) [timespan]::FromMilliseconds($n) }
    $versions = @(foreach ($v in 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3') {
        [MrsDiag.Endpoints.TlsVersionObservation] @{ Version = $v; Answer = if ($v -eq 'TLS 1.2') { 'accepted' } else { 'refused' }; Detail = if ($v -eq 'TLS 1.2') { 'ECDHE-RSA-AES256-GCM-SHA384' } else { 'protocol_version' } } })
    [MrsDiag.Endpoints.EndpointObservation] @{
        Uri = "https://$HostName/EWS/mrsproxy.svc"; Host = $HostName; Address = $Address; StartedAt = $script:SampleTime; Duration = & $ms 640
        ComputerName = 'ADMIN01'; SourceAddress = '198.51.100.20'; Vantage = 'External'; VantageReason = 'The address is public and this computer has another one.'
        Dns = [MrsDiag.Endpoints.DnsObservation] @{
            End = 'Succeeded'; Addresses = $Address; Duration = & $ms 12; QueryEnd = 'Succeeded'; Server = '198.51.100.53:53'; QueryAddresses = $Address; TimeToLive = 300
            Records = @([MrsDiag.Endpoints.DnsRecordObservation] @{ Name = $HostName; Type = 'A'; Value = $Address; TimeToLive = 300 })
        }
        Tcp = [MrsDiag.Endpoints.TcpObservation] @{ End = 'Succeeded'; Duration = & $ms 9 }
        Tls = [MrsDiag.Endpoints.TlsObservation] @{
            End = 'Succeeded'; Duration = & $ms 31; NegotiatedVersion = 'TLS 1.2'; Cipher = 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'; Versions = $versions
            IsTrusted = $true; NameMatches = $true; IntermediateMissing = $false
            Certificates = @(
                New-SampleCertificate "CN=$HostName" 'CN=Sample Issuing CA' @($HostName, 'autodiscover.contoso.com')
                New-SampleCertificate 'CN=Sample Issuing CA' 'CN=Sample Root CA'
            )
        }
        Exchanges = @(
            foreach ($purpose in 'Get', 'Post', 'ExpectBodyAtOnce', 'ExpectBodyHeldBack', 'BodyHeldBack', 'Chunked') { New-SampleExchange $purpose 401 }
            New-SampleExchange ExpectWsSecurity 500 @{ Path = '/EWS/exchange.asmx/wssecurity'; SawContinue = $true; SentBody = $true; TimeToContinue = & $ms 11 }
            New-SampleExchange HealthCheck 200 @{ Body = "200 OK<br/>EX01.contoso.com"; BodyLength = 27 }
        )
        Challenges = @(foreach ($scheme in 'NTLM', 'Negotiate') {
            [MrsDiag.Endpoints.ChallengeObservation] @{
                Scheme = $scheme; End = 'Succeeded'; Status = 401; HasChallenge = $true; NetBiosComputerName = 'EX01'; NetBiosDomainName = 'CONTOSO'
                DnsComputerName = 'EX01.contoso.com'; DnsDomainName = 'contoso.com'; DnsTreeName = 'contoso.com'; OsVersion = '10.0.17763'
                ClockSkew = [timespan]::FromSeconds(1); FrontEndServer = 'EX01'; Duration = & $ms 13
            } })
        NotTested = @([MrsDiag.Endpoints.StageNote] @{ Stage = 'Logon'; Reason = 'noCredential'; Detail = 'no credential was given' })
    }
}

function New-SampleLogon([int] $Status, [hashtable] $More = @{}) {
    $logon = [MrsDiag.Endpoints.LogonObservation] @{
        Kind = 'get'; Scheme = 'NTLM'; AccountForm = 'domainUser'; StartedAt = $script:SampleTime; End = 'Succeeded'; Status = $Status; WasAsked = $true
        Headers = New-SampleHeader @{ Server = 'Microsoft-IIS/10.0'; 'X-FEServer' = 'EX01' }; Duration = [timespan]::FromMilliseconds(48)
    }
    foreach ($key in $More.Keys) { $logon.$key = $More[$key] }
    $logon
}

# What comes after the stage at which the way ended was not looked at.
function Clear-SampleStage([MrsDiag.Endpoints.EndpointObservation] $Seen, [string] $Last) {
    $stages = 'Dns', 'Tcp', 'Tls', 'Http', 'Expect', 'Ntlm', 'Logon', 'Health'
    $rest = $stages[($stages.IndexOf($Last) + 1)..($stages.Count - 1)]
    if ($rest -contains 'Tcp') { $Seen.Tcp = [MrsDiag.Endpoints.TcpObservation]::new(); $Seen.Address = ''; $Seen.SourceAddress = ''; $Seen.Vantage = 'Unknown'; $Seen.VantageReason = 'There is no address.' }
    if ($rest -contains 'Tls') { $Seen.Tls = [MrsDiag.Endpoints.TlsObservation]::new() }
    $Seen.Exchanges = @()
    $Seen.Challenges = @()
    $Seen.NotTested = @(foreach ($stage in $rest) {
        [MrsDiag.Endpoints.StageNote] @{ Stage = $stage; Reason = 'stageBeforeFailed'; Detail = 'a stage before failed' } })
}

$script:SampleTime = [datetime]::new(2024, 5, 1, 10, 0, 12, [System.DateTimeKind]::Utc)

# The samples by host name, as the examples of the help name them.
$script:SampleEndpoints = [ordered] @{
    'mail.contoso.com'   = { New-SampleObservation mail.contoso.com }
    # A slip of the pen in the name.
    'mail.contosso.com'  = {
        $seen = New-SampleObservation mail.contosso.com
        $seen.Dns = [MrsDiag.Endpoints.DnsObservation] @{
            End = 'Failed'; Error = 'Name or service not known'; Duration = [timespan]::FromMilliseconds(40)
            QueryEnd = 'Succeeded'; QueryError = 'NXDOMAIN'; Server = '198.51.100.53:53'
        }
        Clear-SampleStage $seen Dns
        $seen
    }
    # A firewall that drops what comes from here.
    'legacy.contoso.com' = {
        $seen = New-SampleObservation legacy.contoso.com 203.0.113.25
        $seen.Tcp = [MrsDiag.Endpoints.TcpObservation] @{ End = 'TimedOut'; Error = 'Connection timed out'; Duration = [timespan]::FromSeconds(10) }
        Clear-SampleStage $seen Tcp
        $seen.Address = '203.0.113.25'; $seen.Vantage = 'External'
        $seen
    }
    # A device that ends the handshake.
    'old.contoso.com'    = {
        $seen = New-SampleObservation old.contoso.com 203.0.113.30
        $seen.Tls = [MrsDiag.Endpoints.TlsObservation] @{
            End = 'TlsFailed'; Error = 'Authentication failed, see inner exception. --> protocol_version'; Duration = [timespan]::FromMilliseconds(20)
            Versions = @(foreach ($v in 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3') {
                [MrsDiag.Endpoints.TlsVersionObservation] @{ Version = $v; Answer = if ($v -eq 'TLS 1.0') { 'accepted' } else { 'refused' }; Detail = if ($v -eq 'TLS 1.0') { 'AES128-SHA' } else { 'protocol_version' } } })
        }
        Clear-SampleStage $seen Tls
        $seen
    }
    # The server's own name, which no certificate covers.
    'ex01.contoso.com'   = {
        $seen = New-SampleObservation ex01.contoso.com
        $seen.Tls.Certificates[0].Subject = 'CN=mail.contoso.com'
        $seen.Tls.Certificates[0].Names = 'mail.contoso.com', 'autodiscover.contoso.com'
        $seen.Tls.NameMatches = $false
        $seen
    }
    # A publishing device that wants a logon in a form first.
    'portal.contoso.com' = {
        $seen = New-SampleObservation portal.contoso.com 203.0.113.40
        $form = '/CookieAuth.dll?GetLogon?curl=Z2FEWSZ2Fmrsproxy.svc'
        $seen.Exchanges = @(foreach ($purpose in 'Get', 'Post', 'ExpectBodyAtOnce', 'ExpectBodyHeldBack', 'BodyHeldBack', 'Chunked', 'HealthCheck') {
            New-SampleExchange $purpose 302 @{ Headers = New-SampleHeader @{ Location = $form } } })
        $seen.Challenges = @(foreach ($scheme in 'NTLM', 'Negotiate') { [MrsDiag.Endpoints.ChallengeObservation] @{ Scheme = $scheme; End = 'Succeeded'; Status = 302; Duration = [timespan]::FromMilliseconds(9) } })
        $seen
    }
    # A load balancer that does not know Expect: 100-continue.
    'mail.fabrikam.com'  = {
        $seen = New-SampleObservation mail.fabrikam.com 203.0.113.50
        foreach ($exchange in $seen.Exchanges | Where-Object SentExpect) {
            $exchange.Status = 501; $exchange.Reason = 'Not Implemented'; $exchange.Headers = @(); $exchange.AuthenticationSchemes = @()
            $exchange.SawContinue = $false; $exchange.TimeToContinue = $null; $exchange.ConnectionClosed = $true; $exchange.SentBody = $false
        }
        $seen
    }
    # Windows authentication is switched off.
    'ews.contoso.com'    = {
        $seen = New-SampleObservation ews.contoso.com 203.0.113.60
        foreach ($exchange in $seen.Exchanges | Where-Object Status -EQ 401) {
            $exchange.AuthenticationSchemes = @('basic'); $exchange.Realm = 'ews.contoso.com'
            $exchange.Headers = New-SampleHeader @{ Server = 'Microsoft-IIS/10.0'; 'X-Powered-By' = 'ASP.NET'; 'X-FEServer' = 'EX01'; 'WWW-Authenticate' = 'Basic realm="ews.contoso.com"' }
        }
        $seen.Challenges = @(foreach ($scheme in 'NTLM', 'Negotiate') { [MrsDiag.Endpoints.ChallengeObservation] @{ Scheme = $scheme; End = 'Succeeded'; Status = 401; FrontEndServer = 'EX01'; Duration = [timespan]::FromMilliseconds(9) } })
        $seen
    }
    # The password is wrong.
    'cloud.contoso.com'  = {
        $seen = New-SampleObservation cloud.contoso.com
        $seen.Logons = @(New-SampleLogon 401 @{ Headers = New-SampleHeader @{ Server = 'Microsoft-IIS/10.0'; 'WWW-Authenticate' = 'NTLM' } })
        $seen.NotTested = @()
        $seen
    }
    # MRS Proxy is disabled on the server.
    'hybrid.contoso.com' = {
        $seen = New-SampleObservation hybrid.contoso.com
        $seen.Logons = @(New-SampleLogon 403)
        $seen.NotTested = @()
        $seen
    }
    # A server that takes itself out of service.
    'ex02.contoso.com'   = {
        $seen = New-SampleObservation ex02.contoso.com
        $health = $seen.Exchanges | Where-Object Purpose -EQ HealthCheck
        $health.Status = 503; $health.Reason = 'Service Unavailable'; $health.Body = ''; $health.BodyLength = 0
        $seen
    }
}

function Get-SampleObservation([string] $HostName) { & $script:SampleEndpoints[$HostName] }

# The virtual directories of two servers behind one name, and what a probe of each sees.
function Get-WebServicesVirtualDirectory {
    foreach ($server in 'EX01', 'EX02') {
        [pscustomobject] @{
            PSTypeName = 'Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ADWebServicesVirtualDirectory'
            Identity = "$server\EWS (Default Web Site)"; Server = $server; ExternalUrl = 'https://mail.contoso.com/EWS/Exchange.asmx'
            InternalUrl = 'https://mail.contoso.com/EWS/Exchange.asmx'; MRSProxyEnabled = $server -eq 'EX01'; WindowsAuthentication = $true
            BasicAuthentication = $false; WSSecurityAuthentication = $true; ExtendedProtectionTokenChecking = 'None'
        }
    }
}

function New-SampleDirectObservation($Directory) {
    $seen = New-SampleObservation mail.contoso.com @{ EX01 = '10.0.0.11'; EX02 = '10.0.0.12' }[$Directory.Server]
    $seen.Route = 'Direct'; $seen.PinnedName = $Directory.Server; $seen.Vantage = 'Internal'; $seen.IsFirst = $Directory.Server -eq 'EX01'
    $seen.VantageReason = 'The address is private.'
    foreach ($challenge in $seen.Challenges) { $challenge.NetBiosComputerName = $Directory.Server; $challenge.FrontEndServer = $Directory.Server }
    $seen.Configuration = [MrsDiag.Configuration.VirtualDirectory] @{
        Identity = $Directory.Identity; Server = $Directory.Server; Version = '15.2.1118.7'; ExternalUrl = $Directory.ExternalUrl; InternalUrl = $Directory.InternalUrl
        MrsProxyEnabled = $Directory.MRSProxyEnabled; WindowsAuthentication = $true; BasicAuthentication = $false; WsSecurityAuthentication = $true
        ExtendedProtection = 'None'
    }
    if ($Directory.MRSProxyEnabled) { $seen.Configuration.DisabledElsewhere = 'EX02' } else { $seen.Configuration.EnabledElsewhere = 'EX01' }
    $seen
}

function Get-SampleObservation([string] $HostName) { & $script:SampleEndpoints[$HostName] }

function Get-Credential { }

# Stands before the command of the module in the examples of the help: what the network would have shown comes from the samples.
function Test-MrsProxyEndpoint {
    param(
        [Parameter(Position = 0)] [string[]] $Uri, [string[]] $ComputerName, $Credential, [switch] $Quiet, [switch] $Ordered,
        [Parameter(ValueFromPipeline)] $InputObject
    )
    begin {
        $seen = @(foreach ($name in @($Uri) + $ComputerName) { if ($name) { Get-SampleObservation $name } })
    }
    process {
        if ($InputObject.ExternalUrl) {
            # The name itself comes first, once for all servers behind it.
            if (-not $seen) { $seen += Get-SampleObservation ([uri] $InputObject.ExternalUrl).Host }
            $seen += New-SampleDirectObservation $InputObject
        }
        elseif ($null -ne $InputObject) { $seen += $InputObject }
    }
    end { $seen | MrsDiag\Test-MrsProxyEndpoint -Quiet:$Quiet }
}
