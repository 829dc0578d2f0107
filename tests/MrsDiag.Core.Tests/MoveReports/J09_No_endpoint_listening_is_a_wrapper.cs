using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J09_No_endpoint_listening_is_a_wrapper
{
    private const string NoEndpoint = $"The call to '{Url}' failed because no service was listening on the specified endpoint. Error details: There was no endpoint listening at {Url} "
        + "that could accept the message. This is often caused by an incorrect address or SOAP action. See InnerException, if present, for more details.";

    [Theory]
    [InlineData("The remote server returned an error: (404) Not Found.", 404)]
    [InlineData("The remote server returned an error: (503) Server Unavailable.", 503)]
    [InlineData("Unable to connect to the remote server --> A connection attempt failed because the connected party did not properly respond after a period of time", null)]
    [InlineData("Unable to connect to the remote server --> No connection could be made because the target machine actively refused it 203.0.113.7:443", null)]
    [InlineData("The remote name could not be resolved: 'mail.contoso.com'", null)]
    public void The_innermost_text_decides(string inner, int? status)
    {
        FactItem outcome = OutcomeOf($"EndpointNotFoundTransientException: {NoEndpoint} --> {inner}");
        Assert.Equal((double?)status, (double?)outcome["status"]);
        Assert.EndsWith((string)outcome["text"]!, inner, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_it_is_no_404()
    {
        FactItem outcome = OutcomeOf("EndpointNotFoundTransientException: " + NoEndpoint);
        Assert.Null(outcome["status"]);
        Assert.StartsWith("There was no endpoint listening at", (string)outcome["text"]!, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Unavailable_is_503_although_it_speaks_of_an_endpoint_that_was_not_found()
    {
        FactItem outcome = OutcomeOf(SeedTexts.Unavailable503);
        Assert.Equal((503d, "mrs.removed.com", "The remote server returned an error: (503) Server Unavailable."), (outcome["status"], outcome["host"], outcome["text"]));
    }

    [Fact]
    public void Unavailable_is_503_also_where_the_innermost_text_is_cut_off()
    {
        string text = SeedTexts.Unavailable503.Substring(0, SeedTexts.Unavailable503.IndexOf(" --> ", System.StringComparison.Ordinal));
        FactItem outcome = OutcomeOf(text);
        Assert.Equal(503d, outcome["status"]);
        Assert.StartsWith("The HTTP service located at", (string)outcome["text"]!, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_posted_text_with_its_chain_three_times_is_a_connection_that_got_no_answer()
    {
        FactSet facts = MoveReportFacts.FromText(SeedTexts.NoEndpoint);
        FactItem failure = Assert.Single(facts.Items("failures"));
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        Assert.Equal(("MigrationTransientException", "mail.test.com"), (failure["failureType"], outcome["host"]));
        Assert.Equal("A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because "
            + "connected host has failed to respond X.X.X.X:443", outcome["text"]);
        Assert.Null(outcome["status"]);
        Assert.Null(outcome["address"]); // masked by the sender: no address
    }
}
