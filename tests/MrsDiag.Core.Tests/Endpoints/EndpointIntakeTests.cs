using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints;

public sealed class EndpointIntakeTests
{
    [Fact]
    public void A_list_of_names_is_read_line_by_line_and_a_bad_line_stops_no_other()
    {
        EndpointIntake intake = new([], []);
        InputProblem problem = Assert.Single(Read(intake, "# ours\r\nmail.contoso.com\n\n  mail.fabrikam.com:8443  \nnot a name\nftp.contoso.com"));
        Assert.Equal(EndpointInputException.UriInvalid, problem.Code);
        Assert.Equal(
            ["https://mail.contoso.com/EWS/mrsproxy.svc", "https://mail.fabrikam.com:8443/EWS/mrsproxy.svc", "https://ftp.contoso.com/EWS/mrsproxy.svc"],
            intake.Inputs.Targets.Select(t => t.Uri.AbsoluteUri));
        Assert.True(intake.HasWork);
    }

    [Fact]
    public void A_text_that_is_no_list_is_left_after_a_few_lines()
    {
        EndpointIntake intake = new([], []);
        IReadOnlyList<InputProblem> problems = Read(intake, string.Concat(Enumerable.Repeat("this is a report\n", 1000)));
        Assert.Equal(EndpointInputException.NotAnEndpoint, problems[^1].Code);
        Assert.InRange(problems.Count, 2, 20);
        Assert.False(intake.HasWork);
    }

    [Theory]
    [InlineData("", "InputEmpty")]
    [InlineData("a\0b\0\0", "NotAnEndpoint")]
    [InlineData("<?xml version=\"1.0\"?><notes/>", "NotClixml")]
    public void What_is_neither_is_one_problem(string content, string code) => Assert.Equal(code, Assert.Single(Read(new EndpointIntake([], []), content)).Code);

    [Fact]
    public void A_file_that_is_not_there_is_one_problem()
    {
        InputProblem problem = Assert.Single(new EndpointIntake([], []).AddFile(Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".txt"), CancellationToken.None));
        Assert.Equal("FileNotFound", problem.Code);
    }

    [Fact]
    public void Servers_and_devices_are_pinned_on_every_name()
    {
        EndpointIntake intake = new(["10.0.0.11"], ["10.0.0.5", "lb1.contoso.com"]);
        Assert.Null(intake.AddText("mail.contoso.com"));
        Assert.Empty(Read(intake, "mail.fabrikam.com"));
        Assert.All(intake.Inputs.Targets, t =>
        {
            Assert.Equal(["10.0.0.11"], t.Direct.Select(s => s.Name));
            Assert.Equal(["10.0.0.5", "lb1.contoso.com"], t.Via.Select(s => s.Name));
        });
        Assert.Equal(2, intake.Inputs.Targets.Count);
    }

    [Fact]
    public void A_server_that_is_none_is_refused_at_once() =>
        Assert.Equal(EndpointInputException.AddressInvalid, Assert.Throws<EndpointInputException>(() => new EndpointIntake(["a b"], [])).Code);

    private static IReadOnlyList<InputProblem> Read(EndpointIntake intake, string content)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(content));
        return intake.AddStream(stream, "names.txt", CancellationToken.None);
    }
}
