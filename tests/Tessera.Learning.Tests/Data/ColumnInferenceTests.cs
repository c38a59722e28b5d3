using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class ColumnInferenceTests
{
    [Theory]
    [InlineData(ColumnKind.Numeric, "1", "2.5", "-3e2", " 4 ", "")]
    [InlineData(ColumnKind.Numeric, "", "NA", "null", "n/a", "\\N")]
    [InlineData(ColumnKind.Numeric, "1", "inf", "-Infinity", "2", "3")]
    [InlineData(ColumnKind.Time, "2024-01-31", "2024-02-01 10:00", "2024-02-01T10:00:00Z", "", "2024-02-01T10:00:00.123+02:00")]
    [InlineData(ColumnKind.Categorical, "red", "blue", "red", "", "blue")]
    [InlineData(ColumnKind.Categorical, "1", "2", "two", "1", "2")]
    [InlineData(ColumnKind.Text, "a", "b", "c", "d", "e")]
    public void Kind_OfValues_FollowsTheRules(ColumnKind expected, params string[] values)
    {
        var inference = new ColumnInference();
        foreach (var value in values)
        {
            inference.Add(value);
        }

        inference.Kind.ShouldBe(expected);
        inference.OddValues.ShouldBeEmpty();
    }

    [Fact]
    public void Kind_OneOddSpellingAmongHundredNumbers_IsNumericAndNamesIt()
    {
        var inference = new ColumnInference();
        for (var i = 0; i < 99; i++)
        {
            inference.Add("7");
        }

        inference.Add("unknown");

        inference.Kind.ShouldBe(ColumnKind.Numeric);
        inference.OddValues.ShouldBe(["unknown"]);
    }

    [Theory]
    [InlineData(1000, 10, ColumnKind.Categorical)]
    [InlineData(1001, 10, ColumnKind.Text)]
    [InlineData(100, 9, ColumnKind.Text)]
    public void Kind_ManyNames_IsCategoricalWhileTheyRepeatEnough(int names, int times, ColumnKind expected)
    {
        var inference = new ColumnInference();
        for (var i = 0; i < names * times; i++)
        {
            inference.Add($"name {i % names}");
        }

        inference.Kind.ShouldBe(expected);
    }
}
