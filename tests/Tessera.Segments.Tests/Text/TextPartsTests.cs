using System.Globalization;
using Tessera.Segments.Text;

namespace Tessera.Segments.Tests.Text;

public sealed class TextPartsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(-1.5e-7, "-0.00000015")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1.2345e-5, "0.000012345")]
    [InlineData(0.1, "0.1")]
    public void Format_Number_HasNoExponent(double value, string text) => NumberText.Format(value).ShouldBe(text);

    [Fact]
    public void Format_AnyNumber_ReadsBackExactly()
    {
        var random = new Random(99);
        for (var index = 0; index < 20_000; index++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                double.Parse(NumberText.Format(value), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture).ShouldBe(value);
            }
        }
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01t09:30z", "2026-03-01T09:30:00Z")]
    [InlineData("2026-03-01T09:30:00.123456+05:30", "2026-03-01T04:00:00.123456Z")]
    [InlineData("2026-03-01T00:00:00.10-0230", "2026-03-01T02:30:00.1Z")]
    [InlineData("2026-03-01T00:00:00+02", "2026-02-28T22:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void Parse_Instant_IsKeptInUtc(string text, string printed) => InstantText.Parse(text, out _)!.ToString().ShouldBe(printed);

    [Theory]
    [InlineData("2026-02-29", "no day")]
    [InlineData("2026-3-1", "no day")]
    [InlineData("2026-03-01T09:30:00", "time zone")]
    [InlineData("2026-03-01T25:00:00Z", "no instant")]
    [InlineData("2026-03-01T09:30:00.1234567Z", "six digits")]
    [InlineData("2026-03-01T09:30:00.Z", "no instant")]
    [InlineData("2026-03-01T09:30:00+1:00", "no instant")]
    [InlineData("2026-03-01T09:30:00+25:00", "no instant")]
    [InlineData("2026-03-01X", "no instant")]
    [InlineData("0001-01-01T00:00:00+01:00", "years 1 to 9999")]
    public void Parse_WhatIsNoInstant_SaysWhy(string text, string reason)
    {
        InstantText.Parse(text, out var problem).ShouldBeNull();
        problem.ShouldContain(reason);
    }

    [Theory]
    [InlineData("Exprot File", "Export File")]
    [InlineData("export file", "Export File")]
    [InlineData("Logn", "Login")]
    [InlineData("Banana", null)]
    [InlineData("L", null)]
    [InlineData("Login", null)]
    public void Nearest_Name_IsTheOneMeant(string name, string? nearest) => Nearest.To(name, ["Export File", "Login", "Order Completed"]).ShouldBe(nearest);

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("ABC", "abc", 0)]
    public void Distance_OfKnownPairs_IsAsPublished(string left, string right, int distance)
    {
        Nearest.Distance(left, right).ShouldBe(distance);
        Nearest.Distance(right, left).ShouldBe(distance);
    }

    [Fact]
    public void Sources_OfParts_AreWhereTheyStand()
    {
        const string Text = "plan is \"free\"\r\n  and did \"Login\" where method is \"sso\" at least 3 times";
        var parsed = Segment.Parse(Text);
        var all = (All)parsed.Segment!.Definition;
        var did = (Did)all.Items[1];

        Shown(all.Items[0]).ShouldBe("plan is \"free\"");
        Shown(did).ShouldBe("did \"Login\" where method is \"sso\" at least 3 times");
        Shown(did.Event.Name!).ShouldBe("\"Login\"");
        Shown(((PropertyCondition)did.Event.Where!).Path).ShouldBe("method");
        Shown(((PropertyCondition)did.Event.Where!).Test).ShouldBe("is \"sso\"");
        parsed.Sources.SpanOf(did).ShouldBe(new TextSpan(22, 50, 2, 7));
        parsed.Sources.ConditionAt(Text.IndexOf("Login", StringComparison.Ordinal)).ShouldBe(did);

        string Shown(object part)
        {
            var span = parsed.Sources.SpanOf(part);
            return Text.Substring(span.Offset, span.Length);
        }
    }
}
