using System.Text;
using Tessera.Server.Pipeline.Store;

namespace Tessera.Server.Tests.Pipeline.Store;

public sealed class SaidTraitsTests
{
    private static readonly ProfileRow Ada = new(
        Guid.Empty, "user_id", "ada", "Ada", "ada@example.com", "", """{"age":36,"plan":"pro","tags":["a","b"]}""", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Version: 1);

    [Theory]
    [InlineData("""{ "plan": "pro" }""", true)]
    [InlineData("""{ "plan": "pro", "age": 36, "tags": ["a","b"], "name": "Ada", "email": "ada@example.com" }""", true)]
    [InlineData("""{}""", true)]
    [InlineData("", true)]
    [InlineData("""{ "plan": "free" }""", false)]
    [InlineData("""{ "plan": "pro", "new": 1 }""", false)]
    [InlineData("""{ "name": "Ada L" }""", false)]
    [InlineData("""{ "name": 5 }""", false)]
    [InlineData("""{ "country": "" }""", false)]
    [InlineData("""{ "country": "DE" }""", false)]
    [InlineData("""{ "age": 36.0 }""", false)]
    [InlineData("""{ "tags": ["a", "b"] }""", false)]
    [InlineData("""{ "plan": "free", "plan": "pro" }""", false)]
    [InlineData("""{ "": 1 }""", false)]
    public void AreAll_IsTrueOnlyOfWhatTheRowSaysInTheSameWords(string traits, bool expected) =>
        SaidTraits.AreAll(Ada, [Encoding.UTF8.GetBytes(traits)]).ShouldBe(expected);

    [Fact]
    public void AreAll_OfSeveralCalls_LooksAtEach() =>
        SaidTraits.AreAll(Ada, ["""{"plan":"pro"}"""u8.ToArray(), """{"plan":"free"}"""u8.ToArray()]).ShouldBeFalse();
}
