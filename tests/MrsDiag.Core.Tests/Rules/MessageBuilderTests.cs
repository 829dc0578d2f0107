using MrsDiag.Rules;
using MrsDiag.Rules.Evaluation;
using Xunit;

namespace MrsDiag.Core.Tests.Rules;

public sealed class MessageBuilderTests
{
    [Theory]
    [InlineData("It failed. Calls: {1}; host: {}.", "It failed. Calls: 1.")]
    [InlineData("It failed. Calls: {}; host: {mail}.", "It failed. host: mail.")]
    [InlineData("It failed. Host: {}.", "It failed.")]
    [InlineData("It failed (side: {}). Look.", "It failed. Look.")]
    [InlineData("It failed (count: {2}; side: {}; first: {}; last: {}).", "It failed (count: 2).")]
    [InlineData("It failed (side: {}; last: {now}).", "It failed (last: now).")]
    [InlineData("Source size in bytes: {}.", "")]
    [InlineData("It failed. Size: {}. Look.", "It failed. Look.")]
    [InlineData("It came from {}.", "It came from unknown.")]
    [InlineData("It came from {here}; it went {}.", "It came from here; it went unknown.")]
    [InlineData("See 10:{}.", "See 10:unknown.")]
    public void A_label_goes_with_its_missing_value(string template, string expected)
    {
        MessageBuilder message = new();
        foreach (MessagePart part in MessageTemplate.Parse(template, out _).Parts)
        {
            if (!part.IsPlaceholder)
                message.Literal(part.Text);
            else if (part.Text.Length > 0)
                message.Value(part.Text);
            else
                message.Missing("unknown");
        }
        Assert.Equal(expected, message.ToString());
    }
}
