using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

public sealed class EndpointFileTests : IDisposable
{
    private const string Directories = """
        <Obj RefId="0"><TN RefId="0"><T>Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ADWebServicesVirtualDirectory</T><T>Deserialized.System.Object</T></TN>
        <ToString>EX01\EWS (Default Web Site)</ToString><Props><B N="MRSProxyEnabled">true</B><S N="Name">EWS (Default Web Site)</S><B N="WindowsAuthentication">true</B>
        <S N="MetabasePath">IIS://EX01.contoso.com/W3SVC/1/ROOT/EWS</S><S N="Server">EX01</S><Nil N="InternalNLBBypassUrl" />
        <URI N="InternalUrl">https://mail.contoso.com/EWS/Exchange.asmx</URI><URI N="ExternalUrl">https://mail.contoso.com/EWS/Exchange.asmx</URI>
        <Obj N="ExtendedProtectionTokenChecking" RefId="1"><TN RefId="1"><T>Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ExtendedProtectionTokenCheckingMode</T><T>Deserialized.System.Enum</T></TN><ToString>Allow</ToString><I32>1</I32></Obj>
        <S N="AdminDisplayVersion">Version 15.2 (Build 1544.4)</S><S N="Identity">EX01\EWS (Default Web Site)</S></Props></Obj>
        <Obj RefId="2"><TNRef RefId="0" /><ToString>EX02\EWS (Exchange Back End)</ToString><Props><B N="MRSProxyEnabled">true</B><S N="Name">EWS (Exchange Back End)</S><S N="Server">EX02</S></Props></Obj>
        <Obj RefId="3"><TNRef RefId="0" /><ToString>EX02\EWS (Default Web Site)</ToString><Props><B N="MRSProxyEnabled">false</B><S N="Name">EWS (Default Web Site)</S><S N="Server">EX02</S>
        <Nil N="WindowsAuthentication" /><Nil N="BasicAuthentication" /><Nil N="Path" /><URI N="ExternalUrl">https://mail.contoso.com/EWS/Exchange.asmx</URI></Props></Obj>
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".clixml");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_of_virtual_directories_gives_its_target_and_tells_what_is_left_out()
    {
        EndpointInputs inputs = new();
        EndpointInputProblem problem = Assert.Single(Add(inputs, Clixml.Document(Directories)));
        Assert.Equal((true, 2, _file), (problem.IsSkipped, problem.Number, problem.Path));
        Assert.StartsWith($@"'{_file}', object 2: The virtual directory EX02\EWS (Exchange Back End) is left out", problem.Message, StringComparison.Ordinal);
        EndpointTarget target = Assert.Single(inputs.Targets);
        Assert.Equal(["ex01.contoso.com", "EX02"], target.Direct.Select(s => s.Name));
        Assert.Equal(["Allow", ""], target.Direct.Select(s => s.Configuration!.ExtendedProtection));
        Assert.Equal([false, true], target.Direct.Select(s => s.Configuration!.AdPropertiesOnly));
        Assert.Equal(["EX02"], target.Direct[0].Configuration!.DisabledElsewhere);
        Assert.Empty(target.Direct[0].Configuration!.EnabledElsewhere);
    }

    [Fact]
    public void Addresses_and_endpoints_may_stand_beside_what_is_none()
    {
        EndpointInputs inputs = new();
        var problems = Add(inputs, Clixml.Document(
            "<S>mail.contoso.com</S><URI>https://mail.contoso.com/EWS</URI><S>ftp://mail.contoso.com</S><I32>5</I32><Nil />"
            + Clixml.Object(7, "<S N=\"Identity\">Hybrid 1</S><S N=\"EndpointType\">ExchangeRemoteMove</S><S N=\"RemoteServer\">hybrid.contoso.com</S>")
            + Clixml.Object(8, "<S N=\"Color\">blue</S>")));
        Assert.Equal(["mail.contoso.com", "hybrid.contoso.com"], inputs.Targets.Select(t => t.Uri.Host));
        Assert.Equal([("UriInvalid", 3), ("NotAnEndpoint", 4), ("NotAnEndpoint", 5), ("NotAnEndpoint", 7)], problems.Select(p => (p.Code, p.Number)));
        Assert.All(problems, p => Assert.StartsWith($"'{_file}', object {p.Number}: ", p.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mail.contoso.com", "NotClixml")]
    [InlineData("", "Empty")]
    [InlineData("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"></Objs>", "InputEmpty")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Objs/>", "DocumentType")]
    public void A_file_that_holds_nothing_is_one_problem(string content, string code)
    {
        EndpointInputs inputs = new();
        EndpointInputProblem problem = Assert.Single(Add(inputs, content));
        Assert.Equal((code, 0), (problem.Code, problem.Number));
        Assert.Contains(_file, problem.Message, StringComparison.Ordinal);
        Assert.Empty(inputs.Targets);
    }

    [Fact]
    public void A_file_that_is_not_there_is_one_problem() => Assert.Equal("FileNotFound", Assert.Single(new EndpointInputs().AddFile(_file)).Code);

    [Fact]
    public void A_file_that_breaks_off_gives_what_stands_before_the_break_and_says_so()
    {
        string whole = Clixml.Document(Directories);
        EndpointInputs inputs = new();
        var problems = Add(inputs, whole.Substring(0, whole.IndexOf("RefId=\"3\"", StringComparison.Ordinal) + 30));
        Assert.Contains(problems, p => p.Code == "InputDamaged");
        Assert.Equal("ex01.contoso.com", Assert.Single(Assert.Single(inputs.Targets).Direct).Name);
    }

    [Fact]
    public void Standard_input_is_read_too_and_cancelling_ends_it()
    {
        EndpointInputs inputs = new();
        byte[] bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Clixml.Document("<S>mail.contoso.com</S>"))).ToArray();
        Assert.Empty(inputs.AddStream(new MemoryStream(bytes), "-"));
        Assert.Single(inputs.Targets);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => inputs.AddStream(new MemoryStream(bytes), "-", cancelled.Token));
    }

    private IReadOnlyList<EndpointInputProblem> Add(EndpointInputs inputs, string content)
    {
        File.WriteAllText(_file, content);
        return inputs.AddFile(_file);
    }
}
