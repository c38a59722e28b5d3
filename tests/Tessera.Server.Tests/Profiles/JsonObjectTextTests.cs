using Tessera.Server.Profiles;

namespace Tessera.Server.Tests.Profiles;

public sealed class JsonObjectTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("3")]
    [InlineData("{\"cut\":")]
    public void Read_NoObject_IsEmpty(string text) => JsonObjectText.Read(text).ShouldBeEmpty();

    [Fact]
    public void Read_MemberTwice_TakesTheLast() => JsonObjectText.Read("""{"a":1,"b":{"c":[]},"a":2}""").ToDictionary(member => member.Key, member => member.Value.GetRawText(), StringComparer.Ordinal)
        .ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "2", ["b"] = """{"c":[]}""" }, ignoreOrder: true);
}
