namespace Tessera.Learning.Tests;

public sealed class OptionProblemsTests
{
    [Fact]
    public void ThrowIfAny_SeveralProblems_ListsAllTogether()
    {
        var problems = new OptionProblems().Range("depth", 99, 1, 30).Positive("rate", double.NaN).Range("folds", 5, 2, 20);

        var thrown = Should.Throw<InvalidOptionsException>(problems.ThrowIfAny);

        thrown.Problems.ShouldBe(["depth is 99 but must lie between 1 and 30.", "rate is NaN but must be a finite number above 0."]);
    }

    [Fact]
    public void ThrowIfAny_NoProblem_DoesNothing() => Should.NotThrow(new OptionProblems().Range("depth", 3, 1, 30).ThrowIfAny);
}
