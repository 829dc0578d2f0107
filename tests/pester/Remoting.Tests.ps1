param([string] $Manifest = "$PSScriptRoot/../../MrsDiag.psd1")

BeforeDiscovery {
    # sshd must be called by its full path; it is not on every PATH.
    $sshd = @('/usr/sbin/sshd', (Get-Command sshd -ErrorAction Ignore).Source) | Where-Object { $_ -and (Test-Path $_) } | Select-Object -First 1
    $missing = if ($IsWindows -or $PSVersionTable.PSVersion.Major -lt 7) { 'sshd as a peer is used on Linux and macOS' }
    elseif (-not $sshd) { 'there is no sshd' }
    elseif (-not (Get-Command ssh -ErrorAction Ignore)) { 'there is no ssh' }
    if ($missing -and ($env:MRSDIAG_REQUIRE -split ',') -contains 'sshd') { throw "sshd is required here: $missing." }
}

Describe 'Findings through Invoke-Command to another process' -Skip:($null -ne $missing) {
    BeforeAll {
        . "$PSScriptRoot/SampleReports.ps1"
        Import-Module $Manifest -Force
        $sshd = @('/usr/sbin/sshd', (Get-Command sshd -ErrorAction Ignore).Source) | Where-Object { $_ -and (Test-Path $_) } | Select-Object -First 1
        $affinity = New-SampleReport -Path (Join-Path $TestDrive 'affinity.clixml') -Scenario AffinityLost2010
        $folder = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) "mrsdiag-sshd-$([guid]::NewGuid())")).FullName
        chmod 700 $folder
        ssh-keygen -q -t ed25519 -N '' -f "$folder/host"
        ssh-keygen -q -t ed25519 -N '' -f "$folder/user"
        Copy-Item "$folder/user.pub" "$folder/authorized"
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start(); $port = $listener.LocalEndpoint.Port; $listener.Stop()
        @"
Port $port
ListenAddress 127.0.0.1
HostKey $folder/host
AuthorizedKeysFile $folder/authorized
PidFile $folder/pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
Subsystem powershell $((Get-Process -Id $PID).Path) -sshs -NoLogo
"@ | Set-Content "$folder/config"
        if (-not (Test-Path /run/sshd)) { $null = New-Item -ItemType Directory -Path /run/sshd -Force -ErrorAction Ignore }
        $server = Start-Process -FilePath $sshd -ArgumentList '-D', '-e', '-f', "$folder/config" -PassThru -RedirectStandardError "$folder/log"
        $deadline = [datetime]::UtcNow.AddSeconds(20)
        do {
            Start-Sleep -Milliseconds 100
            $client = [System.Net.Sockets.TcpClient]::new()
            try { $client.Connect('127.0.0.1', $port); $up = $true } catch { $up = $false } finally { $client.Dispose() }
        } until ($up -or $server.HasExited -or [datetime]::UtcNow -gt $deadline)
        if (-not $up) { throw "sshd does not listen:`n$(Get-Content "$folder/log" -Raw)" }
        $session = New-PSSession -HostName 127.0.0.1 -Port $port -UserName ([Environment]::UserName) -KeyFilePath "$folder/user" -Options @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR' }
    }

    AfterAll {
        if ($session) { Remove-PSSession $session }
        if ($server -and -not $server.HasExited) { $server.Kill(); $server.WaitForExit(5000) | Out-Null }
        if ($folder) { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore }
    }

    It 'come back whole from where they were made' {
        $found = Invoke-Command -Session $session -ArgumentList $Manifest, $affinity {
            param($Manifest, $File)
            Import-Module $Manifest
            Get-MoveReportFinding -Path $File
        }
        $here = Get-MoveReportFinding -Path $affinity
        $cause = $found | Where-Object RuleId -EQ MRS3001
        $cause.PSObject.TypeNames[0] | Should -Be 'Deserialized.MrsDiag.Finding'
        $cause.Evidence[0].Time.ToUniversalTime() | Should -Be $here[0].Evidence[0].Time
        @($found.Message) | Should -Be @($here.Message)
        ($found | Format-List | Out-String -Width 100) | Should -Match 'What to do'
    }

    It 'are made here from what the other process exports' {
        $moves = Invoke-Command -Session $session -ArgumentList $affinity { param($File) Import-Clixml $File }
        ($moves | Get-MoveReportFinding).RuleId | Should -Be (Get-MoveReportFinding -Path $affinity).RuleId
    }
}
