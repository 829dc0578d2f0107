using MrsDiag.MoveReports;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

public class J11_Address_that_was_used
{
    private const string Before = "Unable to connect to the remote server --> A connection attempt failed because the connected party did not properly respond after a period of time, or established "
        + "connection failed because connected host has failed to respond ";

    [Theory]
    [InlineData("203.0.113.7:443", "203.0.113.7:443")]
    [InlineData("203.0.113.7:443.", "203.0.113.7:443")]
    [InlineData("[2001:db8::1]:443", "[2001:db8::1]:443")]
    [InlineData("X.X.X.X:443", "")]
    [InlineData("203.0.113.256:443", "")]
    [InlineData("203.0.113.7:4430000", "")]
    [InlineData("10:20:30", "")]
    [InlineData("v1.203.0.113.7:443", "")]
    [InlineData("", "")]
    public void It_is_read_where_it_is_one(string tail, string expected) => Assert.Equal(expected, CallTextReader.Read(Before + tail)!.Address);
}
