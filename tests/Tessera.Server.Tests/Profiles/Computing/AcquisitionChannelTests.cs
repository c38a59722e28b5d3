using Tessera.Server.Profiles.Computing;

namespace Tessera.Server.Tests.Profiles.Computing;

public sealed class AcquisitionChannelTests
{
    [Theory]
    [InlineData("""{"campaign":{"source":"google","medium":"CPC","name":"spring"}}""", "paid-search")]
    [InlineData("""{"campaign":{"source":"news","medium":"email"},"page":{"referrer":"https://www.google.com/"}}""", "email")]
    [InlineData("""{"campaign":{"source":"partner","medium":"something"}}""", "campaign: partner")]
    [InlineData("""{"campaign":{"name":"spring"}}""", "campaign: spring")]
    [InlineData("""{"campaign":{},"page":{"url":"https://shop.example.com/","referrer":"https://www.google.co.uk/search"}}""", "organic-search")]
    [InlineData("""{"page":{"url":"https://shop.example.com/","referrer":"https://t.co/x"}}""", "social")]
    [InlineData("""{"referrer":{"url":"https://l.facebook.com/"}}""", "social")]
    [InlineData("""{"page":{"url":"https://shop.example.com/","referrer":"https://blog.example.org/post"}}""", "referral: blog.example.org")]
    [InlineData("""{"page":{"url":"https://www.shop.example.com/a","referrer":"https://shop.example.com/b"}}""", "direct")]
    [InlineData("""{"page":{"url":"https://shop.example.com/","referrer":""}}""", "direct")]
    [InlineData("""{"page":{"url":"nonsense","referrer":"nonsense"}}""", "direct")]
    [InlineData("""{"page":7,"campaign":"spring","referrer":[]}""", null)]
    [InlineData("""{"ip":"10.0.0.1"}""", null)]
    [InlineData("", null)]
    public void Of_Context_IsTheChannel(string context, string? expected) => AcquisitionChannel.Of(context).ShouldBe(expected);
}
