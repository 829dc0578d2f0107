using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Binding;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Endpoints;

/// <summary>The same virtual directory in each form in which PowerShell hands it over.</summary>
public sealed class DirectoryInputTests
{
    [EngineTheory]
    [InlineData("$o")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($o, 1))")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($o, 4))")]
    [InlineData("$o | Select-Object Server, Identity, Name, ExternalUrl, InternalUrl, MRSProxyEnabled, WindowsAuthentication, BasicAuthentication, ExtendedProtectionTokenChecking, MetabasePath, AdminDisplayVersion")]
    [InlineData("$o | ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json")]
    public void A_virtual_directory_is_read_in_every_form(string expression)
    {
        using Session session = new();
        PSObject value = Assert.Single(session.Run(expression, ("o", new SampleDirectory())));
        EndpointInputs inputs = new();
        inputs.AddObject(Assert.IsAssignableFrom<IObjectView>(PSValue.From(value)));
        AssertRead(inputs, hasVersion: !expression.Contains("Json", StringComparison.Ordinal));
    }

    [EngineFact]
    public void Export_Clixml_gives_the_same_by_the_own_reader()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".clixml");
        try
        {
            using Session session = new();
            session.Run("$o | Export-Clixml -LiteralPath $File", ("o", new SampleDirectory()), ("File", file));
            EndpointInputs inputs = new();
            Assert.Empty(inputs.AddFile(file));
            AssertRead(inputs, hasVersion: true);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void AssertRead(EndpointInputs inputs, bool hasVersion)
    {
        EndpointTarget target = Assert.Single(inputs.Targets);
        Assert.Equal("https://mail.contoso.com/EWS/mrsproxy.svc", target.Uri.AbsoluteUri);
        PinnedServer server = target.Direct.Single();
        VirtualDirectory read = server.Configuration!;
        Assert.Equal(("ex01.contoso.com", "EX01", "https://mail.contoso.com/EWS/Exchange.asmx"), (server.Name, read.Server, read.ExternalUrl));
        Assert.Equal((true, true, false, "Require"), (read.MrsProxyEnabled, read.WindowsAuthentication, read.BasicAuthentication, read.ExtendedProtection));
        Assert.False(read.AdPropertiesOnly);
        // JSON keeps the properties of a version and loses its text.
        Assert.Equal(hasVersion ? "15.2.1544.4" : "", read.Version);
    }
}
