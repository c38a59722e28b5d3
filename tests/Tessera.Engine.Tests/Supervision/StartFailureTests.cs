using Tessera.Engine.Supervision;

namespace Tessera.Engine.Tests.Supervision;

public sealed class StartFailureTests
{
    [Theory]
    [InlineData("Code: 76. DB::Exception: Cannot lock file /d/status. Another server instance in same directory is already running.", true, "in use by another engine")]
    [InlineData("std::exception: No space left on device", false, "disk that holds /d is full")]
    [InlineData("Code: 231. DB::Exception: Suspiciously many (1051 parts) broken parts", false, "damaged")]
    [InlineData("Code: 62. DB::Exception: Empty query: in file /d/t.sql. (SYNTAX_ERROR)", false, "Empty query: in file /d/t.sql")]
    public void Read_KnownReason_IsOneSentence(string error, bool inUse, string expected)
    {
        var failure = StartFailure.Read("/d", "", ["noise", error], 1);

        failure.DirectoryInUse.ShouldBe(inUse);
        failure.Sentence.ShouldContain(expected);
        failure.Sentence.ShouldNotContain('\n');
    }

    [Fact]
    public void Read_KilledWithoutAWord_SaysSo() =>
        StartFailure.Read("/d", null, [], 137).Sentence.ShouldBe("The engine in /d did not start: it was killed, perhaps for using too much memory.");

    [Fact]
    public void Read_ReportedReason_IsTakenAsItIs() => StartFailure.Read("/d", "The reason.", ["noise"], 1).Sentence.ShouldBe("The reason.");
}
