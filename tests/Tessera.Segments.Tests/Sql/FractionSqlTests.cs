using System.Numerics;
using Tessera.ClickHouse;
using Tessera.Segments.Sql;
using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>Fractions are compared exactly, on both sides of every bound and at it.</summary>
public sealed class FractionSqlTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    private static readonly double[] Bounds =
    [
        0, 1, -1, 0.1, 0.3, 0.30000000000000004, 1.0 / 3, -2.5, 33.5, 250, 1e-24, 1e-25, -1e-20, 1e21, 1e58, -1e58, 999999999999999.5, 123456789.125, 9007199254740993, 5e-324, double.MaxValue,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-12)]
    public async Task Passes_OfFractions_ComparesExactly(int scale)
    {
        var random = new Random(scale + 100);
        List<(BigInteger Numerator, BigInteger Denominator)> numbers = [.. Bounds.SelectMany(bound => Around(bound, scale)), .. Enumerable.Range(0, 200).Select(_ => (Any(random), BigInteger.Abs(Any(random)) + 1))];

        (await AskAsync(new FractionSql("numerator", "denominator", scale, "is_present"), numbers)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task Passes_OfWholeNumbers_ComparesExactly(int scale)
    {
        var numbers = Bounds.Where(bound => Math.Abs(bound) < 1e20).SelectMany(bound => Around(bound, scale)).Select(number => (Numerator: BigInteger.Divide(number.Numerator, number.Denominator), BigInteger.One))
            .SelectMany(number => new[] { number, (number.Numerator + 1, BigInteger.One), (number.Numerator - 1, BigInteger.One) }).Distinct().ToList();

        (await AskAsync(new FractionSql("numerator", null, scale, null), numbers)).ShouldBeEmpty();
    }

    // The bound itself as far as whole numbers of moderate size say it, and what is next to it.
    private static IEnumerable<(BigInteger Numerator, BigInteger Denominator)> Around(double bound, int scale)
    {
        var exact = Value.Bound(bound);
        var (numerator, denominator) = scale < 0 ? (exact.Numerator, exact.Denominator * BigInteger.Pow(10, -scale)) : (exact.Numerator * BigInteger.Pow(10, scale), exact.Denominator);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        return BigInteger.Abs(numerator) > BigInteger.Pow(10, 36) || denominator > BigInteger.Pow(10, 36) ? [] : [(numerator, denominator), (numerator + 1, denominator), (numerator - 1, denominator)];
    }

    private static BigInteger Any(Random random) => random.NextInt64(-1000, 1000) * BigInteger.Pow(10, random.Next(0, 25)) + random.Next(-2, 3);

    // Where the engine's answer is another than that of whole numbers multiplied out.
    private async Task<List<string>> AskAsync(FractionSql fraction, List<(BigInteger Numerator, BigInteger Denominator)> numbers)
    {
        var (columns, parameters) = (new ColumnStack("c"), new ParameterSet());
        List<(Comparison Comparison, double Bound, string Column)> asked =
            [.. Bounds.SelectMany(bound => Enum.GetValues<Comparison>().Select(comparison => (comparison, bound, fraction.Passes(columns, parameters, comparison, bound))))];
        var rows = string.Join(", ", numbers.Select((number, place) => $"('{number.Numerator}', '{number.Denominator}', {place})"));
        var sql = columns.On(
            $"SELECT toInt256(number.1) AS numerator, toInt256(number.2) AS denominator, toInt32(number.3) AS place, place % 7 != 3 AS is_present FROM (SELECT arrayJoin([{rows}]) AS number)",
            ["numerator", "denominator", "place", "is_present"],
            ["place", .. asked.Select(question => question.Column)]);
        var statement = parameters.In(sql).Aggregate(
            new Statement($"SELECT place, [{string.Join(", ", asked.Select(question => $"toUInt8({question.Column})"))}] AS answers FROM (\n{sql}\n)").WithSetting("max_query_size", "10000000"),
            (with, parameter) => with.With(parameter.Name, parameter.Value));
        var answers = await warehouse.Client.ListAsync<AnswerRow>(statement);
        answers.Count.ShouldBe(numbers.Count);
        return [.. answers.SelectMany(row => asked.Index().Where(question => Expected(row.Place, question.Item.Comparison, question.Item.Bound) != (row.Answers[question.Index] == 1)).Select(question =>
            $"{numbers[row.Place]} × 10^-{fraction.Scale} {question.Item.Comparison} {question.Item.Bound}: {row.Answers[question.Index]}"))];

        bool Expected(int place, Comparison comparison, double bound)
        {
            var (numerator, denominator) = numbers[place];
            var exact = Value.Bound(bound);
            var left = numerator * exact.Denominator * (fraction.Scale < 0 ? BigInteger.Pow(10, -fraction.Scale) : 1);
            var right = exact.Numerator * denominator * (fraction.Scale > 0 ? BigInteger.Pow(10, fraction.Scale) : 1);
            return (fraction.IsPresent is null || place % 7 != 3) && ValueTests.Compare(left.CompareTo(right), comparison);
        }
    }

    private sealed record AnswerRow(int Place, byte[] Answers);
}
