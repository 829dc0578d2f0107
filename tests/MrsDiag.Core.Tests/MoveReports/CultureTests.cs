using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>The culture of the session that judges must not matter: the same input gives the same facts everywhere.</summary>
public class CultureTests
{
    private const string Input = """
        DisplayName      : Adele Vance
        STATUSDETAIL     : InitialSeeding
        DIRECTION        : PULL
        WORKLOADTYPE     : ONBOARDING
        TotalMailboxSize : 5.294 GB (5,684,054,577 bytes)
        OverallDuration  : 00:05:27.1008444
        SourceVersion    : Version 15.1 (Build 1979.0)
        PercentComplete  : 25.5
        Report           : 5/13/2024 9:24:09 AM [DB4] Connected to source mailbox 'x (Primary)', database 'D', Mailbox server 'M' Version 14.3 (Build 158.0), proxy server 'CAS1' 14.3.151.0 caps:05FFFF.
                           5/13/2024 9:24:10 AM [DB4] Transient error TIMEOUTErrorTransientException has occurred. The system will retry (1/60).
                           5/13/2024 9:24:10 AM [DB4] CommunicationErrorTransientException: The call to 'HTTPS://MAIL.CONTOSO.COM/EWS/MRSPROXY.SVC CAS1 (14.3.224.1 CAPS:05FFFF)' failed. Error details: THE HTTP REQUEST IS UNAUTHORIZED WITH CLIENT AUTHENTICATION SCHEME 'Negotiate'. The authentication header received from the server was 'NEGOTIATE,NTLM'. --> The remote server returned an error: (401) Unauthorized.
        """;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ja-JP")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_session_s_culture_does_not_matter(string culture)
    {
        string expected = Dump();
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        CultureInfo beforeUi = Thread.CurrentThread.CurrentUICulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = Thread.CurrentThread.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Dump());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
            Thread.CurrentThread.CurrentUICulture = beforeUi;
        }
        Assert.Contains("status=401;", expected, StringComparison.Ordinal);
        Assert.Contains("authSet=negotiate+ntlm;", expected, StringComparison.Ordinal);
        Assert.Contains("scenario=onboarding;", expected, StringComparison.Ordinal);
        Assert.Contains("percentComplete=25.5;", expected, StringComparison.Ordinal);
    }

    private static string Dump()
    {
        FactSet facts = FactsOf(ReadText(Input));
        return string.Join("\n", new[] { "self", "failures", "entries", "callOutcomes" }.SelectMany(facts.Items).Select(item =>
            string.Concat(item.Collection.Fields.Select(f => item[f.Ordinal] is { } value ? $"{f.Name}={Print(value)};" : ""))));
    }

    private static string Print(object value) => value switch
    {
        string text => text,
        System.Collections.Generic.IEnumerable<string> list => string.Join("+", list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
