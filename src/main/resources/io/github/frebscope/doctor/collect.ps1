# Gathers what 'frebscope doctor' looks at: traces, logs, configuration and events of IIS servers.
# It reads from the servers and writes only into the folder named below. Nothing is changed there.
#
# Run it as a user who is an administrator of the servers, in Windows PowerShell 5.1 or later:
#   powershell.exe -NoProfile -ExecutionPolicy Bypass -File collect.ps1
#
# The folder then holds configuration files, URLs and addresses of clients. web.config files may
# hold connection strings: look through them before you hand the folder to anybody.

#Requires -Version 5

$ErrorActionPreference = 'Stop'
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw 'A policy of this machine keeps PowerShell in a restricted language mode; run this elsewhere.'
}

$Servers = @(@SERVERS@)
$Out = @OUT@
$Site = @SITE@
$Days = @DAYS@
$MostTraces = @TRACES@
$WebConfigDepth = 4

$Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
$Since = [DateTime]::UtcNow.AddDays(-$Days)
$Problems = New-Object System.Collections.ArrayList
$Copied = 0

function Write-Problem([string]$Text) {
    [void]$script:Problems.Add($Text)
    Write-Warning $Text
}

function Test-Local([string]$Server) {
    if (@('', '.', 'localhost', $env:COMPUTERNAME) -contains $Server) {
        return $true
    }
    return $Server.StartsWith($env:COMPUTERNAME + '.', [StringComparison]::OrdinalIgnoreCase)
}

# What went wrong with a part, and what helps. The other parts and servers go on.
function Write-Failure([string]$Server, [string]$What, $Failure) {
    $cause = $Failure.Exception
    while ($null -ne $cause.InnerException) {
        $cause = $cause.InnerException
    }
    $text = '{0}: {1}: {2}' -f $Server, $What, $cause.Message.Trim()
    if ($cause -is [UnauthorizedAccessException] -or $cause.Message -match 'denied|0x80070005') {
        if (Test-Local $Server) {
            $text += ' Start PowerShell with "Run as administrator".'
        } else {
            $text += ' Run this as a user of the domain who is an administrator of ' + $Server +
                ', or connect first: net use \\' + $Server + '\ADMIN$ /user:DOMAIN\NAME'
        }
    } elseif (-not (Test-Local $Server) -and $cause.Message -match 'network|RPC|path') {
        $text += ' Is the name right, and does the firewall of ' + $Server +
            ' let in file sharing (port 445) and Remote Event Log Management?'
    }
    Write-Problem $text
}

function Invoke-Part([string]$Server, [string]$What, [scriptblock]$Work) {
    try {
        & $Work
    } catch {
        Write-Failure $Server $What $_
    }
}

# D:\logs of web01 is \\web01\D$\logs. A share stays as it is.
function ConvertTo-Share([string]$Server, [string]$Path) {
    if ($Path.StartsWith('\\') -or (Test-Local $Server)) {
        return $Path
    }
    if ($Path -match '^([A-Za-z]):[\\/]*(.*)$') {
        return '\\' + $Server + '\' + $Matches[1] + '$\' + $Matches[2]
    }
    throw ('{0} is no path with a drive, and no share' -f $Path)
}

