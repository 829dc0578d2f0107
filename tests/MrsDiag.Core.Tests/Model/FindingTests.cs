using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Model;

public class FindingTests
{
    private static Finding Make(string id, string subject, Severity severity = Severity.Warning, int count = 1, int hour = 10, params string[] servers) => new()
    {
        RuleId = id,
        Name = "name-of-" + id,
        Title = "Title of " + id,
        Subject = subject,
        Severity = severity,
        Confidence = severity == Severity.Error ? Confidence.Low : Confidence.High,
        Count = count,
        FirstSeen = new DateTime(2024, 5, 1, hour, 0, 0, DateTimeKind.Utc),
        LastSeen = new DateTime(2024, 5, 1, hour, 30, 0, DateTimeKind.Utc),
        Servers = servers,
    };

    [Theory]
    [InlineData("MRS3001", true)]
    [InlineData("mrs3*", true)]
    [InlineData("name-of-*1", true)]
    [InlineData("MRS300", false)]
    [InlineData("*9", false)]
    public void A_filter_takes_ids_and_names_with_wildcards(string pattern, bool shown)
    {
        Assert.Equal(shown, new FindingFilter { Include = [pattern] }.Shows(Make("MRS3001", "a")));
        Assert.Equal(!shown, new FindingFilter { Exclude = [pattern] }.Shows(Make("MRS3001", "a")));
    }

    [Fact]
    public void A_filter_takes_a_lowest_severity()
    {
        FindingFilter filter = new() { MinimumSeverity = Severity.Warning };
        Assert.True(filter.Shows(Make("MRS3001", "a", Severity.Error)));
        Assert.True(filter.Shows(Make("MRS3001", "a")));
        Assert.False(filter.Shows(Make("MRS3001", "a", Severity.Information)));
    }

    [Fact]
    public void A_summary_counts_each_subject_once_and_keeps_the_worst()
    {
        FindingSummarizer summarizer = new();
        summarizer.Add(Make("MRS3001", "Adele", Severity.Warning, 3, 12, "CAS2"));
        summarizer.Add(Make("MRS3001", "Megan", Severity.Error, 2, 9, "CAS1", "cas2"));
        summarizer.Add(Make("MRS3001", "adele", Severity.Warning, 1, 10));
        summarizer.Add(Make("MRS3009", "Lee", Severity.Error));
        IReadOnlyList<FindingSummary> rolls = summarizer.Summarize();
        Assert.Equal(["MRS3001", "MRS3009"], rolls.Select(r => r.RuleId));
        FindingSummary roll = rolls[0];
        Assert.Equal((2, 6, Severity.Error, Confidence.Low), (roll.SubjectCount, roll.Count, roll.Severity, roll.Confidence));
        Assert.Equal(["CAS1", "CAS2"], roll.Servers.Select(s => s.ToUpperInvariant()));
        Assert.Equal((9, 12), (roll.FirstSeen!.Value.Hour, roll.LastSeen!.Value.Hour));
    }

    [Fact]
    public void A_finding_is_rendered_as_an_answer_within_its_columns()
    {
        Finding finding = Make("MRS3001", "Adele", Severity.Error, 7);
        finding.Message = string.Join(" ", Enumerable.Repeat("The endpoint forgot the session.", 10));
        finding.CausedBy = "MRS7015";
        finding.Owner = FindingOwner.Network;
        finding.Evidence = [new Evidence { Time = finding.FirstSeen, Server = "CAS1", Text = "first\r\nsecond line" }];
        finding.Remediation = [new Remedy { Text = "Set persistence.", RunIn = RunIn.LoadBalancer }, new Remedy { Text = "Resume the move.", RunIn = RunIn.ExchangeOnline }];
        finding.References = ["https://learn.microsoft.com/exchange/architecture/client-access/load-balancing"];
        string text = FindingRenderer.Render(finding, 72);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 72 || line.Contains("https://", StringComparison.Ordinal), line));
        Assert.StartsWith("ERROR MRS3001: Title of MRS3001\n", text, StringComparison.Ordinal);
        Assert.Contains("2024-05-01 10:00:00Z [CAS1] first second line", text, StringComparison.Ordinal);
        Assert.Contains("... and 6 more like these", text, StringComparison.Ordinal);
        Assert.Contains("1. [LoadBalancer] Set persistence.\n", text, StringComparison.Ordinal);
        Assert.Contains("2. [ExchangeOnline] Resume the move.\n", text, StringComparison.Ordinal);
        Assert.Contains("Caused by MRS7015", text, StringComparison.Ordinal);
        Assert.Contains("network (load balancer, firewall, DNS)", text, StringComparison.Ordinal);
    }
}
