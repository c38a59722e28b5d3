using System.Text;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Tests.Imports.Numbers;

public sealed class NumberEvidenceTests
{
    [Theory]
    [InlineData("2.55", false)]
    [InlineData("1,234.56", false)]
    [InlineData("1,234,567", false)] // two commas can only group
    [InlineData("0.123", false)] // a group never begins with zero
    [InlineData("1234.567", false)] // nor has four digits
    [InlineData("2,55", true)]
    [InlineData("1.234,56", true)]
    [InlineData("1.234.567", true)]
    [InlineData("0,123", true)]
    public void Style_OneTellingNumber_IsSettled(string number, bool isComma)
    {
        var evidence = Gather("1", "1,234", "1.234", number);
        evidence.IsSettled.ShouldBeTrue();
        evidence.Style.ShouldBe(isComma ? NumberStyle.Comma : NumberStyle.Point);
    }

    [Fact]
    public void IsSettled_OnlyNumbersThatReadEitherWay_IsFalseAndNamesOne()
    {
        var evidence = Gather("5", "1,234", "12,000");
        evidence.IsSettled.ShouldBeFalse();
        evidence.Ambiguous.ShouldBe("1,234");
    }

    [Fact]
    public void IsSettled_OnlyWholeNumbers_IsTrue() => Gather("5", "1234", "-7", "n/a").IsSettled.ShouldBeTrue();

    [Fact]
    public void IsSettled_HalfOfTheNumbersContradictTheOthers_IsFalse() => Gather("2.50", "2,50").IsSettled.ShouldBeFalse();

    [Fact]
    public void IsSettled_OneSlipAmongMany_IsTrue() =>
        Gather([.. Enumerable.Repeat("2.50", 30), "2,50"]).IsSettled.ShouldBeTrue();

    [Fact]
    public void Add_AddressesAndVersions_AreIgnored() => Gather("192.168.10.4", "v1.2.3", "2011-12-09").IsProven.ShouldBeFalse();

    private static NumberEvidence Gather(params string[] values)
    {
        var evidence = new NumberEvidence();
        foreach (var value in values)
        {
            evidence.Add(Encoding.UTF8.GetBytes(value));
        }

        return evidence;
    }
}