# Where Windows is installed, and where http.sys writes its errors.
function Get-Machine([string]$Server) {
    $root = $env:SystemRoot
    $errors = ''
    $system32 = ''
    if (Test-Local $Server) {
        # In a 32-bit process System32 is another folder; Sysnative is the true one.
        $name = 'System32'
        if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
            $name = 'Sysnative'
        }
        $system32 = Join-Path $root $name
    } else {
        $root = 'C:\Windows'
        # ADMIN$ is the folder of Windows, on whichever drive it is.
        $system32 = '\\' + $Server + '\ADMIN$\System32'
    }
    try {
        if (Test-Local $Server) {
            $hive = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
        } else {
            $hive = [Microsoft.Win32.RegistryKey]::OpenRemoteBaseKey('LocalMachine', $Server)
        }
        $key = $hive.OpenSubKey('SOFTWARE\Microsoft\Windows NT\CurrentVersion')
        if ($null -ne $key -and $null -ne $key.GetValue('SystemRoot')) {
            $root = [string]$key.GetValue('SystemRoot')
        }
        $key = $hive.OpenSubKey('SYSTEM\CurrentControlSet\Services\HTTP\Parameters')
        if ($null -ne $key -and $null -ne $key.GetValue('ErrorLoggingDir')) {
            $errors = [string]$key.GetValue('ErrorLoggingDir')
        }
        $hive.Close()
    } catch {
        # No remote registry: another way to ask, and then the usual place.
        if (-not (Test-Local $Server)) {
            try {
                $system = Get-CimInstance -ClassName Win32_OperatingSystem `
                    -ComputerName $Server -OperationTimeoutSec 15
                $root = [string]$system.WindowsDirectory
            } catch {
                Write-Host ('{0}: taking {1} for the folder of Windows' -f $Server, $root)
            }
        }
    }
    $drive = $root.Substring(0, 2)
    $variables = @{
        'SystemDrive' = $drive
        'SystemRoot' = $root
        'windir' = $root
        'HOMEDRIVE' = $drive
        'ProgramFiles' = $drive + '\Program Files'
        'ProgramFiles(x86)' = $drive + '\Program Files (x86)'
        'ProgramData' = $drive + '\ProgramData'
        'ALLUSERSPROFILE' = $drive + '\ProgramData'
    }
    return @{ 'System32' = $system32; 'Errors' = $errors; 'Variables' = $variables }
}

# The variables of the server in a path of its configuration.
function Expand-Path($Machine, [string]$Path) {
    $text = $Path
    foreach ($name in $Machine.Variables.Keys) {
        $value = $Machine.Variables[$name].Replace('$', '$$')
        $text = [regex]::Replace($text, [regex]::Escape('%' + $name + '%'), $value, 'IgnoreCase')
    }
    if ($text.Contains('%')) {
        throw ('{0} has a variable of the server that is not known here' -f $Path)
    }
    $text = $text.TrimEnd('\', '/')
    if ($text -match '^[A-Za-z]:$') {
        $text += '\'
    }
    return $text
}

function Copy-One([string]$From, [string]$To) {
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($To))
    # A copy keeps the mark "read-only", which would keep away the copy of the next run.
    if ([System.IO.File]::Exists($To)) {
        [System.IO.File]::SetAttributes($To, 'Normal')
    }
    [System.IO.File]::Copy($From, $To, $true)
    [System.IO.File]::SetAttributes($To, 'Normal')
    $script:Copied++
}

# One file after the other: one that cannot be read does not keep the others away.
function Copy-Files([string]$Server, [string]$What, $Files, [string]$To) {
    foreach ($file in @($Files)) {
        if ($null -eq $file) {
            continue
        }
        try {
            Copy-One $file.FullName ([System.IO.Path]::Combine($To, $file.Name))
        } catch {
            Write-Failure $Server ($What + ' ' + $file.FullName) $_
        }
    }
}

# How much is going to be copied: a log that is never rolled over may be huge.
function Write-Size([string]$Server, [string]$What, [string]$From, $Files) {
    $bytes = [long]0
    foreach ($file in @($Files)) {
        $bytes += $file.Length
    }
    Write-Host ('{0}: {1}: {2} {3}, {4:N0} MB' -f $Server, $From, @($Files).Count, $What,
        [Math]::Ceiling($bytes / 1e6))
}

# Logs of the last days. The time of a file that is being written may lag, so the newest is taken
# in any case.
function Select-Logs([string]$Folder) {
    $files = @(Get-ChildItem -LiteralPath $Folder -Filter '*.log' -File -Force)
    $newest = @($files | Sort-Object -Property CreationTimeUtc -Descending)
    foreach ($file in $newest) {
        if ($file -eq $newest[0] -or $file.LastWriteTimeUtc -ge $Since -or
            $file.CreationTimeUtc -ge $Since) {
            $file
        }
    }
}

function Read-Xml([string]$File) {
    $document = New-Object System.Xml.XmlDocument
    $document.XmlResolver = $null
    $stream = [System.IO.File]::OpenRead($File)
    try {
        $document.Load($stream)
    } finally {
        $stream.Close()
    }
    return , $document
}

# The first of these attributes that is there.
function Get-Setting($Node, [string[]]$Places, [string]$Otherwise) {
    foreach ($place in $Places) {
        $found = $Node.SelectSingleNode($place)
        if ($null -ne $found -and $found.Value -ne '') {
            return $found.Value
        }
    }
    return $Otherwise
}

function Save-Config([string]$Server, $Machine, [string]$To) {
    $from = [System.IO.Path]::Combine($Machine.System32, 'inetsrv\config')
    $config = [System.IO.Path]::Combine($To, 'config')
    $redirection = [System.IO.Path]::Combine($from, 'redirection.config')
    if (Test-Path -LiteralPath $redirection -PathType Leaf) {
        $copy = [System.IO.Path]::Combine($config, 'redirection.config')
        Copy-One $redirection $copy
        $node = (Read-Xml $copy).SelectSingleNode('/configuration/configurationRedirection')
        if ($null -ne $node -and $node.GetAttribute('enabled') -eq 'true') {
            $from = ConvertTo-Share $Server (Expand-Path $Machine $node.GetAttribute('path'))
        }
    }
    $copy = [System.IO.Path]::Combine($config, 'applicationHost.config')
    Copy-One ([System.IO.Path]::Combine($from, 'applicationHost.config')) $copy
    return (Read-Xml $copy)
}

function Save-Traces([string]$Server, $Machine, $Node, [string]$Folder, [string]$To) {
    $directory = Get-Setting $Node @('traceFailedRequestsLogging/@directory',
        '../siteDefaults/traceFailedRequestsLogging/@directory') `
        '%SystemDrive%\inetpub\logs\FailedReqLogFiles'
    $from = ConvertTo-Share $Server (Expand-Path $Machine $directory)
    $from = [System.IO.Path]::Combine($from, $Folder)
    if (-not (Test-Path -LiteralPath $from)) {
        Write-Host ('{0}: no folder {1}, or you may not see it' -f $Server, $from)
        return
    }
    $target = [System.IO.Path]::Combine($To, 'FailedReqLogFiles', $Folder)
    [void][System.IO.Directory]::CreateDirectory($target)
    $all = @(Get-ChildItem -LiteralPath $from -File -Force)
    $traces = @($all | Where-Object { $_.Name -match '^fr[0-9]+\.xml$' } |
        Sort-Object -Property LastWriteTimeUtc -Descending)
    if ($traces.Count -gt $MostTraces) {
        Write-Problem ('{0}: {1}: {2} traces are there; the newest {3} were copied' -f
            $Server, $from, $traces.Count, $MostTraces)
    }
    Copy-Files $Server 'trace' @($traces | Select-Object -First $MostTraces) $target
    Copy-Files $Server 'style sheet' @($all | Where-Object { $_.Name -eq 'freb.xsl' }) $target
}

function Save-Logs([string]$Server, $Machine, $Node, [string]$Folder, [string]$To) {
    $directory = Get-Setting $Node @('logFile/@directory', '../siteDefaults/logFile/@directory') `
        '%SystemDrive%\inetpub\logs\LogFiles'
    $from = ConvertTo-Share $Server (Expand-Path $Machine $directory)
    $from = [System.IO.Path]::Combine($from, $Folder)
    if (-not (Test-Path -LiteralPath $from)) {
        Write-Host ('{0}: no folder {1}, or you may not see it' -f $Server, $from)
        return
    }
    $logs = @(Select-Logs $from)
    Write-Size $Server 'logs' $from $logs
    Copy-Files $Server 'log' $logs ([System.IO.Path]::Combine($To, 'LogFiles', $Folder))
}

# One log for all sites, where the server is set so.
function Save-CentralLog([string]$Server, $Machine, $Config, [string]$To) {
    $log = $Config.SelectSingleNode('/configuration/system.applicationHost/log')
    if ($null -eq $log -or $log.GetAttribute('centralLogFileMode') -ne 'CentralW3C') {
        return
    }
    $directory = Get-Setting $log @('centralW3CLogFile/@directory') `
        '%SystemDrive%\inetpub\logs\LogFiles'
    $from = ConvertTo-Share $Server (Expand-Path $Machine $directory)
    $from = [System.IO.Path]::Combine($from, 'W3SVC')
    $logs = @(Select-Logs $from)
    Write-Size $Server 'logs' $from $logs
    Copy-Files $Server 'log' $logs ([System.IO.Path]::Combine($To, 'LogFiles\W3SVC'))
}

# The web.config files of a site, at the URL paths at which they stand.
function Save-WebConfigs([string]$Server, $Machine, $Node, [string]$Folder, [string]$To) {
    foreach ($application in @($Node.SelectNodes('application'))) {
        foreach ($virtual in @($application.SelectNodes('virtualDirectory'))) {
            $url = $application.GetAttribute('path').Trim('/') + '/' +
                $virtual.GetAttribute('path').Trim('/')
            $url = $url.Trim('/').Replace('/', '\')
            $physical = $virtual.GetAttribute('physicalPath')
            Invoke-Part $Server ('web.config below ' + $physical) {
                $root = ConvertTo-Share $Server (Expand-Path $Machine $physical)
                $root = (Get-Item -LiteralPath $root -Force).FullName.TrimEnd('\')
                $target = [System.IO.Path]::Combine($To, 'config\sites', $Folder, $url)
                $found = @(Get-ChildItem -LiteralPath ($root + '\') -Filter 'web.config' -File -Force `
                    -Recurse -Depth $WebConfigDepth -ErrorAction SilentlyContinue)
                foreach ($file in $found) {
                    $below = $file.DirectoryName.Substring($root.Length).Trim('\')
                    Copy-Files $Server 'web.config' $file ([System.IO.Path]::Combine($target, $below))
                }
            }
        }
    }
}

function Save-HttpErr([string]$Server, $Machine, [string]$To) {
    $from = [System.IO.Path]::Combine($Machine.System32, 'LogFiles\HTTPERR')
    if ($Machine.Errors -ne '') {
        $from = ConvertTo-Share $Server (Expand-Path $Machine $Machine.Errors)
        $from = [System.IO.Path]::Combine($from, 'HTTPERR')
    }
    if (Test-Path -LiteralPath $from) {
        Copy-Files $Server 'HTTPERR log' @(Select-Logs $from) ([System.IO.Path]::Combine($To, 'HTTPERR'))
    } else {
        Write-Host ('{0}: no folder {1}, or you may not see it' -f $Server, $from)
    }
}

# Events as XML in UTF-8, whatever the console speaks.
function Save-Events([string]$Server, [string]$Log, [string[]]$Sources, [string]$To) {
    $names = @($Sources | ForEach-Object { "@Name='" + $_ + "'" }) -join ' or '
    $milliseconds = [long]$Days * 86400000
    $query = '*[System[Provider[' + $names + '] and TimeCreated[timediff(@SystemTime) <= ' +
        $milliseconds + ']]]'
    $asked = @{ 'LogName' = $Log; 'FilterXPath' = $query }
    if (-not (Test-Local $Server)) {
        $asked['ComputerName'] = $Server
    }
    $events = @()
    try {
        $events = @(Get-WinEvent @asked)
    } catch {
        if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') {
            throw
        }
    }
    $file = [System.IO.Path]::Combine($To, 'events', $Log + '.xml')
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
    $encoding = New-Object System.Text.UTF8Encoding($false)
    $writer = New-Object System.IO.StreamWriter($file, $false, $encoding)
    try {
        $writer.WriteLine('<Events>')
        foreach ($event_ in $events) {
            $xml = $event_.ToXml()
            if ($event_.Message) {
                $text = $event_.Message -replace '[\x00-\x08\x0B\x0C\x0E-\x1F]', ' '
                $text = [System.Security.SecurityElement]::Escape($text)
                $xml = $xml -replace '</Event>\s*$', ''
                $xml = $xml + '<RenderingInfo><Message>' + $text + '</Message></RenderingInfo></Event>'
            }
            $writer.WriteLine($xml)
        }
        $writer.WriteLine('</Events>')
    } finally {
        $writer.Close()
    }
    $script:Copied++
}

function Save-Sites([string]$Server, $Machine, $Config, [string]$To) {
    $found = 0
    foreach ($node in @($Config.SelectNodes('/configuration/system.applicationHost/sites/site'))) {
        $id = $node.GetAttribute('id')
        $name = $node.GetAttribute('name')
        if ($Site -ne '' -and $name -ne $Site -and $id -ne $Site) {
            continue
        }
        $found++
        $folder = 'W3SVC' + $id
        Write-Host ('{0}: site {1} ({2})' -f $Server, $name, $folder)
        Invoke-Part $Server ('traces of ' + $name) {
            Save-Traces $Server $Machine $node $folder $To
        }
        Invoke-Part $Server ('logs of ' + $name) {
            Save-Logs $Server $Machine $node $folder $To
        }
        Save-WebConfigs $Server $Machine $node $folder $To
    }
    if ($found -eq 0) {
        Write-Problem ('{0}: no site {1} in its configuration' -f $Server, $Site)
    }
}

# A server that is off would be waited for many times over.
function Test-Answer([string]$Server) {
    $client = New-Object System.Net.Sockets.TcpClient
    try {
        $answered = $client.ConnectAsync($Server, 445).Wait(10000)
    } finally {
        $client.Close()
    }
    if (-not $answered) {
        throw 'no answer of the network within 10 s; nothing was collected'
    }
}

function Save-Server([string]$Server) {
    $name = $Server
    if (Test-Local $Server) {
        $name = $env:COMPUTERNAME
    }
    Write-Host ('Collecting {0}' -f $name)
    if (-not (Test-Local $Server)) {
        Test-Answer $Server
    }
    $to = [System.IO.Path]::Combine($Out, $name)
    $machine = Get-Machine $Server
    $config = $null
    try {
        $config = Save-Config $Server $machine $to
    } catch {
        Write-Failure $name 'configuration, and so the sites and their folders' $_
    }
    if ($null -ne $config) {
        Save-Sites $name $machine $config $to
        Invoke-Part $name 'central log' { Save-CentralLog $Server $machine $config $to }
    }
    Invoke-Part $name 'HTTPERR logs' { Save-HttpErr $Server $machine $to }
    Invoke-Part $name 'System events' {
        Save-Events $Server 'System' @('Microsoft-Windows-WAS', 'WAS', 'Microsoft-Windows-IIS-W3SVC',
            'Microsoft-Windows-HttpEvent', 'EventLog', 'User32') $to
    }
    Invoke-Part $name 'Application events' {
        Save-Events $Server 'Application' @('Microsoft-Windows-IIS-W3SVC-WP',
            'IIS AspNetCore Module V2', 'IIS AspNetCore Module', 'Application Error',
            '.NET Runtime') $to
    }
}

Write-Host ('Collecting into {0}' -f $Out)
foreach ($server in $Servers) {
    try {
        Save-Server $server
    } catch {
        Write-Failure $server 'server' $_
    }
}

Write-Host ('{0} files in {1}' -f $Copied, $Out)
if ($Problems.Count -gt 0) {
    Write-Host ('{0} things could not be collected; the warnings above say which.' -f $Problems.Count)
}
Write-Host ('Next: frebscope doctor "{0}"' -f $Out)
