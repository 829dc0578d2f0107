using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class EngineThreadTests
{
    [Fact]
    public async Task Threads_that_share_an_engine_get_the_answers_of_one()
    {
        EndpointAnalyzer analyzer = new(new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default));
        string[][] together = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            Enumerable.Range(0, 100).Select(number => Answers(analyzer, $"mail{thread}-{number}.contoso.com")).ToArray())));
        string alone = Answers(analyzer, "mail.contoso.com");
        Assert.All(together.SelectMany(answers => answers), answer => Assert.Equal(alone, answer));
    }

    // Texts that no other thread has brought along, so that each has to be taken in.
    private static string Answers(EndpointAnalyzer analyzer, string host)
    {
        EndpointObservation observation = EndpointSamples.Healthy2019();
        observation.Host = host;
        foreach (HttpExchange exchange in observation.Exchanges)
            exchange.Body = host;
        return string.Join(" ", analyzer.Judge(observation).Findings.Select(f => f.RuleId));
    }
}
