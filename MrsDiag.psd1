@{
    RootModule             = 'bin/MrsDiag.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '7a14744c-ba75-4639-a7b0-3abde7abb019'
    Author                 = 'The MrsDiag contributors'
    CompanyName            = 'The MrsDiag contributors'
    Copyright              = 'MIT licence'
    Description            = 'Tells why a hybrid Exchange mailbox move is slow, stalled or failing, and what to do next, from what an administrator already has: move reports, the endpoint, the logs, the directory. Changes nothing.'

    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')

    # Explicit, so that a command can be found without loading the module.
    CmdletsToExport        = @(
        'Get-MoveReportFinding'
        'Get-MrsDiagRule'
        'Test-LoadBalancerAffinity'
        'Test-MrsDiagRulePack'
        'Test-MrsProxyEndpoint'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    FormatsToProcess       = @('bin/MrsDiag.Format.ps1xml')
    TypesToProcess         = @('bin/MrsDiag.Types.ps1xml')

    PrivateData            = @{
        PSData = @{
            Tags = @('Exchange', 'Hybrid', 'Migration', 'Mailbox', 'MoveRequest', 'MRS', 'MRSProxy', 'Diagnostics', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
