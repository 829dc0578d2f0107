# Stand-ins for the commands of Exchange that the examples of the help begin with, and the files that they read. The objects have the
# properties of the real ones; names, times and texts are samples.

function New-SampleEntry([datetime] $At, [string] $Message, [string] $Type = 'Informational') {
    [pscustomobject] @{ CreationTime = $At; ServerName = 'AM0PR05MB0001'; Type = $Type; Message = $Message }
}

function New-SampleFailure([datetime] $At, [string] $FailureType, [string] $Side, [string] $Message) {
    [pscustomobject] @{ Timestamp = $At; FailureType = $FailureType; FailureCode = -2146233088; FailureSide = $Side; Message = $Message }
}

function New-SampleMove([string] $Name, [hashtable] $Properties, [object[]] $Entries, [object[]] $Failures = @()) {
    $move = [ordered] @{
        PSTypeName = 'Deserialized.Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics'
        DisplayName = $Name; Status = 'InProgress'; StatusDetail = 'CopyingMessages'; SyncStage = 'CopyingMessages'; Flags = 'CrossOrg, Pull'
        RequestStyle = 'CrossOrg'; Direction = 'Pull'; WorkloadType = 'Onboarding'; RemoteHostName = 'mail.contoso.com'; BatchName = 'MigrationService:Wave 1'
        PercentComplete = 45; Message = ''; OverallDuration = [timespan] '05:27:01'
        Report = [pscustomobject] @{ Entries = $Entries; Failures = $Failures }
    }
    foreach ($key in $Properties.Keys) { $move[$key] = $Properties[$key] }
    [pscustomobject] $move
}

function Get-SampleMove {
    $at = [datetime]::new(2024, 5, 1, 10, 0, 12, [System.DateTimeKind]::Utc)
    $call = { param($Server) "https://mail.contoso.com/EWS/mrsproxy.svc $Server.contoso.com (14.3.178.0 caps:05FFFF)" }
    $sequence = {
        param($Server)
        "Communication with remote service '$(& $call $Server)' has failed. --> The call to '$(& $call $Server)' failed. Error details: " +
        'The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. ' +
        'The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted.'
    }
    $connected = "Connected to source mailbox 'Primary (5e3b1d0c-0000-4000-8000-000000000001)', database 'DB01', Mailbox server 'MBX1.contoso.com' " +
        "Version 14.3 (Build 178.0), proxy server 'CAS1.contoso.com' 14.3.178.0 caps:05FFFF."
    $lost = foreach ($i in 0..5) {
        New-SampleFailure $at.AddMinutes(4 * $i) CommunicationErrorTransientException Source (& $sequence ('CAS1', 'CAS2')[$i % 2])
    }
    $moving = New-SampleFailure $at.AddMinutes(21) SourceMailboxAlreadyBeingMovedTransientException Source (
        "Couldn't switch the mailbox into Sync Source mode. This could be because of one of the following reasons: " +
        'Another administrator is currently moving the mailbox. The mailbox is locked. --> The source mailbox is already being moved.')
    New-SampleMove 'Adele Vance' @{ StatusDetail = 'StalledDueToMailboxLock' } @(
        New-SampleEntry $at.AddMinutes(-2) $connected
        New-SampleEntry $at.AddMinutes(-1) 'Stage: CopyingMessages. Percent complete: 45.'
    ) (@($lost) + $moving)
    New-SampleMove 'Alex Wilber' @{} @(New-SampleEntry $at.AddMinutes(-2) $connected) @($lost[0..3])
    New-SampleMove 'Lee Gu' @{ Status = 'Failed'; StatusDetail = 'FailedOther'; FailureType = 'TooManyBadItemsPermanentException' } @(
        New-SampleEntry $at.AddMinutes(30) 'Fatal error TooManyBadItemsPermanentException has occurred.' Error
    ) @(
        New-SampleFailure $at.AddMinutes(30) TooManyBadItemsPermanentException Source 'This mailbox exceeded the maximum number of corrupted items that were specified for this move request.'
    )
    New-SampleMove 'Megan Bowen' @{ Status = 'Synced'; StatusDetail = 'Synced'; PercentComplete = 95 } @(
        New-SampleEntry $at 'Stage: CopyingMessages. Percent complete: 25.'
        New-SampleEntry $at.AddHours(2) 'Stage: IncrementalSync. Percent complete: 95.'
    )
}

function Get-MoveRequest { [CmdletBinding()] param([string] $MoveStatus, [string] $BatchName) Get-SampleMove }

function Get-MoveRequestStatistics {
    param([Parameter(ValueFromPipeline)] $Identity, [switch] $IncludeReport)
    process { if ($Identity -is [string]) { Get-SampleMove | Where-Object DisplayName -like "$(($Identity -split '@')[0])*" } else { $Identity } }
}

function Test-MigrationServerAvailability {
    param([switch] $ExchangeRemoteMove, [string] $RemoteServer, $Credentials)
    [pscustomobject] @{
        Result         = 'Failed'
        Message        = "The connection to the server '$RemoteServer' could not be completed."
        TestedEndpoint = $RemoteServer
        ErrorDetail    = "Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection to the server '$RemoteServer' could not be " +
            "completed. ---> The call to 'https://$RemoteServer/EWS/mrsproxy.svc' failed. Error details: The remote server returned an unexpected " +
            'response: (501) Not Implemented. --> The remote server returned an error: (501) Not Implemented.'
    }
}

# A request as Format-List prints it in an Exchange Management Shell: local time, here in British English.
function Get-SampleReportText {
    'DisplayName  : Adele Vance'
    'Status       : InProgress'
    'StatusDetail : TransientFailure'
    'Flags        : CrossOrg, Pull'
    'RequestStyle : CrossOrg'
    'Report       : 01/05/2024 11:58:12 [EX01] Stage: CopyingMessages. Percent complete: 45.'
    foreach ($retry in 1..4) {
        "               01/05/2024 12:0${retry}:12 [EX01] Transient error CommunicationErrorTransientException has occurred. The system will retry ($retry/60)."
        "               Error details: The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed. Error details: The remote server returned an"
        '               unexpected response: (501) Not Implemented. --> The remote server returned an error: (501) Not Implemented.'
    }
}

# A folder with the files that the examples name, and the place to run them in.
function Set-SampleLocation([string] $Folder, [string] $RulePacks) {
    Set-Location -LiteralPath $Folder
    $null = New-Item -ItemType Directory -Path exports -Force
    Get-SampleMove | Export-Clixml moves.xml -Depth 5
    Get-SampleMove | Export-Clixml exports/moves.xml -Depth 5
    Get-SampleReportText | Set-Content report.txt
    Copy-Item -LiteralPath "$RulePacks/good.yml" -Destination mine.yml
    Copy-Item -LiteralPath "$RulePacks/broken.yml" -Destination draft.yml
    Copy-Item -LiteralPath "$RulePacks/overlay.yml" -Destination overlay.yml
}
