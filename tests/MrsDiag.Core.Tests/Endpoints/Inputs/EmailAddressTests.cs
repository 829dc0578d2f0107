using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

public class EmailAddressTests
{
    [Theory]
    [InlineData("adele.vance@contoso.com", "adele.vance@contoso.com", "contoso.com")]
    [InlineData(" SMTP:Adele.Vance@Contoso.com ", "Adele.Vance@Contoso.com", "contoso.com")]
    [InlineData("mailto:adele.vance@contoso.com", "adele.vance@contoso.com", "contoso.com")]
    [InlineData("Adele Vance <adele.vance@contoso.com>", "adele.vance@contoso.com", "contoso.com")]
    [InlineData("adele@m\u00fcnchen.example", "adele@m\u00fcnchen.example", "xn--mnchen-3ya.example")]
    [InlineData("adele.vance\u200b@contoso.com", "adele.vance@contoso.com", "contoso.com")]
    public void An_address_is_read_as_it_is_pasted(string text, string email, string domain)
    {
        EndpointInputs inputs = new();
        inputs.AddEmailAddress(text);
        EndpointTarget target = Assert.Single(inputs.Targets);
        Assert.Equal((email, email, TargetOrigin.Autodiscover), (target.EmailAddress, target.OriginName, target.Origin));
        Assert.Equal(domain, target.Uri.Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("adele.vance")]
    [InlineData("@contoso.com")]
    [InlineData("adele@")]
    [InlineData("adele@@contoso.com")]
    [InlineData("adele@contoso.com; lee@contoso.com")]
    [InlineData("adele vance@contoso.com")]
    [InlineData("adele@contoso")]
    [InlineData("adele@10.0.0.1")]
    [InlineData("adele@contoso..com")]
    [InlineData("adele@c\u043entoso.com")]
    public void What_is_no_address_is_refused(string text)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddEmailAddress(text));
        Assert.Equal("EmailAddressInvalid", error.Code);
        Assert.Empty(inputs.Targets);
    }

    [Fact]
    public void Addresses_of_one_domain_have_one_Autodiscover_and_no_part_of_the_domain_as_an_endpoint()
    {
        EndpointInputs inputs = new();
        inputs.AddText("contoso.com", [], []);
        inputs.AddEmailAddress("adele@contoso.com");
        inputs.AddEmailAddress("lee@CONTOSO.com");
        inputs.AddEmailAddress("lee@fabrikam.com");
        Assert.Collection(
            inputs.Targets,
            t => Assert.Equal("", t.EmailAddress),
            t => Assert.Equal(("adele@contoso.com", "adele@contoso.com and 1 more"), (t.EmailAddress, t.OriginName)),
            t => Assert.Equal("lee@fabrikam.com", t.EmailAddress));
    }
}
